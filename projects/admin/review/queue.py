"""The queue: all that waits, oldest first, whatever kind it is."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from projects.admin.review.asking import ASSIGN, ASSIGN_ME, RELEASE, ChosenForm, QueueForm, moderators
from projects.admin.review.bulk import decide_many, decisions_in_bulk
from projects.models import ReviewCase
from projects.permissions import may_moderate
from projects.services.review import kinds
from projects.services.review.assigning import assign
from projects.services.review.flags import label_of_flag
from projects.services.review.standing import Standing, standing
from vindplaats.accounts.models import User

PER_PAGE = 100


@dataclass(frozen=True)
class Row:
    """A line of the queue."""

    case: ReviewCase
    kind: str
    flags: list[str]
    standing: Standing | None
    outcome: str
    can_be_chosen: bool


@require_http_methods(["GET", "HEAD", "POST"])
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits; a POST gives what is ticked to somebody, or decides where that is safe from here."""
    if not may_moderate(request.user):
        raise PermissionDenied
    if request.method == "POST":
        return _act(request)
    question = QueueForm(request.GET)
    chosen = question.chosen()
    page = Paginator(_cases(chosen, request.user), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        **admin.site.each_context(request),
        "title": _("Wachtrij"),
        "question": question,
        "rows": _rows(page, timezone.now()),
        "page": page,
        "page_numbers": page.paginator.get_elided_page_range(page.number),
        "totals": _totals(request.user),
        "is_decided": chosen["stand"] == "besloten",
        "is_narrowed": any(chosen.values()),
        "without_page": _without_page(request),
        "moderators": moderators(),
        "bulk": {**_assignments(), **decisions_in_bulk()},
    }
    return TemplateResponse(request, "admin/review/queue.html", context)


def _cases(chosen: dict[str, str], user: User) -> QuerySet[ReviewCase]:
    decided = chosen["stand"] == "besloten"
    cases = ReviewCase.objects.decided() if decided else ReviewCase.objects.waiting()
    if chosen["soort"]:
        cases = cases.filter(kind=chosen["soort"])
    if chosen["van"]:
        cases = cases.of(user) if chosen["van"] == "mij" else cases.unassigned()
    if chosen["leeftijd"] and not decided:
        cases = cases.late(timezone.now())
    return cases.for_queue()


def _rows(page: Page, now: datetime.datetime) -> list[Row]:
    return [_row(case, now) for case in page]


def _row(case: ReviewCase, now: datetime.datetime) -> Row:
    is_open = case.closed_at is None
    return Row(
        case=case,
        kind=kinds.label_of(case.kind),
        flags=[label_of_flag(flag) for flag in case.flags],
        standing=standing(case, now) if is_open else None,
        outcome="" if is_open else kinds.outcome_label(case),
        can_be_chosen=is_open,
    )


def _totals(user: User) -> dict[str, int]:
    late, mine = Q(due_at__lt=timezone.now()), Q(assigned_to=user)
    return ReviewCase.objects.filter(closed_at=None).aggregate(
        waiting=Count("pk"), late=Count("pk", filter=late), mine=Count("pk", filter=mine)
    )


def _without_page(request: HttpRequest) -> str:
    params = request.GET.copy()
    params.pop("p", None)
    return f"&{params.urlencode()}" if params else ""


def _assignments() -> dict[str, Any]:
    return {
        ASSIGN_ME: gettext_lazy("Aan mij toewijzen"),
        ASSIGN: gettext_lazy("Toewijzen aan de gekozen collega"),
        RELEASE: gettext_lazy("Loslaten"),
    }


def _act(request: HttpRequest) -> HttpResponse:
    form = ChosenForm(request.POST, cases=ReviewCase.objects.waiting(), what={**_assignments(), **decisions_in_bulk()})
    if form.is_valid():
        _carry_out(request, **form.cleaned_data)
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    return HttpResponseRedirect(request.get_full_path())


def _carry_out(request: HttpRequest, *, zaak: list[int], wat: str, wie: User | None) -> None:
    if wat not in _assignments():
        decide_many(request, zaak, wat)
        return
    to = {ASSIGN_ME: request.user, ASSIGN: wie, RELEASE: None}[wat]
    count = assign(cases=zaak, to=to, by=request.user)
    said = {"count": count, "who": to or ""}
    if to is None:
        messages.success(request, ngettext("%(count)d zaak losgelaten.", "%(count)d zaken losgelaten.", count) % said)
    else:
        text = ngettext("%(count)d zaak is nu van %(who)s.", "%(count)d zaken zijn nu van %(who)s.", count)
        messages.success(request, text % said)
