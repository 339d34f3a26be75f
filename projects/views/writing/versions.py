"""Every text of a project that was public: read it, compare any two, bring one back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from projects.models import Project, Revision
from projects.permissions import may_write
from projects.services import revisions
from projects.services.refusals import Refused
from projects.views.paging import whole_number
from projects.views.writing.answers import answers
from projects.views.writing.finding import open_revision, own_project

BEFORE = 0
"""The number under which the text goes that was public before the first version."""


@require_safe
def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all versions, and what differs between two of them: `van` and `tot`; at first what the last one changed."""
    project = own_project(request, slug)
    there = list(project.revisions.accepted().select_related("created_by"))
    texts = _texts(there)
    last = there[0].number if there else BEFORE
    older = whole_number(request.GET.get("van"), max(last - 1, BEFORE))
    newer = whole_number(request.GET.get("tot"), last)
    known = older in texts and newer in texts
    context: dict[str, Any] = {
        "project": project,
        "versions": there,
        "has_before": BEFORE in texts,
        "numbers": sorted(texts),
        "older": older,
        "newer": newer,
        "is_known": known,
        "differences": revisions.differences(texts[older], texts[newer]) if known else [],
    }
    return render(request, "projects/writing/versions.html", context)


def _texts(there: list[Revision]) -> dict[int, dict[str, Any]]:
    """Return the texts by number; what a project was before its first version counts when it was public then."""
    texts = {one.number: one.content for one in there}
    if there and there[-1].base.get("summary"):
        texts[BEFORE] = there[-1].base
    return texts


@require_safe
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one version as a whole."""
    project = own_project(request, slug)
    texts = _texts(list(project.revisions.accepted()))
    if number not in texts:
        raise Http404
    context = {
        "project": project,
        "number": number,
        "title": texts[number].get("title", project.title),
        "sections": answers(texts[number]),
        "revision": project.revisions.filter(number=number or -1).first(),
        "may_restore": may_write(request.user, project) and number != max(texts) and _is_free(project),
    }
    return render(request, "projects/writing/version.html", context)


def _is_free(project: Project) -> bool:
    return open_revision(project) is None


@require_POST
def restore(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Begin a text with that of an older version."""
    project = own_project(request, slug)
    if not may_write(request.user, project):
        raise Http404
    try:
        revisions.restore(project=project, number=number, by=request.user)
    except Revision.DoesNotExist as error:
        raise Http404 from error
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("projects:submission_overview", project.slug)
