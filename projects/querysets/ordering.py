"""Objects in the order of their ids: what a search or a count put first stays first."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet


def in_order(queryset: QuerySet, ids: Sequence[int]) -> list[Any]:
    """Return the objects of the queryset with these ids, in the order of `ids`; what is gone meanwhile is left out."""
    found = {one.pk: one for one in queryset.filter(pk__in=ids)}
    return [found[pk] for pk in ids if pk in found]
