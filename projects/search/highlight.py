"""Show why a text was found: the passage with most of the words, and the words marked."""

import re
from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from projects.search.analysis import WORD, query_words
from vindplaats.text import fold

PASSAGE_WORDS = 36
SHORTEST_STEM = 4
# Endings that Dutch and English words take on; cutting them is enough to see that two words are one.
ENDING = re.compile("(heden|ingen|eren|en|es|e|s|t|n)$")
MARKDOWN = re.compile(r"[*_`#>\[\]|]+|\(https?://[^)]*\)")


def stem(word: str) -> str:
    """Return `word` without a common ending, never shorter than four letters."""
    cut = ENDING.sub("", word)
    return cut if len(cut) >= SHORTEST_STEM else word


def passage(texts: Iterable[str], question: str) -> SafeString:
    """Return the stretch of `texts` (Markdown) that holds most words of `question`, marked; empty when none does."""
    stems = [stem(word) for word in query_words(question)]
    best, most = "", 0
    for text in texts if stems else []:
        stretch, found = _best_stretch(MARKDOWN.sub(" ", text).split(), stems)
        if found > most:
            best, most = stretch, found
    return mark(best, question) if best else mark_safe("")


def mark(text: str, question: str) -> SafeString:
    """Return `text` escaped, with every word that answers `question` in a <mark>."""
    stems = [stem(word) for word in query_words(question)]
    pieces, end = [], 0
    for match in WORD.finditer(text):
        if _answers(match.group(), stems):
            pieces += [(text[end : match.start()],), (format_html("<mark>{}</mark>", match.group()),)]
            end = match.end()
    return format_html_join("", "{}", [*pieces, (text[end:],)])


def _answers(word: str, stems: list[str]) -> bool:
    folded = fold(word)
    return any(folded.startswith(one) if len(one) >= SHORTEST_STEM else folded == one for one in stems)


def _best_stretch(tokens: list[str], stems: list[str]) -> tuple[str, int]:
    hits = [{one for one in stems if _answers(token.strip(".,;:!?()'\"“”‘’"), [one])} for token in tokens]
    starts = range(0, max(1, len(tokens) - PASSAGE_WORDS + 1), 6)
    counted = {start: len(set().union(*hits[start : start + PASSAGE_WORDS])) for start in starts}
    start = max(counted, key=counted.get, default=0)
    stretch = " ".join(tokens[start : start + PASSAGE_WORDS])
    before, after = "… " if start else "", " …" if start + PASSAGE_WORDS < len(tokens) else ""
    return f"{before}{stretch}{after}", counted.get(start, 0)
