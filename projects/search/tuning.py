"""The door to what editors tune the search with, as it is at this moment, whichever process asks.

What was read is kept in the process under the number of the last change (generation.py), so that asking again costs
next to nothing and a change is in force everywhere with the next request. Before what ships is loaded into the tables,
it holds by itself.
"""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from projects.search import generation
from projects.search.analysis import FILLER, STOP_WORDS, stem, words
from projects.search.synonyms import Row, Synonyms, expand, shipped
from projects.search.tuned import Boost, StopWord, Synonym
from projects.states import LightWord

# The one in force, and the one that an editor tries out.
VERSIONS_KEPT = 2


@dataclass(frozen=True)
class Tuning:
    """Everything at one moment; `number` is the same for as long as nothing changed."""

    number: int
    rows: tuple[Row, ...]
    stop: frozenset[str] = STOP_WORDS
    """Folded words to leave out of a question. What is never indexed (STOP_WORDS) is always among them."""
    filler: frozenset[str] = FILLER
    """Folded words that count for little in a question."""
    boosts: tuple[Boost, ...] = field(default=())
    """What they lift is read when it is asked for: a theme may get another slug while this is kept."""

    @cached_property
    def synonyms(self) -> Synonyms:
        """For each phrase its synonyms with their strength, equal or related."""
        return expand(self.rows)

    @cached_property
    def boosted(self) -> list[tuple[frozenset[str], Boost]]:
        """The boosts, each with the stems that a question has to hold; without those that ask for nothing."""
        told = [(self.telling(boost.query), boost) for boost in self.boosts]
        return [(stems, boost) for stems, boost in told if stems]

    def telling(self, text: str) -> frozenset[str]:
        """Return the stems of what a text says, without words that say nothing unless there are no others."""
        typed = words(text)
        return frozenset(map(stem, [word for word in typed if word not in self.stop] or typed))


def current() -> Tuning:
    """Return what holds now; within a transaction, with what that changed."""
    return _numbered(generation.numbers().tuning)


@lru_cache(maxsize=VERSIONS_KEPT)
def _numbered(number: int) -> Tuning:
    """Return what is in the tables; what a later change adds meanwhile is read again under its own number."""
    if number == 0:
        return Tuning(number, tuple(shipped()))
    # Editors' own words first: a word that has many synonyms is sought by the first of them only.
    synonyms = Synonym.objects.filter(is_active=True, group__is_active=True).order_by("origin", "pk")
    rows = synonyms.values_list("group_id", "term", "strength", "careful")
    kinds = StopWord.objects.filter(is_active=True).values_list("word", "kind")
    listed = {
        kind: {word for cell, its_kind in kinds if its_kind == kind for word in words(cell)} for kind in LightWord
    }
    return Tuning(
        number,
        tuple(Row(*row) for row in rows),
        stop=STOP_WORDS | listed[LightWord.STOP],
        filler=frozenset(listed[LightWord.FILLER]),
        boosts=tuple(Boost.objects.filter(is_active=True).order_by("pk")),
    )
