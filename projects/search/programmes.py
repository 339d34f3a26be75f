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


def links_ever() -> tuple[QuerySet, QuerySet]:
    """Return the links of some projects to programmes, and those that they lost, for a statement about their ids."""
    lost = ProjectProgramme.pgh_event_model.objects.filter(pgh_label="delete")
    now, before = (links.filter(project__in=wanted()).order_by() for links in (ProjectProgramme.objects.all(), lost))
    return now, before


@cache
def _programmes() -> Statement:
    now, before = (links.values_list("programme") for links in links_ever())
    return written(now.union(before))


@cache
def _keys() -> Statement:
    first, *others = (_of_facet(name, path) for name, paths in FACETS.items() for path in paths)
    return written(first.union(*others))


def _of_facet(name: str, path: str) -> QuerySet:
    links = ProjectProgramme.objects.filter(programme__in=wanted(), project__status=Status.PUBLISHED)
    return links.filter(**{f"{path}__isnull": False}).order_by().values_list("programme", Value(name), path)
