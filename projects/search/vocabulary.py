"""Words of published texts: the nearest one for what nobody wrote, and longer ones that hold what was typed.

What was found is kept in the process as long as the index stays the same, see `reading.py`.
"""

from collections.abc import Collection, Iterable

from projects.search.analysis import stem
from projects.search.reading import ask, keep, kept, seen
from projects.search.shelf import Shelf

SHORTEST = 4
CERTAIN, POSSIBLE = 0.45, 0.3
"""The least likeness (pg_trgm similarity, 0 to 1) to take a word for the other, and to ask whether it was meant."""
MOST_TRIED = 5
MOST_LONGER = 30
LONGEST_MORE = 14
"""How many letters a longer word may have on top of what was typed."""
LEARN = """
    INSERT INTO search_searchword (word, stem)
    SELECT * FROM unnest(string_to_array(%(words)s, ' '), string_to_array(%(stems)s, ' ')) ON CONFLICT DO NOTHING
"""
NEAREST = seen(
    """
    SELECT word, similarity(word, %(word)s) AS likeness FROM search_searchword
    WHERE word %% %(word)s AND similarity(word, %(word)s) >= %(least)s
    ORDER BY likeness DESC, word LIMIT %(most)s
    """,
    order="likeness DESC, word",
)
LONGER = seen("""
    SELECT asked, stem FROM unnest(%(asked)s::text[]) asked, LATERAL (
        SELECT stem FROM search_searchword
        WHERE word LIKE '%%' || asked || '%%' AND stem <> asked AND length(word) <= length(asked) + %(more)s
        GROUP BY stem ORDER BY min(length(word)), stem LIMIT %(most)s
    ) longer
""")
LETTER_BYTES, WORD_BYTES = 4, 60
"""What a letter takes at most, and what a word takes beside its letters."""


def learning(published: Iterable[Collection[str]]) -> tuple[str, dict[str, str]]:
    """Return the command that remembers the folded words of texts that are being published, and what it is given.

    It writes as many rows as there were new words.
    """
    in_order = sorted(word for word in frozenset().union(*published) if len(word) >= SHORTEST and word.isalpha())
    # Letters only: two texts are sent in less than half the time of two lists.
    return LEARN, {"words": " ".join(in_order), "stems": " ".join(map(stem, in_order))}


def nearest(word: str, shelf: Shelf, *, discreet: bool = False) -> dict[str, float]:
    """Return the known words that are most like `word` with their likeness, the likeliest first; none of its stem.

    `discreet` keeps nothing of what was asked.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return {}
    if (found := kept(shelf, "nearest", word)) is None:
        version, rows = ask(NEAREST, shelf, word=word, least=POSSIBLE, most=MOST_TRIED)
        found = {other: likeness for other, likeness in rows if stem(other) != stem(word)}
        if not discreet:
            keep(shelf, version, "nearest", word, value=found, size=_size(found))
    return found


def longer(stems: Iterable[str], shelf: Shelf) -> dict[str, list[str]]:
    """Return for each stem the stems of somewhat longer known words that hold it: 'dialys' in 'hemodialyse'."""
    asked = [one for one in stems if len(one) > SHORTEST and one.isalnum()]
    found = {one: kept(shelf, "longer", one) for one in asked}
    if missing := [one for one, some in found.items() if some is None]:
        version, rows = ask(LONGER, shelf, asked=missing, more=LONGEST_MORE, most=MOST_LONGER)
        for one in missing:
            found[one] = [stem_ for other, stem_ in rows if other == one]
            keep(shelf, version, "longer", one, value=found[one], size=_size(found[one]))
    return found


def _size(found: Iterable[str]) -> int:
    return sum(WORD_BYTES + LETTER_BYTES * len(one) for one in found)
