"""How well each document answers: BM25 over concepts, each by the form of it that says most, times coverage."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from projects.search.bm25 import PER_STEP, rarity
from projects.search.forms import Form
from projects.search.postings import NOWHERE, Found, Postings

SECOND = np.float32(0.2)
"""What another form of the same concept adds to the best one."""
COVERAGE = 0.5
"""The part of the score that depends on how much of what is asked a document holds."""
ENOUGH = 0.5
"""A concept is wholly covered by this part of the most that any document scores on it."""
LENIENCE = 0.2
"""Another form of a word counts for a little more of what is asked than it does for the order."""
FEW = 4
"""With postings for less than one in so many places, it is quicker to go by posting than over all places."""
ALL = slice(None)
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
    found: dict[Form, Found] = field(default_factory=dict)
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
    scores, scratch = Scores.none(size), np.zeros((3, size), np.float32)
    for concept in concepts:
        if concept.found:
            _add(scores, scratch, concept, concept.weight / whole, total)
    scores.score *= (1 - COVERAGE) + COVERAGE * np.minimum(scores.coverage, 1)
    return scores


def least_coverage(number: int) -> float:
    """Return the share of what is asked below which a document is no answer to `number` concepts."""
    return max(LEAST_SHARE_OF_FEW * min(1, 3 / max(number, 1)), LEAST_SHARE)


def _add(scores: Scores, scratch: np.ndarray, concept: Weighed, share: float, total: int) -> None:
    """Add what one concept is worth in each document that holds a form of it; `scratch` is zero before and after."""
    size = len(scores.score)
    # Most words stand in few documents: then only those are looked at.
    few = sum(there.number for there in concept.found.values()) * FEW < size
    found = [
        _of_form(there, concept.likeness[form], total, 0 if few else size) for form, there in concept.found.items()
    ]
    if len(found) == 1:
        _add_to(scores, *found[0], share)
        return
    best, second, held = scratch
    for where, worth, covered in found:
        old = best[where]
        second[where] = np.maximum(second[where], np.minimum(old, worth))
        best[where] = np.maximum(old, worth)
        held[where] = np.maximum(held[where], covered)
    # A place that comes twice gets the same twice.
    where = np.concatenate([where for where, *_ in found]) if few else ALL
    _add_to(scores, where, best[where] + SECOND * second[where], held[where], share)
    scratch[:, where] = 0


def _of_form(there: Found, likeness: float, total: int, size: int) -> tuple[Any, np.ndarray, Any]:
    """Return at which places a form is worth what, and how far it covers its concept there; of all `size`, unless 0."""
    step, covered = likeness * PER_STEP * rarity(there.number, total), np.float32(min(1.0, likeness + LENIENCE))
    if not size:
        return there.places.astype(np.intp), np.multiply(there.impacts, step, dtype=np.float32), covered
    impacts = there.over(size)
    return ALL, np.multiply(impacts, step, dtype=np.float32), (impacts > 0) * covered


def _add_to(scores: Scores, where: Any, worth: np.ndarray, covered: Any, share: float) -> None:
    scores.score[where] = scores.score[where] + worth
    scores.coverage[where] = scores.coverage[where] + covered * np.float32(share)


def together(lists: list[Found]) -> Found:
    """Return where all of some terms stand; the weakest tells how much they count there."""
    first, *others = sorted(lists, key=lambda one: one.number)
    places, impacts = first.places, first.impacts
    for other in others:
        if not len(places):
            return NOWHERE
        # By place, which is quicker than sorting. An impact is never 0.
        there = other.at(places)
        held = there > 0
        places = places[held]
        impacts = np.minimum(impacts[held], there[held])
    return Postings(places, impacts) if len(places) else NOWHERE
