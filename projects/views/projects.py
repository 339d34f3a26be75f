"""The finder of projects and the page of one project."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from projects import hooks
from projects.filters.projects import ProjectFilterSet
from projects.models import Project, Resource
from projects.permissions import may_keep
from projects.search.similar import similar_projects
from projects.services.projects import NEVER_SHOWN
from projects.states import Status
from projects.views.caching import unless_unchanged
from projects.views.chosen import MOST_BESIDE
from projects.views.compare import compare_url
from projects.views.coverage_map import project_map
from projects.views.explaining import explain
from projects.views.finder import finder_context
from projects.views.former import lead_on_to_project
from projects.views.lesson_company import with_company
from projects.views.lesson_ways import forecast_url
from projects.views.loading import load_projects
from projects.views.picks import Picks
from projects.views.project_citation import citation
from projects.views.project_facts import project_context
from projects.views.project_history import public_history
from projects.views.project_timeline import timeline
from projects.views.structured_data import project_data
from projects.views.writing.finding import writing_context

MOST_UPDATES = 5


@login_not_required
@require_safe
@unless_unchanged
def project_list(request: HttpRequest) -> HttpResponse:
    """Show the projects that answer the question in the address."""
    filterset, picks = ProjectFilterSet(request.GET), Picks(request)

    def load(ids: list[int]) -> list[Project]:
        return picks.mark(explain(load_projects(ids, what=filterset.answer.sought), filterset.answer))

    context = finder_context(request, filterset, load) | {"picks": picks}
    return render(request, "projects/project_list.html", context)


@login_not_required
@require_safe
@unless_unchanged
def project_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one project; what somebody may not see is not there."""
    visible = Project.objects.visible_to(request.user)
    project = visible.for_page().filter(slug=slug).first()
    if project is None:
        return lead_on_to_project(slug, among=visible)
    writing = writing_context(request.user, project)
    if writing["waiting_text"] and project.status in NEVER_SHOWN:
        # Its text is not in the row yet.
        return redirect("projects:submission_preview", project.slug)
    page_url = request.build_absolute_uri(project.get_absolute_url())
    similar = load_projects(similar_projects(project.pk, f"{project.title} {project.summary}"))
    context = {
        **project_context(project),
        **writing,
        "resources": [*project.resources.all(), *Resource.objects.published().filter(from_project=project).in_order()],
        "similar": similar,
        "beside_url": compare_url([project, *similar][:MOST_BESIDE]) if similar else "",
        "updates": list(project.status_updates.all()[:MOST_UPDATES]),
        "may_keep": may_keep(request.user, project),
        "coverage": project_map(project),
        "forecast_url": forecast_url(
            theme=next(iter(project.linked_themes), None),
            sector=next(iter(project.sectors.all()), None),
            phase=project.phase,
        ),
        "timeline": timeline(project, public_history(project)),
        "page_url": page_url,
        "citation": citation(project, page_url),
        "structured_data": project_data(request, project),
        **(hooks.parts(hooks.project_page, project, request.user) if project.status == Status.PUBLISHED else {}),
    }
    context["lessons"] = hooks.mark_lessons(with_company(context["lessons"]), request.user)
    return render(request, "projects/project_detail.html", context)
