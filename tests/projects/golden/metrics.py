"""How good an ordered list of answers is, given the grades of what could have been found.

Grades: 3 is exactly what is meant, 2 is comparable and useful, 1 touches it, 0 (or not judged) is not meant.
Each figure runs from 0 to 1, higher is better.
"""

from collections.abc import Mapping, Sequence
from math import log2

Grades = Mapping[str, int]
USEFUL = 2
"""From this grade on somebody who asks is helped; 1 is only a trace."""


def ndcg(found: Sequence[str], grades: Grades, depth: int = 10) -> float:
    """Return the normalised discounted cumulative gain of the first `depth` answers.

    Each answer gains 2 ** grade - 1, so that one that is meant (7) outweighs two that are useful (3), divided by
    log2(place + 1); the sum is divided by that of the best order of all that was judged. An answer that nobody judged
    gains nothing. ValueError when no judged record gains anything.

    Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, ACM TOIS 20(4), 2002; the exponential
    gain: Burges et al., Learning to rank using gradient descent, ICML 2005.
    """
    ideal = _gain(sorted(grades.values(), reverse=True)[:depth])
    if not ideal:
        raise ValueError("nothing was judged worth finding")
    return _gain([grades.get(one, 0) for one in found[:depth]]) / ideal


def recall(found: Sequence[str], grades: Grades, depth: int = 20) -> float:
    """Return which share of what is useful stands among the first `depth` answers; ValueError when nothing is."""
    useful = {one for one, grade in grades.items() if grade >= USEFUL}
    if not useful:
        raise ValueError("nothing was judged useful")
    return len(useful.intersection(found[:depth])) / len(useful)


def reciprocal_rank(found: Sequence[str], grades: Grades) -> float:
    """Return 1 divided by the place of the first useful answer, 0 when there is none.

    Its mean over questions is the MRR: Voorhees, The TREC-8 question answering track report, 1999.
    """
    places = (place for place, one in enumerate(found, 1) if grades.get(one, 0) >= USEFUL)
    return 1 / next(places, float("inf"))


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))
