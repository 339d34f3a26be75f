"""How well questions are answered, for editors and for pages that tell of it."""

import datetime
from collections import Counter
from dataclasses import dataclass, field
from statistics import median

from peers.models import Question
from peers.states import QuestionStatus
from projects.models import Theme
from vindplaats.working_days import working_days_since

IN_TIME_WORKING_DAYS = 4
MOST_THEMES = 10


@dataclass(frozen=True)
class ThemeCount:
    """A theme and how many questions about it there are."""

    theme: Theme
    count: int


@dataclass(frozen=True)
class Numbers:
    """The questions of a period."""

    asked: int = 0
    answered: int = 0
    """With at least one answer by now."""
    median_working_days: float | None = None
    """From the question to the first answer, of those that have one; None when none has."""
    share_in_time: float | None = None
    """From 0 to 1: answered within four working days, of those that were asked longer ago than that or answered."""
    unanswered_by_theme: list[ThemeCount] = field(default_factory=list)
    most_asked: list[ThemeCount] = field(default_factory=list)


def numbers_of(*, since: datetime.datetime, until: datetime.datetime, now: datetime.datetime) -> Numbers:
    """Return the numbers of the questions that were asked from `since` up to `until`, as things stand at `now`.

    What was taken off the site or merged does not count. Four queries, however many questions there are.
    """
    asked = Question.objects.published().filter(created_at__gte=since, created_at__lt=until)
    moments = list(asked.values_list("created_at", "first_answer_at"))
    taken = [working_days_since(start, first) for start, first in moments if first]
    waited = [start for start, first in moments if not first and working_days_since(start, now) > IN_TIME_WORKING_DAYS]
    in_time = sum(days <= IN_TIME_WORKING_DAYS for days in taken)
    judged = len(taken) + len(waited)
    return Numbers(
        asked=len(moments),
        answered=len(taken),
        median_working_days=float(median(taken)) if taken else None,
        share_in_time=in_time / judged if judged else None,
        unanswered_by_theme=_by_theme(asked.filter(status=QuestionStatus.OPEN, first_answer_at=None)),
        most_asked=_by_theme(asked),
    )


def _by_theme(questions: object) -> list[ThemeCount]:
    counted = Counter(questions.filter(themes__isnull=False).values_list("themes", flat=True))
    themes = Theme.objects.in_bulk(counted)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_THEMES]
    return [ThemeCount(themes[pk], number) for pk, number in ordered]
