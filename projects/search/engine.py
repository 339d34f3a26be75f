"""The door of the search package: what the rest of the app asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from projects.search import aging, feedback, reasons
from projects.search.answering import answering, least
from projects.search.boosts import lift, lifts
from projects.search.concepts import understand
from projects.search.counting import Choices, Counts, Narrowing
from projects.search.embeddings.fusing import fuse
from projects.search.highlight import Sought, sought
from projects.search.scoring import Scores, score
from projects.search.shelf import Shelf, shelf
from projects.search.sources import WholeIndex
from projects.search.topmost import highest
from projects.search.weighing import MOST_POSTINGS, Weighed, weigh

SORTS = ("relevance", "newest", "confirmed", "active", "unanswered")
"""`active` goes by the same day as `confirmed`: a kind that is never confirmed keeps its last activity there."""
FIRST = {"unanswered": "onbeantwoord:ja"}
"""Orders in which what has a facet key comes first, the newest of it before the rest."""
PRECISION = 1 << 20
"""Scores that differ less than a millionth count as the same; the newest comes first then."""
MOST_PLACES = 1 << 22


@dataclass(frozen=True)
class Question:
    """What somebody looks for: a text, choices by facet, and an order."""

    text: str = ""
    choices: Any = None
    sort: str = ""
    literal: bool = False
    """Whether to leave words that nobody wrote as they are, instead of reading them as the nearest known one."""
    most: int = MOST_POSTINGS
    """How many postings to read, the most telling words first."""

    @property
    def order(self) -> str:
        """The order asked for, or the best one: by relevance when there is a text, else newest first."""
        wanted = self.sort if self.sort in SORTS else ""
        if not self.text.strip():
            return wanted if wanted not in ("", "relevance") else "newest"
        return wanted or "relevance"


@dataclass(frozen=True, slots=True)
class Hit:
    """An object that answers, and how well when that is the order that was asked for."""

    object_id: int
    score: float | None


class Answer:
    """The documents that answer a question: counted, and read a page at a time."""

    def __init__(self, kind: str, question: Question) -> None:
        self.kind, self.question = kind, question
        self.choices: Choices = question.choices or {}
        self.shelf: Shelf = shelf(kind)
        self._meaning = understand(question.text)

    @cached_property
    def concepts(self) -> list[Weighed]:
        """What is looked for, as it counts among these documents."""
        if not self._meaning.concepts:
            return []
        return weigh(self._meaning, WholeIndex(self.shelf), literal=self.question.literal, most=self.question.most)

    @property
    def sought(self) -> Sought:
        """What to mark in the texts that are found."""
        return sought(self.question.text, self.read_as.values())

    @property
    def read_as(self) -> dict[str, str]:
        """The words that were read as another, with that other."""
        return {concept.word: concept.read_as for concept in self.concepts if concept.read_as}

    @property
    def offered(self) -> dict[str, str]:
        """Words that nobody wrote, each with a known one that may have been meant."""
        return {concept.word: concept.offered for concept in self.concepts if concept.offered and not concept.read_as}

    def alone(self) -> dict[str, int]:
        """Return how many documents hold each word by itself; words that none holds are left out."""
        most = {one.word: max((there.number for there in one.found.values()), default=0) for one in self.concepts}
        return {word: number for word, number in most.items() if number}

    @cached_property
    def counts(self) -> Counts:
        """The number of answers and of each facet."""
        return self._narrowing.counts()

    def hits(self, start: int, stop: int) -> list[Hit]:
        """Return the answers from number `start` up to `stop`, counted from 0, in the order asked for."""
        places = self._places(start, stop)
        ids = self.shelf.columns.ids[places].tolist()
        if self.question.order != "relevance":
            return [Hit(pk, None) for pk in ids]
        return [Hit(pk, round(worth, 4)) for pk, worth in zip(ids, self._scores.score[places].tolist(), strict=True)]

    def ids(self, start: int, stop: int) -> list[int]:
        """Return the ids of the answers from number `start` up to `stop`, counted from 0."""
        return self.shelf.columns.ids[self._places(start, stop)].tolist()

    def scores(self) -> np.ndarray:
        """Return how well the document at each place of the shelf answers the text, found or not."""
        return self._scores.score

    def why(self, ids: Iterable[int]) -> dict[int, list[reasons.Reason]]:
        """Return for each of these answers which words of the question it holds, and in which form."""
        there = self.shelf.places_of(set(ids))
        given = reasons.reasons(self.concepts, there.tolist(), len(self.shelf.columns.ids))
        return {int(self.shelf.columns.ids[place]): why for place, why in given.items()}

    @cached_property
    def _scores(self) -> Scores:
        scores = score(self.concepts, size=len(self.shelf.columns.ids), total=self.shelf.total)
        if not (self.question.literal or self._meaning.required or self._meaning.excluded):
            fuse(scores, self.question.text, self.shelf, least(len(self.concepts)))
        if self.question.order == "relevance" and not self.question.literal and len(self.concepts) > 1:
            feedback.add(scores.score, self.shelf)
        aging.lower(scores.score, self.shelf)
        lift(scores.score, lifts(self.question.text, kind=self.kind), self.shelf)
        return scores

    @cached_property
    def _matching(self) -> np.ndarray:
        """Whether the document at each place answers the text."""
        if not self.question.text.strip():
            return self.shelf.live
        found = answering(self._scores, len(self.concepts), self._meaning, WholeIndex(self.shelf))
        return self.shelf.live & found

    @cached_property
    def _narrowing(self) -> Narrowing:
        return Narrowing(self.shelf, self._matching, self.choices)

    @cached_property
    def _found(self) -> np.ndarray:
        """The places of all answers, in no order."""
        return np.flatnonzero(self._narrowing.mask)

    @cached_property
    def _ranks(self) -> np.ndarray:
        """For each answer a number; the higher one comes first."""
        match self.question.order:
            case "relevance":
                steps = (self._scores.score[self._found] * PRECISION).astype(np.int64)
                return steps * MOST_PLACES + self.shelf.newest[self._found]
            case "confirmed" | "active":
                return self.shelf.confirmed[self._found]
            case order if order in FIRST:
                first = self.shelf.having([FIRST[order]])
                return first[self._found] * np.int64(MOST_PLACES) + self.shelf.newest[self._found]
            case _:
                return self.shelf.newest[self._found]

    def _places(self, start: int, stop: int) -> np.ndarray:
        """Return the places of a stretch of the answers in order; all others are not sorted."""
        stop = min(stop, len(self._found))
        if start >= stop:
            return self._found[:0]
        first = highest(self._ranks, stop)
        return self._found[first[np.argsort(-self._ranks[first])][start:stop]]
