"""What the words of a question are held against: all documents of a kind, or some of them (matching.py)."""

from collections.abc import Iterable
from typing import Protocol

from projects.search import lists, vocabulary
from projects.search.forms import Form
from projects.search.phrases import keep_together
from projects.search.postings import Found
from projects.search.shelf import Shelf


class Source(Protocol):
    """What weighing a question asks: how often words occur, which others are meant, and where they stand."""

    @property
    def total(self) -> int:
        """How many documents there are in the index, by which rarity is told."""

    def numbers(self, stems: Iterable[str], *, discreet: bool = False) -> dict[str, int]:
        """Return in how many documents of the index each stem stands; those that stand nowhere are left out."""

    def longer(self, stems: Iterable[str]) -> dict[str, list[str]]:
        """Return for each stem the stems of somewhat longer known words that hold it."""

    def nearest(self, word: str, *, discreet: bool = False) -> dict[str, float]:
        """Return the known words that are most like `word`, with their likeness."""

    def read(self, stems: Iterable[str]) -> dict[str, Found]:
        """Return where each stem stands."""

    def together(self, form: Form, found: Found, *, most: int) -> Found:
        """Return those of the documents in which the words of `form` stand next to each other."""


class WholeIndex:
    """All documents of a kind, by way of what this process read not long ago."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    @property
    def total(self) -> int:
        """How many documents there are."""
        return self.shelf.total

    def numbers(self, stems: Iterable[str], *, discreet: bool = False) -> dict[str, int]:
        """Return in how many documents each stem stands; `discreet` keeps nothing of unknown words."""
        return lists.numbers(self.shelf, stems, discreet=discreet)

    def longer(self, stems: Iterable[str]) -> dict[str, list[str]]:
        """Return for each stem the stems of somewhat longer known words that hold it."""
        return vocabulary.longer(stems, self.shelf)

    def nearest(self, word: str, *, discreet: bool = False) -> dict[str, float]:
        """Return the known words that are most like `word`; `discreet` keeps nothing of what was asked."""
        return vocabulary.nearest(word, self.shelf, discreet=discreet)

    def read(self, stems: Iterable[str]) -> dict[str, Found]:
        """Return the places where each stem stands."""
        return lists.read(self.shelf, stems)

    def together(self, form: Form, found: Found, *, most: int) -> Found:
        """Look at the texts of at most so many documents, those first in which the words count most."""
        return keep_together(form, found, self.shelf, most=most)
