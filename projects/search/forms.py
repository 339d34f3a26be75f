"""The forms in which a concept may stand in a text: one word, some words somewhere, or words that stand together."""

from dataclasses import dataclass

from projects.search.analysis import STOP_WORDS, stem
from projects.search.compounds import parts

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One or more stems, and whether they stand together."""

    stems: tuple[str, ...]
    label: str
    """As a person would write it."""
    distances: tuple[int, ...] = ()
    """For words that stand together: how far each stands from the one before it; empty for words anywhere."""

    @property
    def tsquery(self) -> str:
        """The words that stand together, as PostgreSQL writes that."""
        first, *others = (f"'{one}'" for one in self.stems)
        return first + "".join(f" <{far}> {one}" for far, one in zip(self.distances, others, strict=True))


def word(text: str) -> Form:
    """Return the form of one folded word."""
    return Form((stem(text),), text)


def all_parts(text: str) -> Form | None:
    """Return the form in which all parts of a compound stand, in any order; None for what is no compound."""
    found = parts(text)
    return Form(tuple(dict.fromkeys(map(stem, found))), " + ".join(found)) if found else None


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
