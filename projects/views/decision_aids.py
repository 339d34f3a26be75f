"""Decision aids by condition, from A to Z, and found in the words that patients use."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from projects.filters.decision_aids import DecisionAidFilterSet
from projects.filters.panel import Panel
from projects.models import Condition, Resource
from projects.search.engine import Answer, Question
from projects.views.caching import unless_unchanged
from projects.views.demand import note_demand
from projects.views.finder import ways_on
from projects.views.latest import latest
from projects.views.loading import load_resources
from vindplaats.text import alphabetical

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST = 400
"""On one page; with more, the page says to search."""
MOST_NAMED = 5
"""So many conditions that the words name are led on to when there is no decision aid about any."""


@login_not_required
@require_safe
@unless_unchanged
def decision_aids(request: HttpRequest) -> HttpResponse:
    """Show them by condition; for words that were typed, the best first."""
    filterset = DecisionAidFilterSet(request.GET)
    answer, panel = filterset.answer, Panel(request, filterset)
    total = answer.counts.total
    searched = bool(answer.question.text.strip())
    narrowed = bool(filterset.choices or filterset.unknown)
    is_whole = bool(total) and not searched and not narrowed
    aids = [] if is_whole else load_resources(answer.ids(0, MOST))
    in_vain = searched and not aids
    note_demand(request, answer.question.text, kind="decision_aid", found=total, narrowed=narrowed)
    context: dict[str, Any] = {
        "query": answer.question.text,
        "aids": aids if searched else [],
        **({} if searched or is_whole else from_a_to_z(aids)),
        **({"general": for_any_condition()} if in_vain else {}),
        "kept": _kept(answer) if is_whole else "",
        "named": filterset.named[:MOST_NAMED] if in_vain else (),
        "total": total,
        "left_out": max(0, total - MOST),
        "options": [option for facet in panel.facets() for option in facet.options],
        "chips": panel.chips(),
        "correction": panel.correction(),
        "offer": panel.offer(),
        "ways_on": ways_on(filterset),
        "query_string": _as_resources(answer.question),
        "page_url": request.build_absolute_uri(),
    }
    filterset.let_go()
    return render(request, "projects/decision_aids.html", context)


def _as_resources(question: Question) -> str:
    """Return the search as the finder of resources takes it, for its feed."""
    asked = {"q": question.text, **question.choices} if question.text else question.choices
    return urlencode(asked, doseq=True)


def _kept(answer: Answer) -> SafeString:
    """Return all of them from A to Z."""
    return latest("projects/_aids_by_letter.html", lambda: from_a_to_z(load_resources(answer.ids(0, MOST))))


def from_a_to_z(aids: Iterable[Resource]) -> dict[str, Any]:
    """Return what the template of that list expects."""
    by_letter = by_condition(aids)
    return {
        "letters": [{"letter": one, "is_there": one in by_letter} for one in ALPHABET],
        "groups": [{"letter": one, "conditions": some} for one, some in by_letter.items() if one],
        "general": by_letter.get("", []),
    }


def by_condition(aids: Iterable[Resource]) -> dict[str, list[dict[str, Any]]]:
    """Return by letter the conditions with their aids; under "" those that are for any condition."""
    held: dict[Condition, list[Resource]] = defaultdict(list)
    general = []
    for aid in aids:
        conditions = list(aid.conditions.all())
        for condition in conditions:
            held[condition].append(aid)
        if not conditions:
            general.append(aid)
    found: dict[str, list[Any]] = defaultdict(list)
    for condition in sorted(held, key=lambda one: alphabetical(one.label)):
        found[letter_of(condition.label)].append({"condition": condition, "aids": in_title_order(held[condition])})
    if general:
        found[""] = in_title_order(general)
    return dict(sorted(found.items()))


def for_any_condition() -> list[Resource]:
    """Return the decision aids that help with any condition: for who finds none about his own."""
    return in_title_order(Resource.objects.published().decision_aids().filter(conditions=None).for_card()[:MOST])


def letter_of(name: str) -> str:
    """Return the letter under which a name stands; figures and the like stand under A."""
    first = alphabetical(name)[:1].upper()
    return first if first in ALPHABET else ALPHABET[0]


def in_title_order(aids: Iterable[Resource]) -> list[Resource]:
    """Return aids by title."""
    return sorted(aids, key=lambda aid: alphabetical(aid.title))
