"""The project and the text that an address of a writer means; what is not theirs is not there."""

from typing import Any

from django.http import Http404, HttpRequest

from projects.models import FormerSlug, Project, Revision
from projects.permissions import Visitor, may_see_versions, may_write


def own_project(request: HttpRequest, slug: str) -> Project:
    """Return the project, also by an address that it had while it was written; 404 for who may not see its texts."""
    projects = Project.objects.select_related("institute", "owner")
    project = projects.filter(slug=slug).first()
    if project is None and (former := FormerSlug.objects.filter(slug=slug, institute=None).first()):
        project = projects.get(pk=former.project_id)
    if project is None or not may_see_versions(request.user, project):
        raise Http404
    return project


def open_revision(project: Project) -> Revision | None:
    """Return the text that is in the making, with the project that is known already."""
    revision = project.revisions.open().select_related("created_by", "updated_by").first()
    if revision:
        revision.project = project
    return revision


def writing_context(user: Visitor, project: Project) -> dict[str, Any]:
    """Return what the page of a project shows its writers: `may_write`, and `waiting_text` that is in the making."""
    if not may_see_versions(user, project):
        return {"may_write": False, "waiting_text": None}
    return {"may_write": may_write(user, project), "waiting_text": open_revision(project)}
