"""What the index holds of one object, whatever its kind."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Self

from projects.search.analysis import Analysed, analyse

# PostgreSQL holds at most 1 MB of lexemes in a tsvector; a text this long is never read to the end anyway.
MAX_CHARACTERS = 200_000
Weighted = dict[str, Iterable[str]]
"""Texts by weight: A for the title, B for the summary, C for the body, D for the vocabulary around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What can be found of one object, as it is written to the index."""

    kind: str
    object_id: int
    analysed: Analysed
    words: Collection[str]
    """The folded words that are remembered as known: all of its texts, unless these must leave nothing behind."""
    keys: list[str]
    """Facet keys such as 'thema:beeldzorg' and 'regio:provincie-utrecht', a parent theme beside its child."""
    published_at: datetime.datetime
    confirmed_on: datetime.date | None = None

    @classmethod
    def of(cls, texts: Weighted, **given: object) -> Self:
        """Return the document with these texts."""
        joined = {weight: " ".join(parts)[:MAX_CHARACTERS] for weight, parts in texts.items()}
        analysed = analyse(joined)
        return cls(analysed=analysed, words=analysed.words, **given)
