"""Collections: make one, put things in it, arrange them, throw it away; take it off the site and feature it.

Each service asks whether who acts may (PermissionDenied), and leaves a trace in the audit. Only public collections can
be found by everybody.
"""
