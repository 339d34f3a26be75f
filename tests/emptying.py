"""Empty the database of the tests after what was made outside of any test's transaction."""

from django.core.management import call_command
from django.db import connection

NOT_OURS = ("procrastinate_jobs", "procrastinate_periodic_defers", "procrastinate_workers")
"""Tables that `flush` leaves as they are: Django knows of them but does not manage them."""


def empty_database() -> None:
    """Remove every row, jobs that wait included."""
    call_command("flush", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(NOT_OURS)} CASCADE")
