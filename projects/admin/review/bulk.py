"""Decide on many cases at once, where a kind says that this is safe from their titles alone."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import ngettext

from projects.models import ReviewCase
from projects.services.refusals import Refused
from projects.services.review import kinds
from projects.services.review.kinds import Decision, Kind

MOST_REFUSALS_SHOWN = 10


def decisions_in_bulk() -> dict[str, Any]:
    """Return what can be decided on many cases: 'kind:decision' with words for it."""
    return {f"{kind.name}:{one.name}": f"{kind.label}: {one.label}" for kind, one in _offered()}


def decide_many(request: HttpRequest, cases: list[int], what: str) -> None:
    """Decide on each case by itself and tell how it went; those of another kind are left alone."""
    name, _colon, decision_name = what.partition(":")
    kind = kinds.find(name)
    decision = next(one for one in kind.in_bulk if one.name == decision_name)
    done, refusals = 0, []
    for case in ReviewCase.objects.waiting().filter(pk__in=cases, kind=name):
        thing = kind.load(case.object_id)
        if thing is None:
            continue
        try:
            decision.carry_out(thing, by=request.user, reason="")
            done += 1
        except Refused as refused:
            refusals.append(f"{case.title}: {refused}")
    _tell(request, done, refusals, len(cases) - done - len(refusals))


def _offered() -> Iterator[tuple[Kind, Decision]]:
    for kind in kinds.all_():
        for decision in kind.in_bulk:
            yield kind, decision


def _tell(request: HttpRequest, done: int, refusals: list[str], left: int) -> None:
    if done:
        text = ngettext("Besloten over %(count)d zaak.", "Besloten over %(count)d zaken.", done)
        messages.success(request, text % {"count": done})
    for refusal in refusals[:MOST_REFUSALS_SHOWN]:
        messages.warning(request, refusal)
    if left > 0:
        text = ngettext(
            "%(count)d zaak is van een andere soort, of er is al over besloten.",
            "%(count)d zaken zijn van een andere soort, of er is al over besloten.",
            left,
        )
        messages.warning(request, text % {"count": left})
