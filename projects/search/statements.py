"""Statements that are written once: for a few objects, writing one takes longer than the database takes to answer."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

IDS = "the ids"
"""Stands in a statement for the ids that it is asked about."""
SOME, ANY = "SELECT unnest(%s::bigint[])", "= ANY(%s::bigint[])"
"""How the ORM writes that, and how the database plans it in half the time."""
Statement = tuple[str, tuple]
M = TypeVar("M", bound=Model)


def wanted() -> RawSQL:
    """Return what a queryset compares with, to be asked about some ids: `filter(pk__in=wanted())`."""
    return RawSQL(SOME, [IDS])  # noqa: S611 - a constant


def written(queryset: QuerySet) -> Statement:
    """Return the statement of a queryset, to keep."""
    text, parameters = queryset.query.sql_with_params()
    return text.replace(f"IN ({SOME})", ANY), parameters


def rows(statement: Statement, ids: Iterable[int]) -> list[tuple[Any, ...]]:
    """Return what a statement answers about these ids; without any, nothing is asked."""
    text, parameters = statement
    if not (ids := list(ids)):
        return []
    with connection.cursor() as cursor:
        cursor.execute(text, [ids if one == IDS else one for one in parameters])
        return cursor.fetchall()


@cache
def own_fields(model: type[Model], *without: str) -> tuple[str, ...]:
    """Return what a statement reads of a model to make whole objects of it, but for the fields that are left out."""
    return tuple(field.attname for field in model._meta.concrete_fields if field.attname not in without)


def made(model: type[M], names: Sequence[str], values: Sequence[Any]) -> M:
    """Return the object with these values of its fields, as a queryset would; fields left out are read when needed."""
    return model.from_db(DEFAULT_DB_ALIAS, names, values)
