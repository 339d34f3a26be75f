"""What lessons of several projects that are one make of their documents: which have one, and what else stands in it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from projects.models import ClusterMember
from projects.search.statements import Statement, rows, wanted, written


@dataclass(frozen=True)
class Member:
    """A published lesson in a cluster."""

    cluster: int
    lesson: int
    project: int
    is_merged: bool


@dataclass
class Clusters:
    """The clusters of some lessons."""

    hidden: set[int] = field(default_factory=set)
    """Lessons that are read on the page of another one, and have no document."""
    taken_in: dict[int, list[Member]] = field(default_factory=dict)
    """Of each lesson that leads, those that are merged into it."""


def beside(projects: Collection[int]) -> dict[str, list[int]]:
    """Return the lessons of other projects of which the documents depend on the lessons of these, published or not."""
    found = rows(_others(), projects)
    return {"lesson": sorted({lesson for lesson, project in found if project not in set(projects)})}


def read(members: Iterable[Sequence[Any]]) -> Clusters:
    """Return what `members`, the rows of the statement of that name, come to."""
    clusters, leads = Clusters(), {}
    for one in (Member(*values) for values in members):
        lead = leads.setdefault(one.cluster, one)
        if one is not lead and one.is_merged:
            clusters.hidden.add(one.lesson)
            clusters.taken_in.setdefault(lead.lesson, []).append(one)
    return clusters


@cache
def members() -> Statement:
    """Return the statement that reads the published lessons in clusters with a lesson of some projects."""
    found = ClusterMember.objects.beside(lesson__project__in=wanted()).published().in_order()
    return written(found.values_list("cluster", "lesson", "lesson__project", "is_merged"))


@cache
def _others() -> Statement:
    found = ClusterMember.objects.beside(lesson__project__in=wanted()).order_by()
    return written(found.values_list("lesson", "lesson__project"))


def outside(clusters: Clusters, found: Sequence[int]) -> list[int]:
    """Return the projects of merged lessons that are not among `found`."""
    return sorted({one.project for some in clusters.taken_in.values() for one in some} - set(found))
