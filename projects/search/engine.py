"""The door of the search package: what the rest of the app asks."""

from dataclasses import dataclass
from typing import Any

from projects.search import ranking
from projects.search.boosts import lift, lifts
from projects.search.concepts import understand
from projects.search.counting import Choices, Counts, count, narrow
from projects.search.highlight import Sought, sought
from projects.search.models import SearchDocument
from projects.search.querysets import SearchDocumentQuerySet

SORTS = ("relevance", "newest", "confirmed")


@dataclass(frozen=True)
class Question:
    """What somebody looks for: a text, choices by facet, and an order."""

    text: str = ""
    choices: Any = None
    sort: str = ""
    literal: bool = False
    """Whether to leave words that nobody wrote as they are, instead of reading them as the nearest known one."""

    @property
    def order(self) -> str:
        """The order asked for, or the best one: by relevance when there is a text, else newest first."""
        wanted = self.sort if self.sort in SORTS else ""
        if not self.text.strip():
            return wanted if wanted not in ("", "relevance") else "newest"
        return wanted or "relevance"


def documents(kind: str) -> SearchDocumentQuerySet:
    """Return all documents of a kind, in no order."""
    return SearchDocument.objects.of_kind(kind)


class Answer:
    """The documents that answer a question: counted, and read a page at a time."""

    def __init__(self, kind: str, question: Question) -> None:
        self.kind, self.question = kind, question
        self.choices: Choices = question.choices or {}
        self._meaning = understand(question.text)
        self._concepts = ranking.weigh(self._meaning, kind=kind, literal=question.literal)
        self._matching = self._match()
        self._counts: Counts | None = None

    @property
    def sought(self) -> Sought:
        """What to mark in the texts that are found."""
        return sought(self.question.text, self.read_as.values())

    @property
    def read_as(self) -> dict[str, str]:
        """The words that were read as another, with that other."""
        return {concept.word: concept.read_as for concept in self._concepts if concept.read_as}

    def _match(self) -> SearchDocumentQuerySet:
        everything, text = documents(self.kind), self.question.text
        if not text.strip():
            return everything
        found = everything.meaning(self._meaning, self._concepts)
        return lift(found, lifts(text, kind=self.kind))

    @property
    def counts(self) -> Counts:
        """The number of answers and of each facet."""
        if self._counts is None:
            self._counts = count(self._matching, self.choices, kind=self.kind, text=self.question.text)
        return self._counts

    def ranked(self) -> SearchDocumentQuerySet:
        """Return the answers in the order asked for."""
        found = narrow(self._matching, self.choices)
        match self.question.order:
            case "relevance":
                return found.best_first()
            case "confirmed":
                return found.recently_confirmed_first()
            case _:
                return found.newest_first()

    def ids(self, start: int, stop: int) -> list[int]:
        """Return the ids of the answers from number `start` up to `stop`, counted from 0."""
        return list(self.ranked().values_list("object_id", flat=True)[start:stop])

    def exact_total(self) -> int:
        """Count all answers, however many; for pages beyond the ones that were counted."""
        return narrow(self._matching, self.choices).count()
