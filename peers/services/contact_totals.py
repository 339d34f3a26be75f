"""How all contact requests of a period fared, for editors."""

import datetime
from collections import Counter
from dataclasses import dataclass, field
from statistics import median

from peers.models import ContactRequest
from peers.states import REMINDED_AFTER_WORKING_DAYS, ContactStatus, PlanChanged
from projects.models import Theme
from vindplaats.working_days import working_days_since

MOST_THEMES = 10


@dataclass(frozen=True)
class ThemeTotal:
    """A theme and the number of requests about projects on it that nobody answered."""

    theme: Theme
    count: int


@dataclass(frozen=True)
class ContactTotals:
    """The contact requests of a period, those that were withdrawn left out."""

    asked: int = 0
    answered: int = 0
    median_working_days: float | None = None
    """From the request to the first answer, of those that have one; None when none has."""
    share_in_time: float | None = None
    """From 0 to 1: answered within four working days, of those that were answered or asked longer ago than that."""
    with_editors: int = 0
    """That are on the editors' desk, or ended there."""
    declined: int = 0
    """Where nobody could help."""
    plan_changed: list[tuple[str, int]] = field(default_factory=list)
    """What askers said at the end, with how many did."""
    unanswered_by_theme: list[ThemeTotal] = field(default_factory=list)


def contact_totals(*, since: datetime.datetime, until: datetime.datetime, now: datetime.datetime) -> ContactTotals:
    """Return the totals of what was asked from `since` up to `until`, as things stand at `now`; four queries."""
    asked = ContactRequest.objects.filter(created_at__gte=since, created_at__lt=until)
    asked = asked.exclude(status=ContactStatus.WITHDRAWN)
    rows = list(asked.values_list("created_at", "first_answer_at", "status", "plan_changed"))
    days = [working_days_since(start, first) for start, first, *_rest in rows if first]
    overdue = [
        start
        for start, first, *_rest in rows
        if not first and working_days_since(start, now) > REMINDED_AFTER_WORKING_DAYS
    ]
    judged = len(days) + len(overdue)
    outcomes = Counter(outcome for *_rest, outcome in rows if outcome)
    return ContactTotals(
        asked=len(rows),
        answered=len(days),
        median_working_days=float(median(days)) if days else None,
        share_in_time=sum(day <= REMINDED_AFTER_WORKING_DAYS for day in days) / judged if judged else None,
        with_editors=asked.filter(handlings__is_editors=True).distinct().count(),
        declined=sum(status == ContactStatus.DECLINED for _start, _first, status, _outcome in rows),
        plan_changed=[
            (str(PlanChanged(outcome).label), outcomes[outcome]) for outcome in PlanChanged if outcome in outcomes
        ],
        unanswered_by_theme=_by_theme(asked.filter(first_answer_at=None)),
    )


def _by_theme(unanswered: object) -> list[ThemeTotal]:
    counted = Counter(unanswered.filter(project__themes__isnull=False).values_list("project__themes", flat=True))
    themes = Theme.objects.in_bulk(counted)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_THEMES]
    return [ThemeTotal(themes[pk], number) for pk, number in ordered]
