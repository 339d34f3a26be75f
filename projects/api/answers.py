"""Read answers of the search engine a page at a time, with their scores: the one place that knows how it gives them."""

from dataclasses import dataclass

from projects.search.counting import EXACT_UP_TO
from projects.search.engine import Answer

BY_SCORE = "relevance"


@dataclass(frozen=True)
class Scored:
    """An answer; `score` is None when the order is another than by relevance."""

    object_id: int
    score: float | None


@dataclass(frozen=True)
class Total:
    """How many answers there are, or at least are when `lower_bound`."""

    count: int
    lower_bound: bool


def total(answer: Answer, *, upto: int) -> Total:
    """Count the answers; beyond the number that is always counted only when answer number `upto` lies there."""
    counts = answer.counts
    if not counts.capped:
        return Total(counts.total, lower_bound=False)
    if upto > EXACT_UP_TO:
        return Total(answer.exact_total(), lower_bound=False)
    return Total(EXACT_UP_TO, lower_bound=True)


def scored(answer: Answer, start: int, stop: int) -> list[Scored]:
    """Return the answers from number `start` up to `stop`, counted from 0."""
    if answer.question.order != BY_SCORE:
        return [Scored(pk, None) for pk in answer.ids(start, stop)]
    return [Scored(*row) for row in answer.ranked().values_list("object_id", "score")[start:stop]]
