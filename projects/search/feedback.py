"""Order answers also by what the best ones have in common (pseudo-relevance feedback, RM3: Abdul-Jaleel et al. 2004).

Somebody who asks how to keep confused elders from falling does not name sensors and bed rails; the projects that
answer best do. Words that come back in those lift other answers that hold them. Nothing is found by it that was not.
"""

import json
from collections import Counter, defaultdict

import numpy as np

from projects.search import lists
from projects.search.bm25 import PER_STEP, STEPS, rarity
from projects.search.reading import ask, keep, kept, seen
from projects.search.segments import SIZE
from projects.search.shelf import Shelf
from projects.search.topmost import highest

BEST = 10
"""The answers that are looked at."""
FEWEST = 6
"""With fewer answers there is nothing that tells what they have in common from what one of them happens to say."""
LEAST_IN = 2
"""In how many of them a term stands at least."""
MOST_WEIGHED, MOST_TERMS = 40, 10
SHARE = 0.6
"""What the shared terms count at most, next to the best score of the question itself."""
BEST_ONES = seen("""
    SELECT place, impacts::text FROM search_searchdocument
    WHERE edition = %(edition)s AND kind = %(kind)s AND place = ANY(%(places)s)
""")
SAMPLE = seen("""
    SELECT term, octet_length(impacts) FROM search_searchposting
    WHERE edition = %(edition)s AND kind = %(kind)s AND term = ANY(%(terms)s) AND segment = 0
""")
FEW = 4
"""With less than one in so many places found, it is quicker to look at those alone."""
KEPT_BYTES = 2_000
"""What the places and terms of one question take at most."""


def add(scores: np.ndarray, shelf: Shelf) -> None:
    """Add to each score what the document shares with the best ones."""
    found = np.flatnonzero(scores > 0)
    if len(found) < FEWEST:
        return
    worth = scores[found]
    best = highest(worth, BEST)
    shares = worth[best] / worth[best].sum()
    often = _shared(dict(zip(found[best].tolist(), shares.tolist(), strict=True)), shelf)
    shared = _worth(often, found, shelf)
    if most := float(shared.max()):
        scores[found] += shared * np.float32(SHARE * float(worth.max()) / most)


def _worth(often: dict[str, float], found: np.ndarray, shelf: Shelf) -> np.ndarray:
    """Return what the shared terms are worth at each of the places that were found."""
    size, read = len(shelf.columns.ids), lists.read(shelf, often)
    steps = {term: np.float32(_weight(often[term], one.number, shelf.total) * PER_STEP) for term, one in read.items()}
    if len(found) * FEW < size:
        return sum((one.at(found) * steps[term] for term, one in read.items()), np.zeros(len(found), np.float32))
    sums = np.zeros(size, np.float32)
    for term, one in read.items():
        one.add_to(sums, steps[term])
    return sums[found]


def _shared(shares: dict[int, float], shelf: Shelf) -> dict[str, float]:
    """Return the terms that say most about what these documents share, each with how much it counts."""
    key = shelf.kind, "shared", tuple(shares.items())
    if (found := kept(shelf, *key)) is None:
        before, often = _often(shares, shelf)
        after, telling = _telling(often, shelf)
        found = {term: often[term] for term in telling}
        keep(shelf, after if before == after else None, *key, value=found, size=KEPT_BYTES)
    return found


def _telling(often: dict[str, float], shelf: Shelf) -> tuple[int | None, list[str]]:
    """Return which terms are often in the best documents and rare elsewhere, after the version that was read.

    How rare they are is told by the first segment; in a small collection that is all there is.
    """
    version, rows = ask(SAMPLE, shelf, terms=list(often))
    numbers, of = dict(rows), min(shelf.total, SIZE)
    weighed = {term: _weight(often[term], numbers.get(term, 0), of) for term in often}
    return version, sorted(weighed, key=lambda term: -weighed[term])[:MOST_TERMS]


def _weight(often: float, number: int, total: int) -> float:
    """Return what a term counts for: by its rarity once for what it says of the best, and once for a hit elsewhere."""
    return often * rarity(number, total) ** 2


def _often(shares: dict[int, float], shelf: Shelf) -> tuple[int | None, dict[str, float]]:
    """Return how much terms count that several of these documents hold, each by its share, after the version."""
    version, rows = ask(BEST_ONES, shelf, places=list(shares))
    held = {place: json.loads(impacts) for place, impacts in rows}
    often: dict[str, float] = defaultdict(float)
    standing = Counter(term for impacts in held.values() for term in impacts)
    for place, impacts in held.items():
        for term, impact in impacts.items():
            if standing[term] >= LEAST_IN:
                often[term] += shares[place] * impact / STEPS
    return version, dict(sorted(often.items(), key=lambda item: (-item[1], item[0]))[:MOST_WEIGHED])
