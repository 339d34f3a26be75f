"""What a programme has of the projects under it: their themes, sectors, conditions and institutes."""

from collections.abc import Iterable
from functools import cache

from django.db.models import QuerySet, Value

from projects.models import ProjectProgramme
from projects.search.statements import Statement, rows, wanted, written
from projects.states import Status

FACETS = {
    "thema": ("project__theme_links__tag__slug", "project__theme_links__tag__parent__slug"),
    "sector": ("project__sectors__slug",),
    "aandoening": ("project__conditions__slug",),
    "instelling": ("project__institute__slug",),
}
"""How a link leads to the values of each facet."""


def of_projects(pks: Iterable[int]) -> set[int]:
    """Return the ids of the programmes under which these projects run, or ran before: those have to let go of them."""
    return {pk for (pk,) in rows(_programmes(), pks)}


def keys_of(pks: Iterable[int]) -> dict[int, list[str]]:
    """Return the facet keys of each of these programmes, such as 'thema:beeldzorg'."""
    found: dict[int, list[str]] = {pk: [] for pk in pks}
    for pk, name, slug in rows(_keys(), found):
        found[pk].append(f"{name}:{slug}")
    return {pk: sorted(keys) for pk, keys in found.items()}


@cache
def _programmes() -> Statement:
    links = ProjectProgramme.objects.filter(project__in=wanted()).order_by().values_list("programme")
    events = ProjectProgramme.pgh_event_model.objects.filter(project__in=wanted(), pgh_label="delete")
    return written(links.union(events.order_by().values_list("programme")))


@cache
def _keys() -> Statement:
    first, *others = (_of_facet(name, path) for name, paths in FACETS.items() for path in paths)
    return written(first.union(*others))


def _of_facet(name: str, path: str) -> QuerySet:
    links = ProjectProgramme.objects.filter(programme__in=wanted(), project__status=Status.PUBLISHED)
    return links.filter(**{f"{path}__isnull": False}).order_by().values_list("programme", Value(name), path)
