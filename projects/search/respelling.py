"""Read a word that nobody wrote as the nearest one that somebody did."""

from collections.abc import Callable

from projects.search import vocabulary
from projects.search.concepts import FEW_CONCEPTS
from projects.search.scoring import Weighed
from projects.search.sources import Source

LONG = 7
"""In shorter words one slip leads to quite another word: 'huren' is not 'uren'."""
MOST_RESPELT = 3
"""Words of one question that are compared with the whole vocabulary."""


def respell(concepts: list[Weighed], source: Source, known: Callable[[str], Weighed | None]) -> list[Weighed]:
    """Return the concepts, with the nearest known word for the first few that stand nowhere.

    A word that is less near is only offered. A misspelt word may fall apart in parts by accident ('heupairbeg'): where
    only parts stand somewhere, the known word must differ by a single slip.
    """
    left = MOST_RESPELT
    for number, one in enumerate(concepts):
        if left and (one.only_parts or not one.likeness):
            left -= 1
            nearest = source.nearest(one.word, discreet=len(concepts) > FEW_CONCEPTS)
            concepts[number] = _respelt(one, nearest, known)
    return concepts


def _respelt(unknown: Weighed, nearest: dict[str, float], known: Callable[[str], Weighed | None]) -> Weighed:
    for word, likeness in nearest.items():
        slip = is_slip(unknown.word, word)
        if (unknown.only_parts and not slip) or not (found := known(word)):
            continue
        if likeness >= vocabulary.CERTAIN or (slip and len(unknown.word) >= LONG):
            found.word, found.read_as = unknown.word, word
            return found
        unknown.offered = unknown.offered or word
    return unknown


def is_slip(typed: str, meant: str) -> bool:
    """Tell whether one letter makes the difference, or two that changed places (Damerau 1964)."""
    start = next((at for at, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), None)
    if start is None:
        return abs(len(typed) - len(meant)) <= 1
    typed, meant = typed[start:], meant[start:]
    while typed and meant and typed[-1] == meant[-1]:
        typed, meant = typed[:-1], meant[:-1]
    return max(len(typed), len(meant)) <= 1 or (len(typed) == 2 and typed == meant[::-1])
