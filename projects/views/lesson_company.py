"""Which projects met the same lesson, for each lesson of a list: one question, however many there are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from projects.models import ClusterMember, Lesson
from projects.search.statements import Statement, rows, wanted, written
from vindplaats.addresses import page_of


@dataclass(frozen=True)
class Met:
    """A published project that met the lesson as well, and its own words for it."""

    lesson_id: int
    slug: str
    project_id: int
    title: str
    language: str

    def get_absolute_url(self) -> str:
        """Return the page where its own words are read."""
        return page_of("projects:lesson_detail", self.slug)


@dataclass
class Company:
    """Who is beside a lesson."""

    same: list[int] = field(default_factory=list)
    """The published lessons that are the same one, itself included."""
    others: list[Met] = field(default_factory=list)
    """Other projects that met it, each once."""

    @property
    def project_count(self) -> int:
        """How many projects met it, its own included."""
        return len(self.others) + 1


def with_company(lessons: Iterable[Lesson]) -> list[Lesson]:
    """Return the lessons, each with its `company`."""
    lessons = list(lessons)
    found = _companies(lessons) if lessons else {}
    for lesson in lessons:
        lesson.company = found.get(lesson.pk) or Company([lesson.pk])
    return lessons


def _companies(lessons: list[Lesson]) -> dict[int, Company]:
    clusters: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for cluster, *member in rows(_members(), [lesson.pk for lesson in lessons]):
        clusters[cluster].append(tuple(member))
    cluster_of = {member[0]: members for members in clusters.values() for member in members}
    return {one.pk: _company(one, cluster_of[one.pk]) for one in lessons if one.pk in cluster_of}


def _company(lesson: Lesson, members: list[tuple[Any, ...]]) -> Company:
    others: dict[int, Met] = {}
    for member in members:
        one = Met(*member)
        if one.project_id != lesson.project_id:
            others.setdefault(one.project_id, one)
    return Company([member[0] for member in members], list(others.values()))


@cache
def _members() -> Statement:
    found = ClusterMember.objects.beside(lesson__in=wanted()).published().in_order()
    shown = ("lesson__project__title", "lesson__project__language")
    return written(found.values_list("cluster", "lesson", "lesson__slug", "lesson__project", *shown))
