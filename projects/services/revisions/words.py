"""Which words of a text were taken away and which came in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, ADDED, REMOVED = "same", "added", "removed"
WORDS = re.compile(r"\s*\S+|\s+$")
LINES = re.compile(r"[^\n]*\n|[^\n]+")
MOST_WORDS = 2_000
"""Of a paragraph; a longer one is shown as replaced as a whole, since comparing takes time by the square."""
CONTEXT = 200
"""Characters that stay on either side of a change when what is the same is left out."""


@dataclass(frozen=True)
class Part:
    """A piece of text; `kind` is SAME, ADDED or REMOVED. `cut` tells that text before or after it was left out."""

    kind: str
    text: str
    cut: bool = False


def compare_texts(old: str, new: str) -> tuple[Part, ...]:
    """Return the parts in reading order: those of the old text are SAME and REMOVED, of the new one SAME and ADDED."""
    parts: list[Part] = []
    before, after = LINES.findall(old), LINES.findall(new)
    for kind, gone, come in _steps(before, after):
        if kind == SAME:
            parts.append(Part(SAME, "".join(gone)))
        else:
            parts += _compare_words("".join(gone), "".join(come))
    return tuple(_joined(parts))


def compare_items(old: Sequence[str], new: Sequence[str]) -> tuple[Part, ...]:
    """Return each item of two lists as a part: first in the order of the new list, then what went."""
    kept = [Part(SAME if item in old else ADDED, item) for item in new]
    return (*kept, *(Part(REMOVED, item) for item in old if item not in new))


def brief(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts with the middle of long stretches that stayed the same left out."""
    last = len(parts) - 1
    return tuple(piece for place, part in enumerate(parts) for piece in _cut(part, place == 0, place == last))


def _cut(part: Part, is_first: bool, is_last: bool) -> list[Part]:
    if part.kind != SAME or len(part.text) <= 3 * CONTEXT:
        return [part]
    head = [] if is_first else [Part(SAME, part.text[:CONTEXT].rsplit(" ", 1)[0], cut=True)]
    tail = [] if is_last else [Part(SAME, part.text[-CONTEXT:].split(" ", 1)[-1], cut=True)]
    return [*head, *tail]


def _compare_words(old: str, new: str) -> list[Part]:
    before, after = WORDS.findall(old), WORDS.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        return [Part(REMOVED, old), Part(ADDED, new)]
    parts = []
    for kind, gone, come in _steps(before, after):
        if kind == SAME:
            parts.append(Part(SAME, "".join(gone)))
        else:
            parts += [Part(REMOVED, "".join(gone)), Part(ADDED, "".join(come))]
    return parts


def _steps(old: list[str], new: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    for tag, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        yield SAME if tag == "equal" else REMOVED, old[i:j], new[k:m]


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Leave out what is empty, and make one part of neighbours of one kind."""
    waiting: Part | None = None
    for part in parts:
        if not part.text:
            continue
        if waiting and waiting.kind == part.kind:
            waiting = Part(part.kind, waiting.text + part.text)
            continue
        if waiting:
            yield waiting
        waiting = part
    if waiting:
        yield waiting
