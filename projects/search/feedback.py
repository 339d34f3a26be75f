"""Order answers also by what the best ones have in common (pseudo-relevance feedback, RM3: Abdul-Jaleel et al. 2004).

Somebody who asks how to keep confused elders from falling does not name sensors and bed rails; the projects that
answer best do. Words that come back in those lift other answers that hold them. Nothing is found by it that was not.
"""

import json
from collections import Counter, defaultdict

import numpy as np
from django.db import connection

from projects.search import postings
from projects.search.bm25 import PER_STEP, STEPS, rarity
from projects.search.segments import SIZE
from projects.search.shelf import Shelf

BEST = 10
"""The answers that are looked at."""
FEWEST = 6
"""With fewer answers there is nothing that tells what they have in common from what one of them happens to say."""
LEAST_IN = 2
"""In how many of them a term stands at least."""
MOST_WEIGHED, MOST_TERMS = 40, 10
SHARE = 0.6
"""What the shared terms count at most, next to the best score of the question itself."""
BEST_ONES = """
    SELECT place, impacts::text FROM search_searchdocument
    WHERE edition = %s AND kind = %s AND place = ANY(%s)
"""


def add(scores: np.ndarray, shelf: Shelf) -> None:
    """Add to each score what the document shares with the best ones."""
    found = np.flatnonzero(scores > 0)
    if len(found) < FEWEST:
        return
    worth = scores[found]
    best = np.argpartition(-worth, BEST)[:BEST] if len(found) > BEST else np.arange(len(found))
    shares = worth[best] / worth[best].sum()
    often = _often(dict(zip(found[best].tolist(), shares.tolist(), strict=True)), shelf)
    shared = np.zeros_like(scores)
    for term, held in postings.read(shelf.edition, shelf.kind, _telling(often, shelf)).items():
        weight = _weight(often[term], len(held.places), shelf.total)
        shared[held.places] += held.impacts * np.float32(weight * PER_STEP)
    if highest := float(shared.max()):
        scores[found] += shared[found] * np.float32(SHARE * float(worth.max()) / highest)


def _telling(often: dict[str, float], shelf: Shelf) -> list[str]:
    """Return the terms that say most about what the best documents share: often in them, rarely elsewhere.

    How rare they are is told by the first segment; in a small collection that is all there is.
    """
    numbers, of = postings.sampled(shelf.edition, shelf.kind, often), min(shelf.total, SIZE)
    weighed = {term: _weight(often[term], numbers.get(term, 0), of) for term in often}
    return sorted(weighed, key=lambda term: -weighed[term])[:MOST_TERMS]


def _weight(often: float, number: int, total: int) -> float:
    """Return what a term counts for: by its rarity once for what it says of the best, and once for a hit elsewhere."""
    return often * rarity(number, total) ** 2


def _often(shares: dict[int, float], shelf: Shelf) -> dict[str, float]:
    """Return how much the terms count that stand in several of these documents, each by its share."""
    with connection.cursor() as cursor:
        cursor.execute(BEST_ONES, [shelf.edition, shelf.kind, list(shares)])
        held = {place: json.loads(impacts) for place, impacts in cursor.fetchall()}
    often: dict[str, float] = defaultdict(float)
    standing = Counter(term for impacts in held.values() for term in impacts)
    for place, impacts in held.items():
        for term, impact in impacts.items():
            if standing[term] >= LEAST_IN:
                often[term] += shares[place] * impact / STEPS
    return dict(sorted(often.items(), key=lambda item: (-item[1], item[0]))[:MOST_WEIGHED])
