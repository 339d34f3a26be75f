"""Why a document was found, by word of the question: as it was typed, or in which other form."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from projects.search.forms import LONGER, Form
from projects.search.postings import Found
from projects.search.scoring import Weighed


class How(StrEnum):
    """In which way a document holds a word."""

    TYPED = "typed"
    READ_AS = "read_as"
    PART = "part"
    ALL_PARTS = "all_parts"
    LONGER = "longer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reason:
    """A word of the question, the form of it that stands in the document, and how the two belong together."""

    word: str
    form: str
    how: How
    weight: float


def reasons(concepts: Iterable[Weighed], places: Iterable[int], size: int) -> dict[int, list[Reason]]:
    """Return for each place, of `size`, the concepts that its document holds, the most telling first."""
    places = np.array(sorted(places), np.int64)
    found: dict[int, list[Reason]] = {int(place): [] for place in places}
    for concept in sorted(concepts, key=lambda one: -one.weight):
        for place, form in _best_forms(concept, places, size).items():
            found[place].append(Reason(concept.word, form.label, _how(concept, form), concept.weight))
    return found


def _best_forms(concept: Weighed, places: np.ndarray, size: int) -> dict[int, Form]:
    """Return for each of these places the form that is most like the word, of those that stand there."""
    best: dict[int, Form] = {}
    for form, postings in sorted(concept.found.items(), key=lambda item: -concept.likeness[item[0]]):
        for place in _held(postings, places, size):
            best.setdefault(int(place), form)
    return best


def _held(postings: Found, places: np.ndarray, size: int) -> np.ndarray:
    return places[postings.over(size)[places] > 0]


def _how(concept: Weighed, form: Form) -> How:
    if form.label == concept.word:
        return How.TYPED
    if form.label == concept.read_as:
        return How.READ_AS
    if form.label.endswith(LONGER):
        return How.LONGER
    if form.is_together_anywhere:
        return How.ALL_PARTS
    return How.PART if form.label in concept.word else How.OTHER
