"""Which conditions a text names, by their own name or by one that lay people use."""

from collections.abc import Iterable

from projects.models import Condition
from projects.search.analysis import STOP_WORDS, stem, words

Phrase = tuple[str, ...]


class NamedConditions:
    """The conditions with the phrases by which each is known; reads them once, so keep it for a whole run."""

    def __init__(self) -> None:
        self._slugs: dict[Phrase, set[str]] = {}
        for condition in Condition.objects.all():
            for name in condition.names:
                if phrase := stems(name):
                    self._slugs.setdefault(phrase, set()).add(condition.slug)
        self._lengths = sorted({len(phrase) for phrase in self._slugs})

    def in_texts(self, texts: Iterable[str]) -> set[str]:
        """Return the slugs of the conditions that are named in any of the texts, as whole words next to each other."""
        found: set[str] = set()
        for text in texts:
            said = stems(text)
            for length in self._lengths:
                for place in range(len(said) - length + 1):
                    found |= self._slugs.get(said[place : place + length], set())
        return found


def stems(text: str) -> Phrase:
    """Return the stems of the telling words of a text, in order."""
    return tuple(stem(word) for word in words(text) if word not in STOP_WORDS)
