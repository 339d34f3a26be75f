"""Turn ids from the search engine into objects with all that a card shows, in the same order."""

from typing import Any

from django.db.models import QuerySet

from projects.models import Lesson, Project
from projects.search.highlight import Sought, passage


def in_order(queryset: QuerySet, ids: list[int]) -> list[Any]:
    """Return the objects with these ids in the order of `ids`; what is gone meanwhile is left out."""
    found = {one.pk: one for one in queryset.filter(pk__in=ids)}
    return [found[pk] for pk in ids if pk in found]


def load_projects(ids: list[int], *, what: Sought | None = None) -> list[Project]:
    """Return projects as on a card, each with the passage that answers what is sought."""
    projects = in_order(Project.objects.published().for_listing(), ids)
    for project in projects:
        texts = [project.summary, project.problem, project.approach, project.results]
        project.highlight = passage(texts, what) if what else ""
        project.why, project.lacks = [], []
    return projects


def load_lessons(ids: list[int]) -> list[Lesson]:
    """Return lessons as on a card."""
    return in_order(Lesson.objects.published().for_listing(), ids)
