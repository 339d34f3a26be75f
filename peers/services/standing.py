"""What somebody's experience shows by: projects and answers that helped, and how they answer requests. No claims."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil
from statistics import median

from django.db.models import Count, QuerySet

from peers.models import Answer, Handling, Profile
from peers.services.linked_projects import LinkedProject, linked_projects
from peers.states import QuestionStatus
from vindplaats.working_days import working_days_since

LEAST_TURNS = 5
"""With fewer turns at answering, a number says more about chance than about the person."""


@dataclass(frozen=True)
class Standing:
    """`projects` on which somebody works or worked, `accepted` answers that helped who asked; the newest first."""

    projects: list[LinkedProject] = field(default_factory=list)
    accepted: list[Answer] = field(default_factory=list)
    turns: int = 0
    """How many requests came on their desk, as far as they are answered or over."""
    answered: int = 0
    median_days: float | None = None
    """In working days; half of the answers came within it. None with fewer than LEAST_TURNS turns."""

    @property
    def share_answered(self) -> int | None:
        """The share of the requests that were answered, in per cent; None with fewer than LEAST_TURNS turns."""
        return round(100 * self.answered / self.turns) if self.turns >= LEAST_TURNS else None

    @property
    def whole_days(self) -> int | None:
        """The median in whole working days, rounded up: within so many days."""
        return None if self.median_days is None else ceil(self.median_days)


def standing_of(profile: Profile) -> Standing:
    """Return what shows of somebody's experience; give `user` along."""
    turns = _turns(profile)
    days = [working_days_since(started, answered) for started, answered in turns if answered]
    enough = len(turns) >= LEAST_TURNS and days
    return Standing(
        projects=linked_projects(profile),
        accepted=list(accepted_answers([profile]).select_related("question").order_by("-accepted_at")),
        turns=len(turns),
        answered=len(days),
        median_days=median(days) if enough else None,
    )


def accepted_answers(profiles: Iterable[Profile]) -> QuerySet[Answer]:
    """Return the answers of these people that helped who asked and that stand on the site."""
    authors = [profile.user_id for profile in profiles]
    shown = Answer.objects.shown().filter(author__in=authors, accepted_at__isnull=False)
    return shown.filter(question__removed_at=None).exclude(question__status=QuestionStatus.MERGED)


def accepted_counts(profiles: Iterable[Profile]) -> dict[int, int]:
    """Return how many answers of each of these people helped, by the id of the user; in one query."""
    counted = accepted_answers(profiles).order_by().values_list("author").annotate(Count("pk"))
    return Counter(dict(counted))


def _turns(profile: Profile) -> list[tuple[datetime.datetime, datetime.datetime | None]]:
    """Return when each turn began and was answered; one that still waits says nothing yet."""
    turns = Handling.objects.filter(profile=profile).values_list("started_at", "answered_at", "ended_at")
    return [(started, answered) for started, answered, ended in turns if answered or ended]
