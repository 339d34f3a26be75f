"""The forms in which a concept may stand in a text: one word, some words somewhere, or words that stand together."""

from dataclasses import dataclass

from projects.search.analysis import STOP_WORDS, stem
from projects.search.compounds import parts

Phrase = tuple[str, ...]
LONGER = "…"
"""What the label of a longer word ends with that is only known by its stem."""


@dataclass(frozen=True, slots=True)
class Form:
    """One or more stems, and whether they stand together."""

    stems: tuple[str, ...]
    label: str
    """As a person would write it."""
    distances: tuple[int, ...] = ()
    """For words that stand together: how far each stands from the one before it; empty for words anywhere."""

    @property
    def is_together_anywhere(self) -> bool:
        """Whether it is several words, wherever they stand."""
        return len(self.stems) > 1 and not self.distances

    @property
    def tsquery(self) -> str:
        """The words that stand together, as PostgreSQL writes that."""
        first, *others = (f"'{one}'" for one in self.stems)
        return first + "".join(f" <{far}> {one}" for far, one in zip(self.distances, others, strict=True))


def word(text: str) -> Form:
    """Return the form of one folded word."""
    return Form((stem(text),), text)


def longer(found: str) -> Form:
    """Return the form of a longer word, of which this is the stem."""
    return Form((found,), f"{found}{LONGER}")


def all_parts(text: str) -> Form | None:
    """Return the form in which all parts of a compound stand, in any order; None for what is no compound."""
    found = parts(text)
    return Form(tuple(dict.fromkeys(map(stem, found))), " + ".join(found)) if found else None


def joined_parts(text: str) -> list[Form]:
    """Return the longer parts of a compound of three or more: 'nachtdienst' of 'nachtdienstmedewerkers'."""
    found = parts(text)
    starts, end = [], 0
    for part in found:
        starts.append(text.index(part, end))
        end = starts[-1] + len(part)
    spans = [(first, last) for first in range(len(found)) for last in range(first + 1, len(found))]
    return [
        word(text[starts[first] : starts[last] + len(found[last])])
        for first, last in spans
        if last - first + 1 < len(found)
    ]


def phrase(given: Phrase) -> Form | None:
    """Return the form of words that stand next to each other; stop words between them keep their place."""
    stems, distances, distance = [], [], 1
    for one in given:
        if one in STOP_WORDS:
            distance += 1
            continue
        if stems:
            distances.append(distance)
        stems.append(stem(one))
        distance = 1
    return Form(tuple(stems), " ".join(given), tuple(distances)) if stems else None
