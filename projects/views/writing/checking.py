"""All answers on one page before the text is sent in, and the page that says that it came in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from projects.forms.writing.sending import SendForm
from projects.models import Revision
from projects.services import revisions
from projects.services.refusals import Refused
from projects.services.revisions.refusals import Incomplete
from projects.services.revisions.saving import OPEN_TO_WRITERS
from projects.states import Stage
from projects.views.paging import whole_number
from projects.views.writing.answers import answers
from projects.views.writing.finding import open_revision, own_project
from projects.views.writing.progress import steps


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, slug: str) -> HttpResponse:
    """Show everything once more, and send it in."""
    project = own_project(request, slug)
    revision = open_revision(project)
    if revision is None or revision.status not in OPEN_TO_WRITERS:
        return redirect("projects:submission_overview", project.slug)
    form = SendForm(request.POST if request.method == "POST" else None)
    if not (form.is_bound and form.is_valid()):
        return _page(request, revision, form)
    try:
        revisions.submit(
            revision=revision,
            by=request.user,
            note=form.cleaned_data["note"],
            version=whole_number(request.POST.get("version"), 0),
        )
    except Refused as refusal:
        return _page(request, open_revision(own_project(request, slug)) or revision, form, refusal=refusal)
    return redirect("projects:submission_sent", own_project(request, slug).slug)


def _page(request: HttpRequest, revision: Revision, form: SendForm, *, refusal: Refused | None = None) -> HttpResponse:
    todo = steps(revision)
    problems = [problem for step in todo for problem in step.problems]
    if isinstance(refusal, Incomplete) and not problems:
        problems = refusal.problems
    context: dict[str, Any] = {
        "project": revision.project,
        "revision": revision,
        "form": form,
        "refusal": refusal,
        "problems": problems,
        "sections": answers(revision.content),
        "changes": _changes(revision),
    }
    return render(request, "projects/writing/check.html", context, status=409 if refusal and not problems else 200)


def _changes(revision: Revision) -> list[revisions.FieldDifference]:
    """Return what an edit changes; of a new project everything is new."""
    is_edit = revision.project.published_at is not None
    return revisions.differences(revision.base, revision.content) if is_edit else []


@require_safe
def sent(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that the text came in and what happens now; of a trusted institute it is on the site already."""
    project = own_project(request, slug)
    last = project.revisions.exclude(status=Stage.WITHDRAWN).order_by("-pk").first()
    if last is None or last.status not in (Stage.SUBMITTED, Stage.ACCEPTED):
        return redirect("projects:submission_overview", project.slug)
    return render(request, "projects/writing/sent.html", {"project": project, "revision": last})
