"""What the addresses of the registry share: whether an answer has changed, and things by their ids."""

from collections.abc import Iterable

from django.utils import timezone

from projects.models import Project, Resource
from projects.querysets.ordering import in_order
from projects.search import generation
from vindplaats.api import views


def _index_and_day() -> tuple[object, ...]:
    return generation.current(), timezone.localdate()


unless_unchanged = views.unless_unchanged(_index_and_day)
"""Decorate a `get` that follows the search index; the day counts because regions are in force for a time."""


def listed(ids: Iterable[int]) -> list[Project]:
    """Return published projects as in a list, in the order of `ids`; what is gone meanwhile is left out."""
    return in_order(Project.objects.published().for_api_list(), ids)


def resources_listed(ids: Iterable[int]) -> list[Resource]:
    """Return public resources with all that is told of them, in the order of `ids`."""
    return in_order(Resource.objects.published().for_page(), ids)
