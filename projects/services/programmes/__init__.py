"""What the editors of a programme tell on its page: how it stands, its milestones, its documents and its summary.

Each service asks whether who acts may (PermissionDenied), and leaves a trace in the audit. Nothing of it is searched
but the summary; pages that were kept by browsers follow all the same.
"""
