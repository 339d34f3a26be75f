"""What the engine made of the golden set: a figure per question, their means, and a table to look at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from tests.projects.golden import metrics
from tests.projects.golden.reading import Query

ALL = "all"
HEAD = f"{'kind':<10} {'queries':>7} {'nDCG@10':>8} {'recall@20':>9} {'MRR':>6} {'unjudged':>8}"


@dataclass(frozen=True)
class Outcome:
    """A question with what was found for it, the best first."""

    query: Query
    found: list[str]

    @property
    def ndcg(self) -> float:
        """The gain of the first ten; see `metrics.ndcg`."""
        return metrics.ndcg(self.found, self.query.grades)

    @property
    def recall(self) -> float:
        """The share of what is useful among the first twenty; see `metrics.recall`."""
        return metrics.recall(self.found, self.query.grades)

    @property
    def reciprocal_rank(self) -> float:
        """How soon the first useful answer comes; see `metrics.reciprocal_rank`."""
        return metrics.reciprocal_rank(self.found, self.query.grades)

    @property
    def unjudged(self) -> int:
        """How many of the first ten nobody has looked at yet; they count as not meant."""
        return sum(one not in self.query.grades for one in self.found[:10])

    def __str__(self) -> str:
        shown = " ".join(f"{one.removeprefix('cat-')}:{self.query.grades.get(one, '?')}" for one in self.found[:10])
        return f"{self.query.id} {self.ndcg:.2f} {self.query.text[:60]!r} found {shown or 'nothing'}"


def by_kind(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """Return the outcomes of each kind of question, and all of them under ALL."""
    found: dict[str, list[Outcome]] = {}
    everything = list(outcomes)
    for one in everything:
        found.setdefault(one.query.kind, []).append(one)
    return {**found, ALL: everything}


def mean_ndcg(outcomes: Sequence[Outcome]) -> float:
    """Return the mean nDCG@10."""
    return fmean(one.ndcg for one in outcomes)


def mean_recall(outcomes: Sequence[Outcome]) -> float:
    """Return the mean recall@20."""
    return fmean(one.recall for one in outcomes)


def table(outcomes: Iterable[Outcome], *, worst: int = 15) -> str:
    """Return the means by kind, and below them the questions that did worst with the grades of what they found."""
    groups = by_kind(outcomes)
    lines = [
        HEAD,
        *(_line(kind, group) for kind, group in groups.items()),
        "",
        "The worst, with the grade of each find:",
    ]
    return "\n".join([*lines, *map(str, sorted(groups[ALL], key=lambda one: one.ndcg)[:worst])])


def _line(kind: str, group: Sequence[Outcome]) -> str:
    mrr = fmean(one.reciprocal_rank for one in group)
    unjudged = sum(one.unjudged for one in group)
    figures = f"{mean_ndcg(group):>8.3f} {mean_recall(group):>9.3f} {mrr:>6.3f} {unjudged:>8}"
    return f"{kind:<10} {len(group):>7} {figures}"
