"""Fetch all that belongs to projects and is indexed with them, in one statement: a query each took most of the time.

The objects that come out hold what a document is made of and nothing else. They stand where `prefetch_related` would
have put them.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from django.db.models import Model, QuerySet, Value
from django.db.models.functions import JSONObject

from projects.models import Institute, LessonTheme, Project
from projects.search.programmes import links_ever
from projects.search.statements import Statement, made, own_fields, rows, wanted, written

INSTITUTE = ("pk", "name", "place", "kind", "description", "gemeente_id", "created_at", "status")
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
    projects = [_project(values) for values in rows(_projects(), pks)]
    found: dict[tuple[int, str], list[Any]] = defaultdict(list)
    for name, owner, values in rows(_statement(), [project.pk for project in projects]):
        read = json.loads(values)
        found[owner, name].append(_made(_model(name), read) if name in RELATIONS else read)
    for project in projects:
        project._prefetched_objects_cache = {name: _read(_model(name), found[project.pk, name]) for name in RELATIONS}
        project.themes_of_lessons = _by_lesson(found[project.pk, LESSON_THEMES])
        project.programmes_ever = {one["programme"] for one in found[project.pk, PROGRAMMES]}
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
    first, *others = (_of_relation(name, paths) for name, paths in RELATIONS.items())
    return written(first.union(*others, _lesson_themes(), *_programmes(), all=True))


def _lesson_themes() -> QuerySet:
    values = JSONObject(lesson="content_object", slug="tag__slug", parent="tag__parent__slug")
    links = LessonTheme.objects.filter(content_object__project__in=wanted()).order_by()
    return links.values_list(Value(LESSON_THEMES), "content_object__project", values)


def _programmes() -> Iterator[QuerySet]:
    """Give the query for the programmes that a project is under, and for those that it was taken out of."""
    for links in links_ever():
        yield links.values_list(Value(PROGRAMMES), "project", JSONObject(programme="programme"))


def links_of(name: str) -> tuple[type[Model], str, str]:
    """Return the table that holds a relation of a project, its field for the project, and what leads to the other."""
    field = Project._meta.get_field(name)
    if field.many_to_many:
        return field.remote_field.through, field.m2m_field_name(), field.m2m_reverse_field_name()
    if field.one_to_many:
        return field.related_model, field.field.name, ""
    return Project, "pk", name


def _of_relation(name: str, paths: Iterable[str]) -> QuerySet:
    """Return the query for one relation: its name, the project, and what `paths` lead to."""
    links, owner, prefix = links_of(name)
    values = JSONObject(**{path: f"{prefix}__{path}" if prefix else path for path in paths})
    found = links._default_manager.filter(**{f"{owner}__in": wanted()}).order_by(*_order(name, prefix))
    return found.values_list(Value(name), owner, values)


def _order(name: str, prefix: str) -> list[str]:
    """Return the usual order of what is read, so that the words of a text keep their places."""
    usual = _model(name)._meta.ordering
    return [*(f"{prefix}__{one}" if prefix else one for one in usual), "pk"]


def _model(name: str) -> type[Model]:
    return Project._meta.get_field(name).related_model


def _made(model: type[Model], values: Mapping[str, Any]) -> Model:
    """Return an object with these values; a path with two underscores leads to an object that it points to."""
    made = model(**{path: value for path, value in values.items() if "__" not in path})
    further: dict[str, dict[str, Any]] = defaultdict(dict)
    for path, value in values.items():
        name, _, rest = path.partition("__")
        if rest:
            further[name][rest] = value
    for name, some in further.items():
        if any(value is not None for value in some.values()):
            setattr(made, name, _made(model._meta.get_field(name).related_model, some))
    return made


def _read(model: type[Model], objects: list[Model]) -> QuerySet:
    """Return a queryset that has been read already."""
    queryset = model._default_manager.all()
    queryset._result_cache, queryset._prefetch_done = objects, True
    return queryset
