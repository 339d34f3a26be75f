"""Show why a text was found: the passage with most of what was asked, and the words marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from projects.search.analysis import WORD, stem
from projects.search.compounds import parts
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

    def concept(self, word: str) -> int | None:
        """Return the concept that `word` answers, by itself, by a part of it or by its beginning; None for no one."""
        if word not in self.known:
            self.known[word] = self._concept(word)
        return self.known[word]

    def _concept(self, word: str) -> int | None:
        folded = fold(word)
        for form in (folded, *parts(folded)):
            if (found := self.stems.get(stem(form))) is not None:
                return found
        beginnings = (one for one in self.stems if len(one) >= SHORTEST_BEGINNING and folded.startswith(one))
        return self.stems.get(next(beginnings, ""))


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
        stretch, found = _best_stretch(MARKDOWN.sub(" ", text).split(), what)
        if found > most:
            best, most = stretch, found
    return mark(best, what) if best else mark_safe("")


def mark(text: str, what: Sought) -> SafeString:
    """Return `text` escaped, with every word that answers in a <mark>."""
    pieces, end = [], 0
    for match in WORD.finditer(text):
        if what.concept(match.group()) is not None:
            pieces += [(text[end : match.start()],), (format_html("<mark>{}</mark>", match.group()),)]
            end = match.end()
    return format_html_join("", "{}", [*pieces, (text[end:],)])


def _best_stretch(tokens: list[str], what: Sought) -> tuple[str, int]:
    answered = [{what.concept(word) for word in WORD.findall(token)} - {None} for token in tokens]
    starts = range(0, max(1, len(tokens) - PASSAGE_WORDS + 1), STEP)
    counted = {start: len(set().union(*answered[start : start + PASSAGE_WORDS])) for start in starts}
    start = max(counted, key=lambda one: counted[one], default=0)
    stretch = " ".join(tokens[start : start + PASSAGE_WORDS])
    before, after = "… " if start else "", " …" if start + PASSAGE_WORDS < len(tokens) else ""
    return f"{before}{stretch}{after}", counted.get(start, 0)
