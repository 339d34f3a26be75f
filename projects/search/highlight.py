"""Show why a text was found: the passage with most of what was asked, and the words marked."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from projects.search.analysis import WORD, folded, stems_of
from projects.search.concepts import understand

PASSAGE_WORDS = 36
STEP = 6
SHORTEST_BEGINNING = 4
NONE: frozenset[int] = frozenset()
MARKDOWN = re.compile(r"[*_`#>\[\]|]+|\(https?://[^)]*\)")


class Sought:
    """The stems to mark, each with the number of the concept that it stands for."""

    def __init__(self, stems: dict[str, int]) -> None:
        self.stems = stems
        # Texts say the same words again and again: what was found for one is kept, and looked up at the speed of C.
        self._known: dict[str, int | None] = _Looked(self._concept)
        self.tokens: dict[str, frozenset[int]] = _Looked(self._concepts)
        """The concepts that the words of a token answer: what stands between two spaces, such as '(zorg-'."""

    @cached_property
    def number(self) -> int:
        """How many concepts there are: no text answers more."""
        return len(set(self.stems.values()))

    def concept(self, word: str) -> int | None:
        """Return the concept that `word` answers, by itself, by a part of it or by its beginning; None for no one."""
        return self._known[word]

    @cached_property
    def _beginning(self) -> re.Pattern[str]:
        """The stems that a longer word may begin with, the first one that fits: one look instead of one for each."""
        long = [re.escape(one) for one in self.stems if len(one) >= SHORTEST_BEGINNING]
        return re.compile("|".join(long) or "(?!)")

    def _concepts(self, token: str) -> frozenset[int]:
        found = [one for word in WORD.findall(token) if (one := self._known[word]) is not None]
        return frozenset(found) if found else NONE

    def _concept(self, word: str) -> int | None:
        plain = folded(word)
        for one in stems_of(plain):
            if (found := self.stems.get(one)) is not None:
                return found
        begins = self._beginning.match(plain)
        return self.stems[begins.group()] if begins else None


class _Looked(dict):
    """What a function gave for each key that was asked for."""

    def __init__(self, look: Callable[[str], Any]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, key: str) -> Any:
        self[key] = found = self._look(key)
        return found


def sought(question: str, read_as: Iterable[str] = ()) -> Sought:
    """Return what to mark for `question`; `read_as` are words that misspelt ones were taken for."""
    concepts = understand(" ".join([question, *read_as])).concepts
    stems: dict[str, int] = {}
    for number, concept in enumerate(concepts):
        for form in concept.variants:
            for one in form.stems:
                stems.setdefault(one, number)
    return Sought(stems)


def passage(texts: Iterable[str], what: Sought) -> SafeString:
    """Return the stretch of `texts` (Markdown) that answers most of what is sought, marked; empty when none does."""
    best, most = "", 0
    for text in texts if what.stems else []:
        if most == what.number:
            break
        stretch, found = _best_stretch(MARKDOWN.sub(" ", text).split(), what)
        if found > most:
            best, most = stretch, found
    return mark(best, what) if best else mark_safe("")


def mark(text: str, what: Sought) -> SafeString:
    """Return `text` escaped, with every word that answers in a <mark>."""
    pieces, end = [], 0
    for match in WORD.finditer(text):
        if what.concept(match.group()) is not None:
            pieces += [escape(text[end : match.start()]), f"<mark>{escape(match.group())}</mark>"]
            end = match.end()
    return mark_safe("".join([*pieces, escape(text[end:])]))  # noqa: S308 - each piece is escaped


def _best_stretch(tokens: list[str], what: Sought) -> tuple[str, int]:
    """Return the stretch of a text that answers most, and how many of the concepts."""
    found = map(what.tokens.__getitem__, tokens)
    answered = [(place, concepts) for place, concepts in enumerate(found) if concepts]
    if not answered:
        return "", 0
    counted = {start: _held(answered, start) for start in range(0, max(1, len(tokens) - PASSAGE_WORDS + 1), STEP)}
    start = max(counted, key=counted.__getitem__)
    stretch = " ".join(tokens[start : start + PASSAGE_WORDS])
    before, after = "… " if start else "", " …" if start + PASSAGE_WORDS < len(tokens) else ""
    return f"{before}{stretch}{after}", counted[start]


def _held(answered: list[tuple[int, frozenset[int]]], start: int) -> int:
    """Return how many concepts the stretch from `start` on answers."""
    within = (found for place, found in answered if start <= place < start + PASSAGE_WORDS)
    return len(set().union(*within))
