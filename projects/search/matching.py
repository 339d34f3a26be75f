"""Which of some documents answer each of many questions, as the finder would find them among all.

Questions are held against the few documents (new projects, say), which are kept in memory inverted: by stem where it
stands, and by facet key which documents have it. What a word says still comes from the whole index, read once for all
questions. So a question answers by the same code as on the results page, at the cost of the few documents. But:

- The finder looks for what stands together in the texts of so many documents at most (phrases.py); here in all of them.
- What is found by meaning (embeddings/) is found next to other answers. There are none here, so words decide.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from django.db import connection

from projects.search.answering import answering
from projects.search.concepts import FEW_CONCEPTS, understand
from projects.search.counting import keys_of
from projects.search.engine import Question
from projects.search.forms import Form
from projects.search.postings import IMPACT, NOWHERE, PLACE, Postings
from projects.search.scoring import score
from projects.search.shelf import Shelf, shelf
from projects.search.sources import WholeIndex
from projects.search.weighing import COMMON, weigh

READ = """
    SELECT object_id, place, ARRAY(SELECT jsonb_object_keys(impacts)), vector::text
    FROM search_searchdocument WHERE edition = %s AND kind = %s AND object_id = ANY(%s) ORDER BY place
"""
STANDING = re.compile(r"'([^']+)':(\S+)")
PLACE_IN_TEXT = re.compile(r"\d+")
NUMBERS_AT_ONCE, LONGER_AT_ONCE = 2_000, 200
"""Words that one statement asks of; it has to end well within the limit of a statement."""


class Batch:
    """Some documents of a kind, against which many questions are held. A `Source` for weighing."""

    def __init__(self, kind: str, ids: Collection[int]) -> None:
        held = shelf(kind)
        self._index = WholeIndex(held)
        with connection.cursor() as cursor:
            cursor.execute(READ, [held.edition, kind, list(ids)])
            rows = [row for row in cursor.fetchall() if row[1] < len(held.columns.ids)]
        self.ids: list[int] = [row[0] for row in rows]
        self._texts = [row[3] for row in rows]
        self._positions: dict[int, dict[str, set[int]]] = {}
        self._lists = _inverted(row[2] for row in rows)
        self._keys = _by_key(held, [row[1] for row in rows])
        self._numbers: dict[str, int] = {}
        self._longer: dict[str, list[str]] = {}
        self._nearest: dict[str, dict[str, float]] = {}

    @property
    def total(self) -> int:
        """How many documents the whole index holds."""
        return self._index.total

    def prepare(self, texts: Iterable[str]) -> None:
        """Read what many questions ask of the index together, instead of one by one."""
        meanings = [understand(text).concepts for text in texts]
        self.numbers({stem for meant in meanings for one in meant for form in one.variants for stem in form.stems})
        few = [one for meant in meanings if len(meant) <= FEW_CONCEPTS for one in meant]
        self.longer({stem for one in few for stem in one.own.stems if self._numbers.get(stem, 0) <= COMMON})
        self.numbers({stem for some in self._longer.values() for stem in some})

    def answering(self, question: Question) -> list[int]:
        """Return the ids of those documents that answer."""
        mask = self._chosen(question.choices or {})
        if mask.any() and question.text.strip():
            mask &= self._answering(question)
        return [self.ids[at] for at in np.flatnonzero(mask)]

    def numbers(self, stems: Iterable[str], *, discreet: bool = False) -> dict[str, int]:
        """Return in how many documents of the index each stem stands."""
        return {stem: number for stem, number in self._known(self._numbers, stems, self._read_numbers) if number}

    def longer(self, stems: Iterable[str]) -> dict[str, list[str]]:
        """Return for each stem the stems of somewhat longer known words that hold it."""
        return dict(self._known(self._longer, stems, self._read_longer))

    def nearest(self, word: str, *, discreet: bool = False) -> dict[str, float]:
        """Return the known words that are most like `word`."""
        if word not in self._nearest:
            self._nearest[word] = self._index.nearest(word, discreet=True)
        return self._nearest[word]

    def read(self, stems: Iterable[str]) -> dict[str, Postings]:
        """Return where each stem stands among these documents; how much it counts there is not told."""
        return {stem: self._lists.get(stem, NOWHERE) for stem in stems}

    def together(self, form: Form, found: Postings, *, most: int) -> Postings:
        """Return those in which the words of `form` stand next to each other, however many there are."""
        there = np.array([self._stands_in(form, int(at)) for at in found.places], bool)
        return Postings(found.places[there], found.impacts[there])

    def _chosen(self, choices: dict[str, list[str]]) -> np.ndarray:
        mask = np.ones(len(self.ids), bool)
        for name, values in choices.items():
            held = [self._keys[key] for key in keys_of(name, values) if key in self._keys]
            mask &= np.logical_or.reduce(held) if held else False
        return mask

    def _answering(self, question: Question) -> np.ndarray:
        meaning = understand(question.text)
        concepts = weigh(meaning, self, literal=question.literal) if meaning.concepts else []
        scores = score(concepts, size=len(self.ids), total=self.total)
        return answering(scores, len(concepts), meaning, self)

    def _stands_in(self, form: Form, at: int) -> bool:
        if at not in self._positions:
            self._positions[at] = _positions(self._texts[at])
        first, *others = (self._positions[at].get(stem, set()) for stem in form.stems)
        steps = np.cumsum(form.distances).tolist()
        return any(all(start + step in held for step, held in zip(steps, others, strict=True)) for start in first)

    def _known(self, kept: dict, words: Iterable[str], read: Callable[[list[str]], dict]) -> Iterator[tuple]:
        words = list(words)
        if missing := [word for word in words if word not in kept]:
            kept |= read(missing)
        return ((word, kept[word]) for word in words)

    def _read_numbers(self, stems: list[str]) -> dict[str, int]:
        found: dict[str, int] = dict.fromkeys(stems, 0)
        for some in _chunks(stems, NUMBERS_AT_ONCE):
            found |= self._index.numbers(some, discreet=True)
        return found

    def _read_longer(self, stems: list[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {stem: [] for stem in stems}
        for some in _chunks(stems, LONGER_AT_ONCE):
            found |= self._index.longer(some)
        return found


def _inverted(documents: Iterable[Sequence[str]]) -> dict[str, Postings]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, terms in enumerate(documents):
        for term in terms:
            places[term].append(at)
    return {term: Postings(np.array(there, PLACE), np.ones(len(there), IMPACT)) for term, there in places.items()}


def _by_key(held: Shelf, places: Sequence[int]) -> dict[str, np.ndarray]:
    """Return for each facet key whether each of the documents has it."""
    found: dict[str, np.ndarray] = {}
    for at, place in enumerate(places):
        for key in held.keys_at(place):
            found.setdefault(key, np.zeros(len(places), bool))[at] = True
    return found


def _positions(vector: str) -> dict[str, set[int]]:
    """Return for each stem of a tsvector, as PostgreSQL writes it, where it stands."""
    return {stem: set(map(int, PLACE_IN_TEXT.findall(where))) for stem, where in STANDING.findall(vector)}


def _chunks(words: Iterable[str], size: int) -> Iterator[list[str]]:
    iterator = iter(words)
    while chunk := list(islice(iterator, size)):
        yield chunk
