"""How well each document answers: BM25 over concepts, each by the form of it that says most, times coverage."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from projects.search.bm25 import PER_STEP, rarity
from projects.search.forms import Form
from projects.search.postings import NOWHERE, Postings

SECOND = 0.2
"""What another form of the same concept adds to the best one."""
COVERAGE = 0.5
"""The part of the score that depends on how much of what is asked a document holds."""
ENOUGH = 0.5
"""A concept is wholly covered by this part of the most that any document scores on it."""
LENIENCE = 0.2
"""Another form of a word counts for a little more of what is asked than it does for the order."""
LEAST_SHARE_OF_FEW, LEAST_SHARE = 0.35, 0.12
"""The least share of what is asked for that an answer holds: a third of a few words, less of a whole sentence."""


@dataclass
class Weighed:
    """A concept as it counts: what it says, and where its forms stand."""

    word: str
    weight: float
    likeness: dict[Form, float]
    """How far each form means what was asked, from 0 to 1."""
    read_as: str = ""
    """The word that it was taken for, when nobody wrote `word`."""
    offered: str = ""
    """A known word that may have been meant, but is not near enough to take it for that."""
    found: dict[Form, Postings] = field(default_factory=dict)
    only_parts: bool = False
    """Whether the word itself stands nowhere, nor a synonym: only parts of it do, perhaps by accident."""


@dataclass
class Scores:
    """For each place the score, and the share of what was asked that the document holds."""

    score: np.ndarray
    coverage: np.ndarray

    @classmethod
    def none(cls, size: int) -> "Scores":
        """Return no score at all."""
        return cls(np.zeros(size, np.float32), np.zeros(size, np.float32))


def score(concepts: Iterable[Weighed], *, size: int, total: int) -> Scores:
    """Return the scores of `size` places, of which `total` hold a document."""
    concepts = list(concepts)
    whole = sum(concept.weight for concept in concepts) or 1.0
    scores = Scores.none(size)
    for concept in concepts:
        if concept.found:
            _add(scores, concept, concept.weight / whole, total)
    scores.score *= (1 - COVERAGE) + COVERAGE * np.minimum(scores.coverage, 1)
    return scores


def least_coverage(number: int) -> float:
    """Return the share of what is asked below which a document is no answer to `number` concepts."""
    return max(LEAST_SHARE_OF_FEW * min(1, 3 / max(number, 1)), LEAST_SHARE)


def _add(scores: Scores, concept: Weighed, share: float, total: int) -> None:
    """Add what one concept is worth in each document that holds a form of it."""
    best, second = np.zeros_like(scores.score), np.zeros_like(scores.score)
    held = np.zeros_like(scores.score)
    for form, postings in concept.found.items():
        where, likeness = postings.places.astype(np.intp), concept.likeness[form]
        worth = postings.impacts.astype(np.float32) * np.float32(likeness * PER_STEP * rarity(len(where), total))
        old = best[where]
        second[where] = np.maximum(second[where], np.minimum(old, worth))
        best[where] = np.maximum(old, worth)
        held[where] = np.maximum(held[where], np.float32(min(1.0, likeness + LENIENCE)))
    scores.score += best + SECOND * second
    scores.coverage += held * np.float32(share)


def together(lists: list[Postings]) -> Postings:
    """Return where all of some terms stand; the weakest tells how much they count there."""
    first, *others = sorted(lists, key=lambda one: len(one.places))
    places, impacts = first.places, first.impacts
    for other in others:
        places, mine, its = np.intersect1d(places, other.places, assume_unique=True, return_indices=True)
        impacts = np.minimum(impacts[mine], other.impacts[its])
    return Postings(places, impacts) if len(places) else NOWHERE
