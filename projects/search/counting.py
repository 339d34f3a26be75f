"""How many answers there are, and how many each choice would leave."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from projects.search.coverage import NATIONAL, REGION
from projects.search.shelf import Shelf

Choices = dict[str, list[str]]
Values = dict[str, int]


@dataclass
class Counts:
    """`total` answers, and for each facet and value how many."""

    total: int = 0
    facets: dict[str, Values] = field(default_factory=dict)
    without: dict[str, int] = field(default_factory=dict)
    """For each chosen facet: how many answers there would be without that choice."""

    def of(self, name: str, value: str) -> int:
        """Return the number of answers with this value; a region also counts what is national."""
        counted = self.facets.get(name, {})
        return counted.get(value, 0) + (counted.get(NATIONAL, 0) if name == REGION else 0)


class Narrowing:
    """Documents that answer a text, narrowed by choices: of one facet OR, and between facets AND."""

    def __init__(self, shelf: Shelf, matching: np.ndarray, choices: Choices) -> None:
        self.shelf, self.matching = shelf, matching
        self.masks = {name: shelf.having(keys_of(name, values)) for name, values in choices.items() if values}
        self.mask = self._narrowed()

    def counts(self) -> Counts:
        """Count the answers and every facet; a facet's own choice does not narrow its own counts."""
        shared = self.shelf.keys_in(self.mask)
        counts = Counts(int(np.count_nonzero(self.mask)), _by_facet(self.shelf, shared))
        for name in self.masks:
            # What else would answer without this choice is counted and added, since it is often little.
            more = self._narrowed(but=name) & ~self.mask
            counts.without[name] = counts.total + int(np.count_nonzero(more))
            own = counts.facets.setdefault(name, {})
            for value, number in self._values_in(name, more):
                own[value] = own.get(value, 0) + number
        return counts

    def _values_in(self, name: str, mask: np.ndarray) -> Iterator[tuple[str, int]]:
        """Give the values of one facet that occur in `mask`, with how often."""
        for key in self.shelf.keys_of(name):
            if number := int(np.count_nonzero(mask[self.shelf.places_with(key)])):
                yield key.partition(":")[2], number

    def _narrowed(self, but: str = "") -> np.ndarray:
        mask = self.matching
        for name, chosen in self.masks.items():
            mask = mask if name == but else mask & chosen
        return mask


def keys_of(name: str, values: list[str]) -> list[str]:
    """Return the facet keys that answer one of these values; what is national answers every region."""
    return [f"{name}:{value}" for value in ([*values, NATIONAL] if name == REGION else values)]


def _by_facet(shelf: Shelf, numbers: np.ndarray) -> dict[str, Values]:
    facets: dict[str, Values] = {}
    for number in np.flatnonzero(numbers):
        name, _, value = shelf.columns.key_names[number].partition(":")
        facets.setdefault(name, {})[value] = int(numbers[number])
    return facets
