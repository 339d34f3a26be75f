"""Turn ids from the search engine into objects with all that a card shows, in the same order."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.utils.translation import get_language

from projects.models import Institute, Lesson, Programme, Project, Resource
from projects.querysets.ordering import in_order
from projects.search.highlight import Sought, passage
from projects.search.statements import Statement, made, own_fields, rows, wanted, written
from projects.views.lesson_company import with_company
from projects.views.project_facts import period

LONG_TEXTS = ("problem", "approach", "results", "stop_explanation", "kept_explanation")
"""What a card shows a passage of at most, and only when something is sought."""


def load_projects(ids: list[int], *, what: Sought | None = None) -> list[Project]:
    """Return projects as on a card, each with the passage that answers what is sought."""
    projects = _cards(ids, () if what and what.stems else LONG_TEXTS)
    themes = _theme_labels(ids) if projects else {}
    for project in projects:
        project.theme_labels = themes.get(project.pk, [])
        project.highlight = passage(_texts(project), what) if what and what.stems else ""
        project.why, project.lacks = [], []
    return projects


def _cards(ids: list[int], without: tuple[str, ...]) -> list[Project]:
    """Return the published projects with these ids, in the same order, as `for_card` reads them."""
    found = {project.pk: project for project in (_card(row, without) for row in rows(_cards_statement(without), ids))}
    return [found[pk] for pk in ids if pk in found]


def _card(row: Sequence[Any], without: tuple[str, ...]) -> Project:
    names, of_institute = own_fields(Project, *without), own_fields(Institute)
    *values, lesson_count = row
    project = made(Project, names, values[: len(names)])
    project.institute = made(Institute, of_institute, values[len(names) :]) if project.institute_id else None
    project.lesson_count = lesson_count
    return project


@cache
def _cards_statement(without: tuple[str, ...]) -> Statement:
    listed = Project.objects.published().for_card().filter(pk__in=wanted())
    of_institute = (f"institute__{name}" for name in own_fields(Institute))
    return written(listed.values_list(*own_fields(Project, *without), *of_institute, "lesson_count"))


def _theme_labels(ids: list[int]) -> dict[int, list[str]]:
    """Return the names of the themes of each of these projects, in the active language."""
    labels: dict[int, list[str]] = defaultdict(list)
    is_english = get_language() == "en"
    for pk, name, name_en in rows(_themes(), ids):
        labels[pk].append((is_english and name_en) or name)
    return labels


@cache
def _themes() -> Statement:
    links = Project.themes.through.objects.filter(content_object__in=wanted()).order_by("pk")
    return written(links.values_list("content_object", "tag__name", "tag__name_en"))


def _texts(project: Project) -> list[str]:
    return [project.summary, *(getattr(project, name) for name in LONG_TEXTS[:3])]


def load_lessons(ids: list[int]) -> list[Lesson]:
    """Return lessons as on a card."""
    return with_company(in_order(Lesson.objects.published().for_card(), ids))


def load_programmes(ids: list[int]) -> list[Programme]:
    """Return programmes as on a card, each with `period`: when it runs, in words."""
    programmes = in_order(Programme.objects.for_card(), ids)
    for programme in programmes:
        programme.period = period(programme.start, programme.end)
    return programmes


def load_resources(ids: list[int]) -> list[Resource]:
    """Return resources as on a card."""
    return in_order(Resource.objects.published().for_card(), ids)
