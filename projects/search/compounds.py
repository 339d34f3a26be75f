"""Take Dutch compounds apart: 'medicatieveiligheid' is about medicatie and about veiligheid.

The idea is that of Koehn and Knight (Empirical Methods for Compound Splitting, EACL 2003): of all ways to split, take
the one whose parts are most at home in compounds. How much at home is counted in a word list of the language instead
of in the site's own texts, since a young site has few; see data/README.md.
"""

import gzip
from functools import cache, lru_cache
from math import log
from pathlib import Path

FILE = Path(__file__).parent / "data" / "parts.txt.gz"
LINKS = ("", "s", "en", "e", "n")
"""What may stand between two parts: verpleging-s-huis, ouder-en-zorg; none comes first."""
SHORTEST_WORD, SHORTEST_PART, MOST_PARTS = 7, 3, 4
COST_OF_A_PART, COST_OF_A_LINK = 4.0, 0.3
COST_OF_SHORTNESS = {3: 6.0, 4: 1.0}
"""Short parts are often a coincidence."""


@lru_cache(maxsize=30_000)
def parts(word: str) -> tuple[str, ...]:
    """Return the parts of a folded word in order; empty when it is not a compound."""
    if len(word) < SHORTEST_WORD or not word.isascii() or not word.isalpha():
        return ()
    splits = [split for split in _splits(word, MOST_PARTS) if len(split[1]) > 1]
    return min(splits)[1] if splits else ()


@cache
def known_parts() -> dict[str, int]:
    """Return each known part with the number of compounds that it stands in."""
    with gzip.open(FILE, "rt", encoding="ascii") as lines:
        return {word: int(number) for word, number in (line.split() for line in lines)}


def _splits(word: str, most: int) -> list[tuple[float, tuple[str, ...]]]:
    """Return the ways to read `word` as at most `most` known parts, each with its cost."""
    found = [(_cost(word), (word,))] if word in known_parts() else []
    if most == 1:
        return found
    for end in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if word[:end] in known_parts():
            found += _with_head(word[:end], word[end:], most)
    return [min(found)] if found and most < MOST_PARTS else found


def _with_head(head: str, rest: str, most: int) -> list[tuple[float, tuple[str, ...]]]:
    return [
        (_cost(head) + cost + (COST_OF_A_LINK if link else 0), (head, *tail))
        for link in LINKS
        if rest.startswith(link) and len(rest) - len(link) >= SHORTEST_PART
        for cost, tail in _splits(rest[len(link) :], most - 1)
    ]


def _cost(part: str) -> float:
    return COST_OF_A_PART + COST_OF_SHORTNESS.get(len(part), 0.0) - 0.5 * log(known_parts()[part])
