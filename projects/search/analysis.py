"""What becomes of a text before it is indexed or asked: folded words, without the ones that say nothing."""

import re
from pathlib import Path

from vindplaats.text import clean, fold

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
MAX_QUERY_CHARACTERS = 400
MAX_QUERY_WORDS = 24
# Question words and filler that people type around what they look for; the stop words of the index are PostgreSQL's.
FILLER = frozenset((Path(__file__).parent / "filler.txt").read_text(encoding="utf-8").split())


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in order."""
    return [match.group() for match in WORD.finditer(fold(clean(text)))]


def query_words(text: str) -> list[str]:
    """Return the words to look for: folded, each once, without filler unless there is nothing else."""
    found = list(dict.fromkeys(words(text[:MAX_QUERY_CHARACTERS])))
    telling = [word for word in found if word not in FILLER]
    return (telling or found)[:MAX_QUERY_WORDS]
