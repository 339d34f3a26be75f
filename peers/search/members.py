"""Profiles that only members see, looked through one by one: they stay out of the index that visitors' questions read.

There are some hundreds of them at most, so that reading them all takes a moment and no index of their own. They come
after the public ones in the list, and are counted in the same facets.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from peers.models import Profile
from peers.search.experts import KIND, gathered, keys_of, texts_of
from projects.search.analysis import WORD
from projects.search.counting import Choices, Counts
from projects.search.counting import keys_of as keys_for
from projects.search.coverage import RegionMap
from projects.search.engine import Answer, Question
from projects.search.highlight import Sought
from projects.search.scoring import least_coverage

MOST = 500
"""The ones that were active last; more than this are not looked through."""


@dataclass(frozen=True)
class Entry:
    """A profile for members: its facet keys, and its words as one text."""

    pk: int
    keys: frozenset[str]
    text: str

    def answers(self, what: Sought) -> bool:
        """Tell whether the profile holds as much of what is sought as the search asks of a public one."""
        held = {found for word in WORD.findall(self.text) if (found := what.concept(word)) is not None}
        return not what.number or len(held) / what.number >= least_coverage(what.number) - 1e-6


def entries() -> list[Entry]:
    """Return the profiles that only members see, the most recently active first."""
    regions, found = RegionMap(), gathered(Profile.objects.for_members()).order_by("-updated_at", "-pk")[:MOST]
    return [Entry(one.pk, frozenset(keys_of(one, regions)), _joined(texts_of(one).values())) for one in found]


class ExpertAnswer(Answer):
    """The public profiles that answer, and after them those for members among `also`."""

    def __init__(self, question: Question, also: Iterable[Entry] = ()) -> None:
        super().__init__(KIND, question)
        what = self.sought if question.text.strip() else Sought({})
        self._answering = [entry for entry in also if entry.answers(what)]
        self._chosen = [entry for entry in self._answering if _has(entry, self.choices)]

    @property
    def counts(self) -> Counts:
        """The number of answers and of each facet."""
        if "_counts" not in self.__dict__:
            self._counts = self._with_members(self._narrowing.counts())
        return self._counts

    def ids(self, start: int, stop: int) -> list[int]:
        """Return the ids of the answers from number `start` up to `stop`, counted from 0."""
        public = len(self._found)
        after = self._chosen[max(0, start - public) : max(0, stop - public)]
        return [*super().ids(start, min(stop, public)), *(entry.pk for entry in after)]

    def _with_members(self, counts: Counts) -> Counts:
        counts.total += len(self._chosen)
        for name in counts.without:
            counts.without[name] += sum(_has(entry, self.choices, but=name) for entry in self._answering)
        for entry in self._answering:
            self._count(entry, counts)
        return counts

    def _count(self, entry: Entry, counts: Counts) -> None:
        """Count an entry in each facet whose own choice is all that may keep it out."""
        for key in entry.keys:
            name, _, value = key.partition(":")
            if _has(entry, self.choices, but=name):
                values = counts.facets.setdefault(name, {})
                values[value] = values.get(value, 0) + 1


def _has(entry: Entry, choices: Choices, but: str = "") -> bool:
    wanted = [keys_for(name, values) for name, values in choices.items() if values and name != but]
    return all(not entry.keys.isdisjoint(keys) for keys in wanted)


def _joined(texts: Iterable[Iterable[str]]) -> str:
    return " ".join(part for some in texts for part in some)
