"""The themes, and the page of one theme."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects import hooks
from projects.models import Theme
from projects.models.terms import in_reading_order
from projects.views.caching import unless_unchanged
from projects.views.lesson_ways import forecast_url
from projects.views.topics import Topic, topic_context, with_counts


def themes_with_counts() -> list[Theme]:
    """Return the themes of the first level, each with `child_list`, all with `project_count` of published projects."""
    themes = with_counts(in_reading_order(Theme.objects.all()), "thema")
    for theme in themes:
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
    """Show what is known of a theme; a parent theme includes its children."""
    theme = get_object_or_404(Theme.objects.select_related("parent"), slug=slug)
    context = topic_context(request, Topic("thema", theme)) | _around(theme)
    return render(request, "projects/topic_detail.html", context | hooks.parts(hooks.theme_page, theme, request.user))


def _around(theme: Theme) -> dict[str, Any]:
    family = Theme.objects.filter(parent=theme.parent_id or theme).exclude(pk=theme.pk)
    related = [one for one in with_counts(in_reading_order(family), "thema") if one.project_count]
    return {
        "list_url": reverse("projects:theme_list"),
        "list_label": _("Thema's"),
        "about": theme.about,
        "parent": theme.parent,
        "children": [] if theme.parent_id else related,
        "related": related if theme.parent_id else [],
        "forecast_url": forecast_url(theme=theme),
        "related_title": _("Verwante thema's"),
    }
