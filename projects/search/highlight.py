"""Show why a text was found: the passage with most of what was asked, and the words marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from projects.search.analysis import WORD, stems_of
from projects.search.concepts import understand
from vindplaats.text import fold

PASSAGE_WORDS = 36
STEP = 6
SHORTEST_BEGINNING = 4
MARKDOWN = re.compile(r"[*_`#>\[\]|]+|\(https?://[^)]*\)")


@dataclass(frozen=True)
class Sought:
    """The stems to mark, each with the number of the concept that it stands for."""

    stems: dict[str, int]

    known: dict[str, int | None] = field(default_factory=dict, compare=False)
    """What was found for words before: texts say the same words again and again."""
    tokens: dict[str, set[int]] = field(default_factory=dict, compare=False)

    @cached_property
    def number(self) -> int:
        """How many concepts there are: no text answers more."""
        return len(set(self.stems.values()))

    def concept(self, word: str) -> int | None:
        """Return the concept that `word` answers, by itself, by a part of it or by its beginning; None for no one."""
        if word not in self.known:
            self.known[word] = self._concept(word)
        return self.known[word]

    def concepts(self, token: str) -> set[int]:
        """Return the concepts that the words of `token` answer: what stands between two spaces, such as '(zorg-'."""
        found = self.tokens.get(token)
        if found is None:
            words = WORD.findall(token)
            found = self.tokens[token] = {one for word in words if (one := self.concept(word)) is not None}
        return found

    @cached_property
    def _beginning(self) -> re.Pattern[str]:
        """The stems that a longer word may begin with, the first one that fits: one look instead of one for each."""
        long = [re.escape(one) for one in self.stems if len(one) >= SHORTEST_BEGINNING]
        return re.compile("|".join(long) or "(?!)")

    def _concept(self, word: str) -> int | None:
        folded = fold(word)
        for one in stems_of(folded):
            if (found := self.stems.get(one)) is not None:
                return found
        begins = self._beginning.match(folded)
        return self.stems[begins.group()] if begins else None


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
    answered = [(place, found) for place, token in enumerate(tokens) if (found := what.concepts(token))]
    if not answered:
        return "", 0
    counted = {start: _held(answered, start) for start in range(0, max(1, len(tokens) - PASSAGE_WORDS + 1), STEP)}
    start = max(counted, key=counted.__getitem__)
    stretch = " ".join(tokens[start : start + PASSAGE_WORDS])
    before, after = "… " if start else "", " …" if start + PASSAGE_WORDS < len(tokens) else ""
    return f"{before}{stretch}{after}", counted[start]


def _held(answered: list[tuple[int, set[int]]], start: int) -> int:
    """Return how many concepts the stretch from `start` on answers."""
    within = (found for place, found in answered if start <= place < start + PASSAGE_WORDS)
    return len(set().union(*within))
