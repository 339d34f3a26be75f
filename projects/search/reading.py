"""Read the index by way of what this process read not long ago.

A shelf tells the version of the index that a question goes by. Each statement tells the version that it saw itself,
and what it gave is kept only where the two are the same. So a shelf from before a change does no harm when it is asked
after it, nor one that is asked before and after a rollback.
"""

from collections.abc import Hashable
from typing import Any

from django.db import connection
from psycopg import Cursor

from projects.search.recent import recent
from projects.search.shelf import Shelf

SEEN = """
    SELECT seen.version, found.* FROM (
        SELECT (SELECT version FROM search_searchedition WHERE id = %(edition)s) AS version
    ) seen LEFT JOIN LATERAL ({found}) found ON true{order}
"""
Rows = list[tuple[Any, ...]]


def seen(found: str, order: str = "") -> str:
    """Return a statement that tells with each row which version it saw, and that without any other row too."""
    return SEEN.replace("{found}", found).replace("{order}", f" ORDER BY {order}" if order else "")


def ask(statement: str, shelf: Shelf, **given: Any) -> tuple[int | None, Rows]:
    """Return the version that a `seen` statement saw, None when the edition is gone, and its rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, _given(shelf, given))
        return _apart(cursor.fetchall())


def ask_in_bytes(statement: str, shelf: Shelf, **given: Any) -> tuple[int | None, Rows]:
    """Return the same; not by Django's own cursor: that has each byte sent as two digits, and read back one by one."""
    return _apart(in_bytes(statement, _given(shelf, given)))


def in_bytes(statement: str, given: dict[str, Any]) -> Rows:
    """Return the rows of any statement, with bytes as they are."""
    connection.ensure_connection()
    with connection.wrap_database_errors, Cursor(connection.connection) as cursor:
        return cursor.execute(statement, given, binary=True).fetchall()


def kept(shelf: Shelf, *key: Hashable) -> Any:
    """Return what was kept under this key from the version of the shelf; None when that is nothing."""
    return recent.get((shelf.database, shelf.version, *key))


def keep(shelf: Shelf, version: int | None, *key: Hashable, value: Any, size: int = 0) -> None:
    """Keep what was read at a version, of which the contents take `size` bytes; unless that is not the shelf's."""
    if version == shelf.version:
        recent.put((shelf.database, version, *key), value, size)


def _given(shelf: Shelf, given: dict[str, Any]) -> dict[str, Any]:
    return {"edition": shelf.edition, "kind": shelf.kind, **given}


def _apart(rows: Rows) -> tuple[int | None, Rows]:
    """Return the version, which stands in each row, and the rows without it; the row of nothing is left out."""
    version = rows[0][0]
    if len(rows) == 1 and all(value is None for value in rows[0][1:]):
        return version, []
    return version, [row[1:] for row in rows]
