"""The highest of many numbers, without putting all of them in order."""

import numpy as np

SAMPLE = 2_048
"""Values that tell how high the highest are at least; of many, most are lower and need no second look."""


def highest(values: np.ndarray, number: int) -> np.ndarray:
    """Return where the `number` (1 or more) highest values stand, in no order; all places when there are no more."""
    if len(values) <= number:
        return np.arange(len(values))
    places = np.arange(len(values)) if len(values) <= SAMPLE or number >= SAMPLE else _near(values, number)
    return places[np.argpartition(values[places], -number)[-number:]] if len(places) > number else places


def _near(values: np.ndarray, number: int) -> np.ndarray:
    """Return the places of all values that are no lower than the `number` highest of some of them."""
    some = values[:: len(values) // SAMPLE]
    return np.flatnonzero(values >= np.partition(some, -number)[-number])
