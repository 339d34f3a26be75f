"""How fast and how often people answer: of a profile, a project, an institute, once five of their turns are over."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from django.db.models import Q, QuerySet

from peers.models import Handling, Profile
from peers.states import HandlingEnd
from projects.models import Institute, Project
from vindplaats.working_days import working_days_since

NEEDED = 5
"""Fewer say more about one asker than about how somebody answers."""
LATEST = 200
"""How many of the latest turns count, so that what was long ago does not stick to anybody."""
UNANSWERED = (HandlingEnd.DECLINED, HandlingEnd.TOO_LATE)
"""Ends that count as no answer. Who passed it on, left, or never got our mail is not counted at all."""


@dataclass(frozen=True)
class Answering:
    """The median time to an answer in working days (0: the same day), and the share answered in whole percents."""

    days: int | None
    percent: int
    turns: int


def answering_of_profile(profile: Profile) -> Answering | None:
    """Return the figures of a person; None when there are too few."""
    return _figures(Handling.objects.filter(Q(profile=profile) | Q(user=profile.user_id)))


def answering_of_project(project: Project) -> Answering | None:
    """Return the figures of a project."""
    return _figures(Handling.objects.filter(request__project=project))


def answering_of_institute(institute: Institute) -> Answering | None:
    """Return the figures of an institute, its projects included."""
    about = Q(request__institute=institute) | Q(request__project__institute=institute)
    return _figures(Handling.objects.filter(about))


def _figures(turns: QuerySet[Handling]) -> Answering | None:
    over = Q(answered_at__isnull=False) | Q(ended_by__in=UNANSWERED)
    counted = turns.filter(over, is_editors=False).order_by("-pk")
    rows = list(counted.values_list("started_at", "answered_at")[:LATEST])
    if len(rows) < NEEDED:
        return None
    return _answering(rows)


def _answering(rows: Iterable[tuple]) -> Answering:
    rows = list(rows)
    days = [working_days_since(started, answered) for started, answered in rows if answered]
    return Answering(int(median(days) + 0.5) if days else None, round(100 * len(days) / len(rows)), len(rows))
