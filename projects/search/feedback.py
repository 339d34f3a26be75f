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
    best = np.argpartition(-scores, BEST)[:BEST] if len(scores) > BEST else np.arange(len(scores))
    best = best[scores[best] > 0]
    if len(best) < FEWEST:
        return
    often = _often(dict(zip(best.tolist(), (scores[best] / scores[best].sum()).tolist(), strict=True)), shelf)
    lists = postings.read(shelf.edition, shelf.kind, _telling(often, shelf))
    weights = {term: _weight(often[term], len(found.places), shelf.total) for term, found in lists.items()}
    shared = np.zeros_like(scores)
    for term, weight in weights.items():
        shared[lists[term].places] += lists[term].impacts * np.float32(weight * PER_STEP)
    if highest := float(shared.max()):
        scores += np.where(scores > 0, shared * np.float32(SHARE * float(scores.max()) / highest), 0)


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
