"""The page of one project for its writers: how far each section is, what waits, and what can be done."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from projects.forms.writing.contact import colleagues
from projects.models import Project, ReviewCase
from projects.permissions import may_hand_over, may_write
from projects.services import revisions
from projects.services.refusals import Refused
from projects.services.revisions.saving import OPEN_TO_WRITERS
from projects.states import Stage, Status
from projects.views.paging import whole_number
from projects.views.writing.finding import open_revision, own_project
from projects.views.writing.progress import OPTIONAL, READY, steps


@require_safe
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the sections of the text in the making, or what can be begun when there is none."""
    project = own_project(request, slug)
    revision = open_revision(project)
    todo = steps(revision) if revision and revision.status in OPEN_TO_WRITERS else []
    context: dict[str, Any] = {
        "project": project,
        "revision": revision,
        "steps": todo,
        "done": sum(step.state in (READY, OPTIONAL) for step in todo),
        "title": str(revision or project),
        "may_write": may_write(request.user, project),
        "heirs": _heirs(request, project),
        "case": _case(revision.pk) if revision and revision.status == Stage.SUBMITTED else None,
        "is_public": project.status == Status.PUBLISHED,
    }
    return render(request, "projects/writing/overview.html", context)


def _case(revision: int) -> ReviewCase | None:
    return ReviewCase.objects.filter(kind="revision", object_id=revision, closed_at=None).first()


def _heirs(request: HttpRequest, project: Project) -> list[Any]:
    """Return who can become the owner; nobody when who looks may not say so."""
    if not may_hand_over(request.user, project):
        return []
    return [one for one in colleagues(project) if one.pk != project.owner_id]


@require_POST
def begin_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a text with what is on the site."""
    project = own_project(request, slug)
    return _do(request, project, lambda: revisions.begin_edit(project=project, by=request.user))


@require_POST
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a text back from the moderators."""
    project = own_project(request, slug)
    if (revision := open_revision(project)) is None:
        raise Http404
    said = _("U hebt de tekst teruggehaald. U kunt er weer aan schrijven.")
    return _do(request, project, lambda: revisions.withdraw(revision=revision, by=request.user), said)


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask whether a text should be thrown away, and do so."""
    project = own_project(request, slug)
    revision = open_revision(project)
    if revision is None or revision.status not in OPEN_TO_WRITERS:
        return redirect("projects:submission_overview", project.slug)
    if request.method != "POST":
        context = {"project": project, "revision": revision, "is_public": project.published_at is not None}
        return render(request, "projects/writing/discard.html", context)
    try:
        revisions.discard(revision=revision, by=request.user)
        messages.success(request, _("Weggegooid: ‘%(title)s’.") % {"title": revision})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("projects:submission_list")


@require_POST
def hand_over(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a colleague the owner."""
    project = own_project(request, slug)
    heirs = {one.pk: one for one in _heirs(request, project)}
    if (to := heirs.get(whole_number(request.POST.get("naar"), 0))) is None:
        messages.error(request, _("Kies eerst een collega uit de lijst."))
        return redirect("projects:submission_overview", project.slug)
    said = _("%(name)s is nu de eigenaar.") % {"name": to.get_full_name()}
    return _do(request, project, lambda: revisions.hand_over(project=project, to=to, by=request.user), said)


def _do(request: HttpRequest, project: Project, act: Any, said: str = "") -> HttpResponseRedirect:
    """Do it, say what came of it, and go to the page of the project."""
    if not may_write(request.user, project):
        raise Http404
    try:
        act()
        if said:
            messages.success(request, said)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("projects:submission_overview", project.slug)
