"""Statements that are written once: for a few objects, writing one takes longer than the database takes to answer.

Reading and planning one does too: those of twenty tables take 0.4 ms when they were prepared in this connection, and
1.7 ms otherwise. So each connection prepares what it is asked about a few objects, and executes that by its name. The
plans are made for any ids (`plan_cache_mode` in the settings); about many, the database plans again.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

IDS = "the ids"
"""Stands in a statement for the ids that it is asked about."""
SOME, ANY = "SELECT unnest(%s::bigint[])", "= ANY(%s::bigint[])"
"""How the ORM writes that, and how the database plans it in half the time."""
FEW = 20
"""Ids about which a prepared statement is asked."""
Rows = list[tuple[Any, ...]]
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Statement:
    """A statement about some ids, and what else it compares with; IDS where those ids belong."""

    text: str
    parameters: tuple[Any, ...]

    @cached_property
    def name(self) -> str:
        """What a connection calls it once it is prepared; the same text has the same name."""
        return f"about_{hashlib.sha256(repr((self.text, self.parameters)).encode()).hexdigest()[:20]}"

    @cached_property
    def preparation(self) -> tuple[str, list[Any]]:
        """The command that prepares it, and its parameters: all but the ids."""
        places = iter(self.parameters)
        first, *parts = self.text.split("%s")
        text = first + "".join(("$1" if one == IDS else "%s") + part for one, part in zip(places, parts, strict=True))
        return f"PREPARE {self.name} (bigint[]) AS {text}", [one for one in self.parameters if one != IDS]


_prepared: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()
"""By connection to the database, as the driver has it: the names of what was prepared there."""


def wanted() -> RawSQL:
    """Return what a queryset compares with, to be asked about some ids: `filter(pk__in=wanted())`."""
    return RawSQL(SOME, [IDS])  # noqa: S611 - a constant


def written(queryset: QuerySet) -> Statement:
    """Return the statement of a queryset, to keep."""
    text, parameters = queryset.query.sql_with_params()
    return Statement(text.replace(f"IN ({SOME})", ANY), parameters)


def rows(statement: Statement, ids: Iterable[int]) -> Rows:
    """Return what a statement answers about these ids; without any, nothing is asked."""
    (found,) = together((statement, ids))
    return found


def together(*asked: tuple[Statement, Iterable[int]]) -> list[Rows]:
    """Return what each of these statements answers about its ids, asked at once: each way there and back takes time.

    None sees what another writes; without ids, a statement is not asked.
    """
    wanted = [(statement, list(ids)) for statement, ids in asked]
    if not (commands := [_command(statement, ids) for statement, ids in wanted if ids]):
        return [[] for _ in wanted]
    with connection.cursor() as cursor:
        # What keeps the history puts a command of its own before all that does not begin like this.
        text = "; ".join(["SELECT", *(text for text, _given in commands)])
        cursor.execute(text, [one for _text, given in commands for one in given])
        places = iter(range(-len(commands), 0))
        return [cursor.set_result(next(places)).fetchall() if ids else [] for _statement, ids in wanted]


def _command(statement: Statement, ids: list[int]) -> tuple[str, list[Any]]:
    """Return how a statement is asked about these ids, and its parameters."""
    if len(ids) <= FEW and _prepare(statement):
        return f"EXECUTE {statement.name} (%s)", [ids]
    return statement.text, [ids if one == IDS else one for one in statement.parameters]


def _prepare(statement: Statement) -> bool:
    """Have this connection know a statement by its name; False where what is between does not keep a connection."""
    # Django's own setting for those who let a pooler give out a connection for each transaction.
    if connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"):
        return False
    connection.ensure_connection()
    there = _prepared.setdefault(connection.connection, set())
    if statement.name not in there:
        # Not by a cursor of Django: what a page asks is counted, and this is asked once.
        with connection.wrap_database_errors, connection.connection.cursor() as cursor:
            cursor.execute(*statement.preparation)
        there.add(statement.name)
    return True


@cache
def own_fields(model: type[Model], *without: str) -> tuple[str, ...]:
    """Return what a statement reads of a model to make whole objects of it, but for the fields that are left out."""
    return tuple(field.attname for field in model._meta.concrete_fields if field.attname not in without)


def made(model: type[M], names: Sequence[str], values: Sequence[Any]) -> M:
    """Return the object with these values of its fields, as a queryset would; fields left out are read when needed."""
    return model.from_db(DEFAULT_DB_ALIAS, names, values)
