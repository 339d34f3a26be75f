"""Two numbers that tell whether anything changed: what was made from the old state may be kept as long as they stay.

One grows whenever the index or anything else on a page changed, the other whenever what editors tune the search with
did. Both come from one statement, asked once a request: what a request reads under an older number than its own is
never shown to who knows the newer one.
"""

from dataclasses import dataclass

from django.db import connection, transaction

from vindplaats.remembering import forget, remember

READ = """
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS index, (SELECT number FROM search_tuning_version) AS tuning
    FROM search_generation
"""


@dataclass(frozen=True, slots=True)
class Numbers:
    """`index` is 0 before the first change, `tuning` as long as what ships was not loaded."""

    index: int
    tuning: int


def advance_on_commit() -> None:
    """Advance the number of the index once the running transaction is visible to others.

    After the commit and not before it: else somebody could count the old rows under the new number. A sequence, since a
    row would make all writers wait for each other. (What editors tune changes seldom: triggers number it in a row, so
    that a change counts within its own transaction already, and no longer when that is rolled back.)
    """
    transaction.on_commit(_advance)


def current() -> int:
    """Return the number of the index."""
    return numbers().index


def numbers() -> Numbers:
    """Return both numbers as they stand, or stood when this request first asked."""
    return remember(READ, _read)


def know(read: Numbers) -> None:
    """Have this request go by numbers that were read along with something else, unless it knows them already."""
    remember(READ, lambda: read)


def look_again() -> None:
    """Have the numbers read anew; for who changes something and looks at it within one request."""
    forget(READ)


def _read() -> Numbers:
    with connection.cursor() as cursor:
        cursor.execute(READ)
        return Numbers(*cursor.fetchone())


def _advance() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('search_generation')")
    look_again()
