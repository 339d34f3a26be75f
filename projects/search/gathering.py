"""Fetch all that belongs to projects and is indexed with them at once: a query each took most of the time."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import JSONObject

from projects.models import Institute, LessonTheme, Project
from projects.search import clusters, relations
from projects.search.clusters import Clusters
from projects.search.programmes import links_ever
from projects.search.statements import Rows, Statement, made, own_fields, together, wanted, written

INSTITUTE = ("pk", "name", "slug", "place", "kind", "description", "gemeente_id", "created_at", "status")
"""What is read of the institute that leads a project: all that its own document is made of too."""
TERM = ("pk", "slug", "name")
RELATIONS: dict[str, tuple[str, ...]] = {
    "theme_links": ("tag__slug", "tag__name", "tag__name_en", "tag__parent__slug"),
    "sectors": TERM,
    "target_groups": TERM,
    "conditions": (*TERM, "synonyms"),
    "technology_links": ("tag__slug", "tag__name"),
    "applications": TERM,
    "partners": ("name",),
    "lessons": ("pk", "kind", "title", "situation", "outcome", "advice", "phase"),
    "resources": ("pk",),
    "further_resources": ("pk",),
    "contact_persons": ("is_active",),
    "programme_links": ("programme__slug", "programme__name"),
    "gemeenten": ("pk", "name"),
    "regions": TERM,
}
"""What a document is made of, by relation of a project."""
LESSON_THEMES, PROGRAMMES = "themes of lessons", "programmes"
"""What is read beside the relations: the own themes of its lessons, and the programmes that it is or was under."""


def gather(pks: Sequence[int]) -> list[Project]:
    """Return the published projects among `pks` with their institute and everything of RELATIONS.

    Each also has `themes_of_lessons` (slugs by lesson, those above them included) and `programmes_ever` (ids).
    """
    return _gathered(*together((_projects(), pks), (_statement(), pks)))


def gather_with_clusters(pks: Sequence[int]) -> tuple[list[Project], Clusters]:
    """Return the same, and the clusters in which lessons of `pks` are."""
    own, related, members = together((_projects(), pks), (_statement(), pks), (clusters.members(), pks))
    return _gathered(own, related), clusters.read(members)


def _gathered(own: Rows, related: Rows) -> list[Project]:
    projects = [_project(values) for values in own]
    found = relations.read(related)
    relations.put(projects, RELATIONS, found)
    for project in projects:
        project.themes_of_lessons = _by_lesson(map(json.loads, found.get((project.pk, LESSON_THEMES), ())))
        project.programmes_ever = {json.loads(one)["programme"] for one in found.get((project.pk, PROGRAMMES), ())}
    return projects


def _by_lesson(links: Iterable[Mapping[str, Any]]) -> dict[int, set[str]]:
    themes: dict[int, set[str]] = defaultdict(set)
    for link in links:
        themes[link["lesson"]].update({link["slug"], link["parent"]} - {None})
    return themes


@cache
def _projects() -> Statement:
    """Return the statement that reads published projects with all fields of their own, and what leads them."""
    found = Project.objects.published().filter(pk__in=wanted()).order_by("pk")
    return written(found.values_list(*own_fields(Project), *(f"institute__{name}" for name in INSTITUTE)))


def _project(values: Sequence[Any]) -> Project:
    names = own_fields(Project)
    own, institute = values[: len(names)], values[len(names) :]
    project = made(Project, names, own)
    project.institute = Institute(**dict(zip(INSTITUTE, institute, strict=True))) if project.institute_id else None
    return project


@cache
def _statement() -> Statement:
    """Return the statement that reads all relations."""
    first, *others = relations.queries(Project, RELATIONS)
    return written(first.union(*others, _lesson_themes(), *_programmes(), all=True))


def _lesson_themes() -> QuerySet:
    values = JSONObject(lesson="content_object", slug="tag__slug", parent="tag__parent__slug")
    links = LessonTheme.objects.filter(content_object__project__in=wanted()).order_by()
    return links.values_list(Value(LESSON_THEMES), "content_object__project", values)


def _programmes() -> Iterator[QuerySet]:
    """Give the query for the programmes that a project is under, and for those that it was taken out of."""
    for links in links_ever():
        yield links.values_list(Value(PROGRAMMES), "project", JSONObject(programme="programme"))
