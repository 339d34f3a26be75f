"""A vocabulary as large as that of a real collection: 60,000 words, a few of them very common and most of them rare."""

import itertools
import random
from functools import cache

from projects.search.compounds import known_parts

COMPOUNDS = 40_000
COMMON = 1_000
"""The most common words are none of our compounds."""
SHORTEST, FIRST_HALVES = 4, 3_000
FLATTER = 3
"""Zipf and Mandelbrot: a word of rank r is used 1 / (r + FLATTER) times as often as can be."""
FUNCTION_WORDS = "de het een van en in op met voor dat die is er te aan door om bij naar wordt"


@cache
def words() -> list[str]:
    """Return the words, the most common one first: shipped parts by how much they are used, and compounds."""
    numbers = known_parts()
    parts = sorted((word for word in numbers if len(word) >= SHORTEST), key=lambda word: (-numbers[word], word))
    rng = random.Random(1)  # noqa: S311 - nothing secret
    made = {rng.choice(parts[:FIRST_HALVES]) + rng.choice(parts) for _ in range(COMPOUNDS)}
    rare = sorted(made.difference(parts)) + parts[COMMON:]
    rng.shuffle(rare)
    return parts[:COMMON] + rare


@cache
def _often() -> list[float]:
    return list(itertools.accumulate(1 / (rank + FLATTER) for rank in range(1, len(words()) + 1)))


def some(rng: random.Random, number: int) -> list[str]:
    """Return `number` words as a text has them, common ones more often."""
    return rng.choices(words(), cum_weights=_often(), k=number)


def between(rng: random.Random, first: int, last: int) -> str:
    """Return a word of a rank between these, in which each doubling of the rank is as likely as the next."""
    return words()[min(last, int(first * (last / first) ** rng.random()))]
