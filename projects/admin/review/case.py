"""The page of one case: what it is about, who looks at it, and what is decided."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from projects.admin.review.asking import moderators
from projects.admin.review.deciding import Deciding, HandOverForm, NoteForm
from projects.models import ReviewCase
from projects.permissions import may_moderate
from projects.services.refusals import AlreadyDecided, ChangedSinceRead, Refused
from projects.services.review import kinds
from projects.services.review.assigning import add_note, assign
from projects.services.review.flags import label_of_flag
from projects.services.review.kinds import Kind
from projects.services.review.standing import standing

DECIDE = "besluit:"


@dataclass
class Shown:
    """What the page is made of: a case with its kind, the thing it is about, and the forms as they stand."""

    case: ReviewCase
    kind: Kind | None
    thing: Any
    deciding: Deciding | None = None
    note: NoteForm = field(default_factory=NoteForm)
    refusal: str = ""
    problems: list[str] = field(default_factory=list)
    """What exactly is wrong, when a text does not fit."""


@require_http_methods(["GET", "HEAD", "POST"])
def case_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a case; a POST takes it up, leaves a note, puts a text in the answer, or decides."""
    if not may_moderate(request.user):
        raise PermissionDenied
    case = get_object_or_404(ReviewCase.objects.for_queue(), pk=pk)
    kind = kinds.find(case.kind)
    shown = Shown(case, kind, kind.load(case.object_id) if kind else None)
    asked = request.POST.get("doe", "")
    if asked == "notitie":
        return _note(request, shown)
    if asked in ("oppakken", "loslaten", "overdragen"):
        return _hand_over(request, case, asked)
    if asked == "invullen" or asked.startswith(DECIDE):
        return _decide(request, shown, asked)
    return _page(request, shown)


def _note(request: HttpRequest, shown: Shown) -> HttpResponse:
    shown.note = NoteForm(request.POST)
    if not shown.note.is_valid():
        return _page(request, shown)
    add_note(case=shown.case, text=shown.note.cleaned_data["notitie"], by=request.user)
    return HttpResponseRedirect(request.path)


def _hand_over(request: HttpRequest, case: ReviewCase, asked: str) -> HttpResponse:
    form = HandOverForm(request.POST)
    if asked == "overdragen" and not form.is_valid():
        messages.error(request, _("Kies aan welke collega u de zaak geeft."))
    else:
        to = (
            {"oppakken": request.user, "loslaten": None}.get(asked)
            if asked != "overdragen"
            else form.cleaned_data["wie"]
        )
        if not assign(cases=[case.pk], to=to, by=request.user):
            messages.warning(request, _("Er is niets veranderd. Over deze zaak is al besloten, of u had die al."))
    return HttpResponseRedirect(request.path)


def _decide(request: HttpRequest, shown: Shown, asked: str) -> HttpResponse:
    """Decide, or show the page again with all that was typed and why not."""
    shown.deciding = _forms(shown, request, chosen=asked.removeprefix(DECIDE))
    if asked == "invullen":
        shown.deciding.text = shown.deciding.text.filled()
        return _page(request, shown)
    if not shown.deciding.is_valid():
        return _page(request, shown)
    try:
        _carry_out(request, shown)
    except Refused as refused:
        # Somebody else may have been faster: the page then says who, and what.
        shown.case = ReviewCase.objects.for_queue().get(pk=shown.case.pk)
        shown.refusal = str(refused)
        shown.problems = [problem.message for problem in getattr(refused, "problems", [])]
        return _page(request, shown)
    shown.case.refresh_from_db()
    said = {"title": shown.case.title, "outcome": kinds.outcome_label(shown.case)}
    messages.success(request, _("%(title)s: %(outcome)s.") % said)
    return HttpResponseRedirect(reverse("admin_queue"))


@transaction.atomic
def _carry_out(request: HttpRequest, shown: Shown) -> None:
    """Decide on what was read: on this case, which may be closed by now, and on this text, which may be another."""
    if ReviewCase.objects.select_for_update(of=("self",)).get(pk=shown.case.pk).closed_at is not None:
        raise AlreadyDecided
    shown.thing = shown.kind.load(shown.case.object_id)
    if shown.thing is None or request.POST.get("versie") != str(shown.kind.version(shown.thing)):
        raise ChangedSinceRead
    shown.deciding.chosen.carry_out(shown.thing, by=request.user, **shown.deciding.answers())


def _forms(shown: Shown, request: HttpRequest, *, chosen: str = "") -> Deciding:
    decisions = shown.kind.decisions(shown.thing) if shown.kind and shown.thing is not None else ()
    data = request.POST if request.method == "POST" and chosen else None
    return Deciding(kind=shown.case.kind, thing=shown.thing, decisions=decisions, data=data, chosen=chosen)


def _page(request: HttpRequest, shown: Shown) -> HttpResponse:
    case, kind = shown.case, shown.kind
    is_open = case.closed_at is None
    deciding = shown.deciding or _forms(shown, request)
    context = {
        **admin.site.each_context(request),
        "title": case.title,
        "case": case,
        "kind": kind,
        "kind_label": kinds.label_of(case.kind),
        "thing": shown.thing,
        "is_open": is_open,
        "is_mine": case.assigned_to_id == request.user.pk,
        "flags": [label_of_flag(flag) for flag in case.flags],
        "standing": standing(case, timezone.now()) if is_open else None,
        "outcome": "" if is_open else kinds.outcome_label(case),
        "deciding": deciding,
        # Nothing that was typed is lost, also when there is nothing to decide any more.
        "typed": request.POST.get("tekst", "") if not deciding.decisions else "",
        "note_form": shown.note,
        "notes": case.notes.select_related("author"),
        "moderators": moderators(),
        "version": kind.version(shown.thing) if kind and shown.thing is not None else 0,
        "refusal": shown.refusal,
        "problems": shown.problems,
        **(kind.context(case, shown.thing) if kind and shown.thing is not None else {}),
    }
    return TemplateResponse(request, "admin/review/case.html", context)
