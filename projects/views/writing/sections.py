"""One section of a text: filled in, saved as a draft at every step."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from projects.forms.writing import FORMS
from projects.forms.writing.base import SectionForm
from projects.forms.writing.proposing import ProposalForm
from projects.models import Revision, TermProposal
from projects.services import revisions
from projects.services.refusals import Refused, TermKnown
from projects.services.review.terms import propose_term
from projects.services.revisions.refusals import Conflict
from projects.services.revisions.saving import OPEN_TO_WRITERS, fingerprint
from projects.services.revisions.sections import SECTIONS, part_of
from projects.views.paging import whole_number
from projects.views.writing.beside import SECTIONS_WITH, beside
from projects.views.writing.finding import open_revision, own_project
from projects.views.writing.progress import STARTED, following, steps

GOES_ON, LATER, MORE, PROPOSE = "verder", "later", "nog", "voorstel"
"""The buttons: each saves; only the first asks for what is missing."""


@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, slug: str, section: str) -> HttpResponse:
    """Show or save one section of the text that is in the making."""
    project = own_project(request, slug)
    revision = open_revision(project)
    if revision is None or revision.status not in OPEN_TO_WRITERS:
        return redirect("projects:submission_overview", project.slug)
    if request.method == "POST":
        return _save(request, revision, section)
    form = FORMS[section](content=revision.content, project=project, more=request.GET.get(MORE, ""))
    return _page(request, revision, section, form)


def _save(request: HttpRequest, revision: Revision, section: str) -> HttpResponse:
    strict = GOES_ON in request.POST
    form = FORMS[section](request.POST, content=revision.content, project=revision.project, loose=not strict)
    proposal = ProposalForm(request.POST) if PROPOSE in request.POST else None
    right = form.is_valid()
    if strict and not right:
        return _page(request, revision, section, form)
    if proposal and not proposal.is_valid():
        return _page(request, revision, section, form, proposal=proposal)
    try:
        _keep(request, revision, section, form)
        if proposal:
            propose_term(project=revision.project, by=request.user, **proposal.cleaned_data)
    except TermKnown as known:
        proposal.add_error("name", str(known))
        return _page(request, open_revision(revision.project), section, form, proposal=proposal)
    except Conflict as conflict:
        conflict.revision.project = revision.project
        return _page(request, conflict.revision, section, form, conflict=conflict, status=409)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("projects:submission_list")
    return _after(request, revision, section)


def _keep(request: HttpRequest, revision: Revision, section: str, form: SectionForm) -> None:
    revisions.save_section(
        revision=revision,
        section=section,
        values=form.values(),
        version=whole_number(request.POST.get("version"), 0),
        seen=request.POST.get("gezien", ""),
        by=request.user,
    )


def _after(request: HttpRequest, revision: Revision, section: str) -> HttpResponseRedirect:
    """Go where the button leads: on, back to the list of sections, or to the same section with room for more."""
    slug = revision.project.slug
    if name := request.POST.get(MORE):
        address = reverse("projects:submission_section", args=[slug, section])
        return HttpResponseRedirect(
            f"{address}?{MORE}={name}#groep-{name}-nieuw" if name in _lists(section) else address
        )
    if PROPOSE in request.POST:
        messages.success(request, _("Uw voorstel staat bij de redactie. Uw tekst is bewaard."))
        return redirect("projects:submission_section", slug, section)
    messages.success(request, _("Bewaard: %(section)s.") % {"section": SECTIONS[section].title})
    after = following(section)
    if GOES_ON in request.POST and after:
        return redirect("projects:submission_section", slug, after.slug)
    return redirect("projects:submission_overview", slug)


def _lists(section: str) -> set[str]:
    return {kind.list_name for kind in FORMS[section].group_kinds}


def _page(
    request: HttpRequest,
    revision: Revision,
    section: str,
    form: SectionForm,
    *,
    conflict: Conflict | None = None,
    proposal: ProposalForm | None = None,
    status: int = 200,
) -> HttpResponse:
    slugs = list(SECTIONS)
    theirs = part_of(revision.content, section)
    context: dict[str, Any] = {
        "project": revision.project,
        "revision": revision,
        "section": SECTIONS[section],
        "number": slugs.index(section) + 1,
        "total": len(slugs),
        "form": form,
        "todo": _todo(revision, section) if request.method != "POST" else [],
        "seen": fingerprint(theirs),
        "differences": revisions.differences(conflict.mine, {**conflict.mine, **theirs}) if conflict else [],
        "conflict": conflict,
        "following": following(section),
        **(beside(request, revision) if section in SECTIONS_WITH else {"same": [], "comparable": []}),
        **(_proposals(revision, proposal) if section == "wie" else {"proposal_form": None, "proposals": []}),
    }
    return render(request, "projects/writing/section.html", context, status=status)


def _todo(revision: Revision, section: str) -> list[str]:
    """Return what is missing or wrong in what was written of this section before; nothing when it is untouched."""
    step = next(one for one in steps(revision) if one.section.slug == section)
    return [problem.message for problem in step.problems] if step.state == STARTED else []


def _proposals(revision: Revision, proposal: ProposalForm | None) -> dict[str, Any]:
    there = TermProposal.objects.filter(project=revision.project).order_by("pk")
    return {"proposal_form": proposal or ProposalForm(), "proposals": there}
