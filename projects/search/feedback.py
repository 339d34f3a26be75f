"""Order answers also by what the best ones have in common (pseudo-relevance feedback, RM3: Abdul-Jaleel et al. 2004).

Somebody who asks how to keep confused elders from falling does not name sensors and bed rails; the projects that
answer best do. Words that come back in those lift other answers that hold them. Nothing is found by it that was not.
"""

import numpy as np
from django.db import connection

from projects.search import postings
from projects.search.analysis import WORTH
from projects.search.bm25 import K1, PER_STEP, B, rarity
from projects.search.editions import AVERAGE_LENGTH
from projects.search.shelf import Shelf

BEST = 10
"""The answers that are looked at."""
FEWEST = 6
"""With fewer answers there is nothing that tells what they have in common from what one of them happens to say."""
LEAST_IN = 2
"""In how many of them a term stands at least."""
MOST_WEIGHED, MOST_TERMS = 100, 30
SHARE = 0.6
"""What the shared terms count at most, next to the best score of the question itself."""
SHARED = """
    SELECT lexeme, sum(share * often / (often + tempered)) FROM (
        SELECT lexeme, share, %(k1)s * (1 - %(b)s + %(b)s * length / %(average)s) AS tempered,
            (SELECT sum(CASE one WHEN 'A' THEN %(a)s WHEN 'B' THEN %(b_)s WHEN 'C' THEN %(c)s ELSE %(d)s END)
                FROM unnest(weights) one) AS often
        FROM unnest(%(places)s::int[], %(shares)s::float8[]) AS best(place, share)
        JOIN search_searchdocument document
            ON edition = %(edition)s AND kind = %(kind)s AND document.place = best.place,
        LATERAL unnest(vector)
    ) held
    GROUP BY lexeme HAVING count(*) >= %(least)s ORDER BY 2 DESC LIMIT %(most)s
"""


def add(scores: np.ndarray, shelf: Shelf) -> None:
    """Add to each score what the document shares with the best ones."""
    best = np.argpartition(-scores, BEST)[:BEST] if len(scores) > BEST else np.arange(len(scores))
    best = best[scores[best] > 0]
    if len(best) < FEWEST:
        return
    weights = _weights(best, scores[best] / scores[best].sum(), shelf)
    lists = postings.read(shelf.edition, shelf.kind, weights)
    shared = np.zeros_like(scores)
    for term, weight in weights.items():
        shared[lists[term].places] += lists[term].impacts * np.float32(weight * PER_STEP)
    if highest := float(shared.max()):
        scores += np.where(scores > 0, shared * np.float32(SHARE * float(scores.max()) / highest), 0)


def _weights(places: np.ndarray, shares: np.ndarray, shelf: Shelf) -> dict[str, float]:
    """Return the terms that say most about what these documents share: often in them, rarely elsewhere."""
    given = {"places": places.tolist(), "shares": shares.tolist(), "edition": shelf.edition, "kind": shelf.kind}
    given |= {"k1": K1, "b": B, "average": AVERAGE_LENGTH}
    given |= {"a": WORTH["A"], "b_": WORTH["B"], "c": WORTH["C"], "d": WORTH["D"]}
    with connection.cursor() as cursor:
        cursor.execute(SHARED, {**given, "least": LEAST_IN, "most": MOST_WEIGHED})
        often = dict(cursor.fetchall())
    numbers = postings.numbers(shelf.edition, shelf.kind, often)
    # Once for how much it says about these documents, and once for what a hit of it is worth elsewhere.
    weighed = {term: often[term] * rarity(number, shelf.total) ** 2 for term, number in numbers.items()}
    return dict(sorted(weighed.items(), key=lambda item: -item[1])[:MOST_TERMS])
