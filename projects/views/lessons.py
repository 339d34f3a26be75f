"""The finder of lessons, and the page of one lesson."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from projects import hooks
from projects.filters.lessons import LessonFilterSet
from projects.models import Lesson, LessonHelp
from projects.search.similar import similar_lessons
from projects.states import LessonKind
from projects.views.caching import unless_unchanged
from projects.views.finder import finder_context
from projects.views.former import lead_on_to_lesson
from projects.views.lesson_company import with_company
from projects.views.lesson_help import helps_for
from projects.views.lesson_ways import forecast_url
from projects.views.loading import load_lessons
from projects.views.structured_data import lesson_data

LINKED_SHOWN = 8


@login_not_required
@require_safe
@unless_unchanged
def lesson_list(request: HttpRequest) -> HttpResponse:
    """Show the lessons that answer the question in the address."""
    filterset = LessonFilterSet(request.GET)
    return render(request, "projects/lesson_list.html", finder_context(request, filterset, load_lessons))


@login_not_required
@require_safe
@unless_unchanged
def lesson_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one lesson, with the others that are the same one; a merged one is read on the page of its lead.

    The address of one that two projects had both leads on to the one that stayed.
    """
    lesson = Lesson.objects.published().for_page().filter(slug=slug).first()
    if lesson is None:
        return lead_on_to_lesson(slug)
    same = lesson.same_lessons()
    lead = same[0] if same else lesson
    if lead.pk != lesson.pk and lesson.in_cluster.is_merged:
        return _lead_on(lead, lesson)
    others = [one for one in same if one.pk != lesson.pk]
    return render(request, "projects/lesson_detail.html", _context(request, lesson, others, is_lead=lead == lesson))


def _lead_on(lead: Lesson, lesson: Lesson) -> HttpResponse:
    """Return the way to where a merged lesson stands; not kept for long, since it may stand by itself again."""
    response = HttpResponsePermanentRedirect(f"{lead.get_absolute_url()}#les-{lesson.slug}")
    response["Cache-Control"] = "max-age=0"
    return response


def _context(request: HttpRequest, lesson: Lesson, others: list[Lesson], *, is_lead: bool) -> dict[str, Any]:
    merged = [one for one in others if is_lead and one.in_cluster.is_merged]
    with_company([lesson])
    hooks.mark_lessons([lesson, *merged], request.user)
    project, is_pitfall = lesson.project, lesson.kind == LessonKind.PITFALL
    ids = [lesson.pk, *(one.pk for one in others)]
    text = f"{lesson.title} {lesson.situation} {lesson.advice}"
    helps = helps_for({lesson.pk: [lesson, *others]})[lesson.pk] if is_pitfall else []
    helps_against = [] if is_pitfall else _helps_against(ids)
    shown = [*ids, *(one.lesson.pk for one in helps), *(one.pk for one in helps_against)]
    return {
        "lesson": lesson,
        "project": project,
        "themes": list(lesson.themes.all()) or project.linked_themes,
        "sectors": project.sectors.all(),
        "merged": merged,
        "linked": [one for one in others if one not in merged],
        "linked_shown": LINKED_SHOWN,
        "project_count": lesson.company.project_count,
        "helps": helps,
        "helps_against": helps_against,
        "heard": None if is_pitfall else hooks.heard_of({lesson.pk: ids}).get(lesson.pk),
        "similar": load_lessons(similar_lessons(lesson.pk, text, without=_of_its_project(lesson, shown))),
        "ways_to_ask": [way for ways in hooks.ways_to_ask(project) for way in ways],
        "forecast_url": forecast_url(
            theme=next(iter(project.linked_themes), None),
            sector=next(iter(project.sectors.all()), None),
            phase=lesson.phase_of_all,
        ),
        "page_url": request.build_absolute_uri(lesson.get_absolute_url()),
        "structured_data": lesson_data(request, lesson),
    }


def _of_its_project(lesson: Lesson, shown: list[int]) -> list[int]:
    """Return what is nothing new: what the page shows already, and what stands beside it on that of its project."""
    return [*shown, *Lesson.objects.filter(project=lesson.project_id).order_by().values_list("pk", flat=True)]


def _helps_against(ids: list[int]) -> list[Lesson]:
    """Return the pitfalls against which any of these lessons helps; one that several projects met is named once."""
    pairs = LessonHelp.objects.published().filter(helper__in=ids).select_related("pitfall__project__institute")
    found = with_company({pair.pitfall_id: pair.pitfall for pair in pairs}.values())
    return list({min(one.company.same): one for one in found}.values())
