"""How much a term counts in a document and how much it says at all: BM25 (Robertson and Zaragoza 2009)."""

from math import log

K1, B = 2.0, 0.6
MOST = K1 + 1
"""What the frequency of a term in a document can never count for more than."""
STEPS = 255
"""An impact is kept in one byte, as a share of MOST; a step is 0.4% of it."""
PER_STEP = MOST / STEPS


def impact(frequency: float, length: float, average: float) -> int:
    """Return how much a term counts in a text of this length, in steps from 1 to 255; its rarity apart."""
    tempered = frequency * MOST / (frequency + K1 * (1 - B + B * length / average))
    return max(1, min(STEPS, round(tempered / PER_STEP)))


def rarity(number: int, total: int) -> float:
    """Return the inverse document frequency of what stands in `number` of `total` documents: never below zero."""
    number = min(number, total)
    return log(1 + (total - number + 0.5) / (number + 0.5))
