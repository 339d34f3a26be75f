"""Objects in the order of their ids: what a search or a count put first stays first."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet


def in_order(queryset: QuerySet, ids: Iterable[int]) -> list[Any]:
    """Return the objects of the queryset with these ids, in the order of `ids`; what is gone meanwhile is left out."""
    ids = list(ids)
    found = queryset.in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]
