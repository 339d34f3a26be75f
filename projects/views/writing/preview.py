"""What readers will see once the text is on the site."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from projects.views.coverage_map import project_map
from projects.views.project_facts import project_context
from projects.views.writing.finding import open_revision, own_project
from projects.views.writing.previewing import previewed


@never_cache
@require_safe
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the page of a project with the text that is in the making; nothing is written."""
    project = own_project(request, slug)
    revision = open_revision(project)
    if revision is None:
        return redirect("projects:submission_overview", project.slug)
    shown = previewed(project, revision.content)
    context: dict[str, Any] = {
        **project_context(shown),
        "revision": revision,
        "is_preview": True,
        "coverage": project_map(shown),
        "similar": [],
        "updates": [],
        "timeline": [],
        "structured_data": None,
    }
    return render(request, "projects/writing/preview.html", context)
