"""A result list as a file, in the format that an import reads."""

import tempfile

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from projects.filters.projects import ProjectFilterSet
from projects.models import Project
from projects.services.exporting import CONTENT_TYPES, CannotExport, export_projects

MOST_PROJECTS = 10_000
"""More takes longer than a visitor waits, and longer than the server lets one request run."""


@login_not_required
@require_safe
def project_export(request: HttpRequest, format_: str) -> HttpResponse:
    """Answer the projects of the question in the address as a file; newest first."""
    if format_ not in CONTENT_TYPES:
        raise Http404
    answer = ProjectFilterSet(request.GET).answer
    if answer.counts.total > MOST_PROJECTS:
        return render(request, "projects/export_too_large.html", {"most": MOST_PROJECTS, "reason": ""}, status=400)
    projects = Project.objects.published().filter(pk__in=answer.ids(0, MOST_PROJECTS)).newest()
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    try:
        export_projects(projects, file, format_=format_)
    except CannotExport as error:
        file.close()
        return render(request, "projects/export_too_large.html", {"most": MOST_PROJECTS, "reason": error}, status=400)
    file.seek(0)
    name = f"vindplaats-projecten-{timezone.localdate():%Y-%m-%d}.{format_}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPES[format_])
