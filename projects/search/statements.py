"""Statements that are written once: for a few objects, writing one takes longer than the database takes to answer."""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

IDS = "the ids"
"""Stands in a statement for the ids that it is asked about."""
SOME, ANY = "SELECT unnest(%s::bigint[])", "= ANY(%s::bigint[])"
"""How the ORM writes that, and how the database plans it in half the time."""
Statement = tuple[str, tuple]


def wanted() -> RawSQL:
    """Return what a queryset compares with, to be asked about some ids: `filter(pk__in=wanted())`."""
    return RawSQL(SOME, [IDS])  # noqa: S611 - a constant


def written(queryset: QuerySet) -> Statement:
    """Return the statement of a queryset, to keep."""
    text, parameters = queryset.query.sql_with_params()
    return text.replace(f"IN ({SOME})", ANY), parameters


def rows(statement: Statement, ids: Iterable[int]) -> list[tuple[Any, ...]]:
    """Return what a statement answers about these ids."""
    text, parameters = statement
    ids = list(ids)
    with connection.cursor() as cursor:
        cursor.execute(text, [ids if one == IDS else one for one in parameters])
        return cursor.fetchall()
