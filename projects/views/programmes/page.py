"""The page of one programme, of one of its lines, and all that its editors told."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from projects import hooks
from projects.models import Programme, Project
from projects.permissions import may_edit_programme
from projects.search.engine import Answer, Question
from projects.views.caching import unless_unchanged
from projects.views.loading import load_lessons, load_projects
from projects.views.paging import PAGE_SIZES, whole_number
from projects.views.programmes.documents import documents_of
from projects.views.programmes.lines import NO_LINE, SHOWN, lines_as_html, links_of
from projects.views.programmes.progress import progress_of, projects_url
from projects.views.programmes.timeline import timeline
from projects.views.project_facts import period
from projects.views.structured_data import programme_data

UPDATES_SHOWN, LESSONS_SHOWN = 3, 4
UPDATES_ON_A_PAGE = 20


@login_not_required
@require_safe
@unless_unchanged
def programme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a programme: what it is, how far it is, and all that is under it."""
    programme = get_object_or_404(Programme, slug=slug)
    updates = list(programme.updates.all()[: UPDATES_SHOWN + 1])
    context = {
        **programme_context(request, programme),
        "updates": updates[:UPDATES_SHOWN],
        "has_more_updates": len(updates) > UPDATES_SHOWN,
        "lessons": _lessons(request, programme),
        "may_edit": may_edit_programme(request.user, programme),
        "structured_data": programme_data(request, programme),
        **hooks.parts(hooks.programme_page, programme, request.user),
    }
    return render(request, "projects/programmes/page.html", context)


@login_not_required
@require_safe
@unless_unchanged
def programme_line(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show all projects of a line, a page at a time; number 0 stands for those without a line."""
    programme = get_object_or_404(Programme, slug=slug)
    line = get_object_or_404(programme.lines, pk=pk) if pk != NO_LINE else None
    links = links_of(programme).filter(line=line)
    projects = Project.objects.published().filter(pk__in=links.values("project")).newest()
    page = Paginator(projects.values_list("pk", flat=True), PAGE_SIZES[0]).get_page(
        whole_number(request.GET.get("page"), 1)
    )
    if line is None and not page.paginator.count:
        raise Http404
    page.object_list = load_projects(list(page.object_list))
    context = {
        "programme": programme,
        "line": line,
        "page_obj": page,
        "total": page.paginator.count,
        "all_url": projects_url(programme),
    }
    return render(request, "projects/programmes/line.html", context)


@login_not_required
@require_safe
@unless_unchanged
def programme_updates(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that was told of a programme, newest first."""
    programme = get_object_or_404(Programme, slug=slug)
    page = Paginator(programme.updates.all(), UPDATES_ON_A_PAGE).get_page(whole_number(request.GET.get("page"), 1))
    return render(request, "projects/programmes/updates.html", {"programme": programme, "page_obj": page})


def programme_context(request: HttpRequest, programme: Programme, *, shown: int = SHOWN) -> dict[str, Any]:
    """Return what the page of a programme and the report about it have in common."""
    milestones = list(programme.milestones.select_related("line"))
    return {
        "programme": programme,
        "period": period(programme.start, programme.end),
        "progress": progress_of(programme, milestones),
        "timeline": timeline(programme, milestones),
        "lines": lines_as_html(programme, shown),
        "documents": documents_of(programme),
        "page_url": request.build_absolute_uri(programme.get_absolute_url()),
        "report_url": reverse("projects:programme_report", args=[programme.slug]),
        "feed_url": reverse("projects:programme_feed", args=[programme.slug]),
    }


def _lessons(request: HttpRequest, programme: Programme) -> list[Any]:
    answer = Answer("lesson", Question(choices={"programma": [programme.slug]}))
    return hooks.mark_lessons(load_lessons(answer.ids(0, LESSONS_SHOWN)), request.user)
