"""The finder of lessons."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from projects.filters.lessons import LessonFilterSet
from projects.views.caching import unless_unchanged
from projects.views.finder import finder_context
from projects.views.loading import load_lessons


@login_not_required
@require_safe
@unless_unchanged
def lesson_list(request: HttpRequest) -> HttpResponse:
    """Show the lessons that answer the question in the address."""
    filterset = LessonFilterSet(request.GET)
    return render(request, "projects/lesson_list.html", finder_context(request, filterset, load_lessons))
