"""A number that grows whenever the index changed: what was counted before may be kept as long as it stays the same."""

from django.db import connection, transaction


def advance_on_commit() -> None:
    """Advance the number once the running transaction is visible to others.

    After the commit and not before it: else somebody could count the old rows under the new number. A sequence, since a
    row would make all writers wait for each other.
    """
    transaction.on_commit(_advance)


def current() -> int:
    """Return the number as it stands; 0 before the first change, since the first call gives what it starts with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM search_generation")
        return cursor.fetchone()[0]


def _advance() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('search_generation')")
