"""Let answers count by what they mean as well, and find some that have it in other words.

The language model alone ranks worse than the words do, and together they rank better than either. Its question is
moved towards the best answers by words (Rocchio 1971): ten projects tell more of what is meant than one sentence.
"""

import logging
from functools import cache

import numpy as np

from projects.search.embeddings import encoder
from projects.search.embeddings.making import KIND, MOST
from projects.search.embeddings.matrix import Matrix, matrix
from projects.search.scoring import Scores
from projects.search.shelf import Shelf

BEST = 10
"""The answers by words that the question is moved towards."""
SHARE = 1.5
"""What the most alike project gains, next to the best score by words."""
FLOOR = 2.0
"""Standard deviations above the mean likeness, below which being alike says nothing."""
MOST_ADDED = 20
"""The most alike projects are answers even when the words do not find them; never more than the words found."""
logger = logging.getLogger(__name__)


def fuse(scores: Scores, text: str, shelf: Shelf, least: float) -> None:
    """Add to the scores how alike each document is to the question; do nothing where embeddings are off.

    `least` is the coverage below which a document is no answer. Where the words find nothing, nothing is found: the
    model sees some likeness to everything, so it cannot tell nonsense from a question.
    """
    if shelf.kind != KIND or not text.strip() or not encoder.is_on() or _too_many(shelf.total):
        return
    by_words = np.where(shelf.live & (scores.coverage >= least), scores.score, np.float32(0))
    held = matrix() if by_words.any() else Matrix.empty()
    if len(held.ids):
        alike = _above_floor(held.likeness(_direction(by_words, text, shelf, held), shelf.columns.ids))
        scores.score += np.float32(SHARE * float(by_words.max())) * alike
        scores.coverage[_added(alike, int(np.count_nonzero(by_words)))] = 1


def _direction(by_words: np.ndarray, text: str, shelf: Shelf, held: Matrix) -> np.ndarray:
    """Return where to look: between the question and the middle of the best answers, as these weigh."""
    question = held.direction(encoder.of_question(text))
    best = np.argsort(-by_words, kind="stable")[:BEST]
    middle = by_words[best] @ held.of(shelf.columns.ids[best])
    length = float(np.linalg.norm(middle))
    return question + middle / length if length else question


def _above_floor(likeness: np.ndarray) -> np.ndarray:
    """Return how far each likeness (NaN for none) is above the floor, from 0 to 1 for the most alike."""
    known = ~np.isnan(likeness)
    floor = likeness[known].mean() + FLOOR * likeness[known].std() if known.any() else 0
    above = np.where(known, likeness - floor, 0).clip(min=0).astype(np.float32)
    return above / above.max() if above.any() else above


def _added(alike: np.ndarray, found: int) -> np.ndarray:
    most = np.argsort(-alike, kind="stable")[: min(MOST_ADDED, found)]
    return most[alike[most] > 0]


def _too_many(total: int) -> bool:
    if total > MOST:
        _say_so()
    return total > MOST


@cache
def _say_so() -> None:
    """Say it once in a process."""
    logger.warning("Embeddings are off: they serve up to %d projects, and there are more.", MOST)
