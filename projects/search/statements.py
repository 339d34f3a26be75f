"""Statements that are written once: for a few objects, writing one takes longer than the database takes to answer.

Reading and planning one does too: what belongs to a project takes 0.4 ms when that was prepared in this connection, and
1.7 ms otherwise. So each connection prepares what it is asked about a few objects, and executes that by its name. The
plans are made for any ids (`plan_cache_mode` in the settings); about many, the database plans again.

What was prepared fits the columns as they were then. When a migration changed the type of one, the database refuses it
once in each connection: it is prepared anew, and asked again where no transaction is lost by that.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, NotSupportedError, connection
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

IDS = "the ids"
"""Stands in a statement for the ids that it is asked about."""
SOME, ANY = "SELECT unnest(%s::bigint[])", "= ANY(%s::bigint[])"
"""How the ORM writes that, and how the database plans it in half the time."""
FEW = 20
"""About so many ids at most a prepared statement is asked."""
Rows = list[tuple[Any, ...]]
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Statement:
    """A statement about some ids, and what else it compares with: texts, numbers and days, and IDS for those ids."""

    text: str
    parameters: tuple[Any, ...]

    @cached_property
    def name(self) -> str:
        """By what a connection knows it; the same text has the same name."""
        return f"about_{hashlib.sha256(repr((self.text, self.parameters)).encode()).hexdigest()[:20]}"

    def preparation(self, name: str) -> tuple[str, list[Any]]:
        """Return the command that prepares it under a name, and its parameters: all but the ids."""
        first, *parts = re.split(r"(?<!%)%s", self.text)
        places = zip(self.parameters, parts, strict=True)
        text = first + "".join(("$1" if one == IDS else "%s") + part for one, part in places)
        return f"PREPARE {name} (bigint[]) AS {text}", [one for one in self.parameters if one != IDS]


@dataclass
class Prepared:
    """What was prepared in a connection, and how often all of it was given up for new columns."""

    names: set[str] = field(default_factory=set)
    turn: int = 0


_prepared: WeakKeyDictionary[Any, Prepared] = WeakKeyDictionary()
"""By connection to the database, as the driver has it."""


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

    Without ids, a statement is not asked.
    """
    about = [(statement, list(ids)) for statement, ids in asked]
    try:
        return _answers(about)
    except NotSupportedError:
        # Columns changed since it was prepared.
        _give_up()
        if connection.in_atomic_block:
            raise
        return _answers(about)


def _answers(about: list[tuple[Statement, list[int]]]) -> list[Rows]:
    if not (commands := [_command(statement, ids) for statement, ids in about if ids]):
        return [[] for _ in about]
    with connection.cursor() as cursor:
        # What keeps the history puts a command of its own before all that does not begin like this.
        text = "; ".join(["SELECT", *(text for text, _given in commands)])
        cursor.execute(text, [one for _text, given in commands for one in given])
        places = iter(range(-len(commands), 0))
        return [cursor.set_result(next(places)).fetchall() if ids else [] for _statement, ids in about]


def _command(statement: Statement, ids: list[int]) -> tuple[str, list[Any]]:
    """Return how a statement is asked about these ids, and its parameters."""
    # Django's own setting for those who let a pooler give out a connection for each transaction: it keeps none.
    if len(ids) <= FEW and not connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"):
        return f"EXECUTE {_prepare(statement)} (%s)", [ids]
    return statement.text, [ids if one == IDS else one for one in statement.parameters]


def _prepare(statement: Statement) -> str:
    """Have this connection know a statement, and return by what name."""
    there = _there()
    name = f"{statement.name}_{there.turn}"
    if name not in there.names:
        # Not by a cursor of Django: what a page asks is counted, and this is asked once.
        with connection.wrap_database_errors, connection.connection.cursor() as cursor:
            cursor.execute(*statement.preparation(name))
        there.names.add(name)
    return name


def _give_up() -> None:
    """Have this connection prepare everything anew, under other names: in a lost transaction nothing can be undone."""
    there = _there()
    there.names.clear()
    there.turn += 1


def _there() -> Prepared:
    connection.ensure_connection()
    return _prepared.setdefault(connection.connection, Prepared())


@cache
def own_fields(model: type[Model], *without: str) -> tuple[str, ...]:
    """Return what a statement reads of a model to make whole objects of it, but for the fields that are left out."""
    return tuple(field.attname for field in model._meta.concrete_fields if field.attname not in without)


def made(model: type[M], names: Sequence[str], values: Sequence[Any]) -> M:
    """Return the object with these values of its fields, as a queryset would; fields left out are read when needed."""
    return model.from_db(DEFAULT_DB_ALIAS, names, values)
