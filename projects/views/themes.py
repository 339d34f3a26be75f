"""The themes, and the page of one theme."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from projects import hooks
from projects.models import Theme
from projects.models.terms import in_reading_order
from projects.search.engine import Answer, Question
from projects.views.caching import unless_unchanged
from projects.views.lesson_ways import forecast_url
from projects.views.loading import load_lessons, load_projects
from projects.views.paging import answer_page

LESSONS_SHOWN = 6


def themes_with_counts() -> list[Theme]:
    """Return the themes of the first level, each with `child_list`, all with `project_count` of published projects."""
    counts = Answer("project", Question()).counts
    themes = in_reading_order(Theme.objects.all())
    for theme in themes:
        theme.project_count = counts.of("thema", theme.slug)
        theme.child_list = [child for child in themes if child.parent_id == theme.pk]
    return [theme for theme in themes if theme.parent_id is None]


@login_not_required
@require_safe
@unless_unchanged
def theme_list(request: HttpRequest) -> HttpResponse:
    """Show all themes in two levels."""
    return render(request, "projects/theme_list.html", {"themes": themes_with_counts()})


@login_not_required
@require_safe
@unless_unchanged
def theme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the projects and lessons of a theme; a parent theme includes its children."""
    theme = get_object_or_404(Theme.objects.select_related("parent"), slug=slug)
    return render(
        request,
        "projects/theme_detail.html",
        _context(request, theme) | hooks.parts(hooks.theme_page, theme, request.user),
    )


def _context(request: HttpRequest, theme: Theme) -> dict[str, Any]:
    answer = Answer("project", Question(choices={"thema": [theme.slug]}))
    lessons = Answer("lesson", Question(choices={"thema": [theme.slug]})).ids(0, LESSONS_SHOWN)
    counts = Answer("project", Question()).counts
    family = Theme.objects.filter(parent=theme.parent_id or theme).exclude(pk=theme.pk)
    related = _with_counts(in_reading_order(family), counts)
    return {
        "theme": theme,
        "parent": theme.parent,
        "children": [] if theme.parent_id else related,
        "related": related if theme.parent_id else [],
        "page_obj": answer_page(request, answer, load_projects),
        "total": answer.counts.total,
        "lessons": load_lessons(lessons),
        "forecast_url": forecast_url(theme=theme),
    }


def _with_counts(themes: list[Theme], counts: Any) -> list[Theme]:
    for theme in themes:
        theme.project_count = counts.of("thema", theme.slug)
    return [theme for theme in themes if theme.project_count]
