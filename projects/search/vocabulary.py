"""Words of published texts: the nearest one for what nobody wrote, and longer ones that hold what was typed."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import connection

from projects.search.analysis import stem, words

SHORTEST = 4
CERTAIN, POSSIBLE = 0.45, 0.3
"""The least likeness (pg_trgm similarity, 0 to 1) to take a word for the other, and to ask whether it was meant."""
MOST_TRIED = 5
MOST_LONGER = 30
LONGEST_MORE = 14
"""How many letters a longer word may have on top of what was typed."""
LEARN = """
    INSERT INTO search_searchword (word, stem) SELECT * FROM unnest(%s::text[], %s::text[]) ON CONFLICT DO NOTHING
"""
NEAREST = """
    SELECT word, similarity(word, %(word)s) FROM search_searchword
    WHERE word %% %(word)s AND similarity(word, %(word)s) >= %(least)s
    ORDER BY similarity(word, %(word)s) DESC, word LIMIT %(most)s
"""
LONGER = """
    SELECT asked, stem FROM unnest(%(asked)s::text[]) asked, LATERAL (
        SELECT stem FROM search_searchword
        WHERE word LIKE '%%' || asked || '%%' AND stem <> asked AND length(word) <= length(asked) + %(more)s
        GROUP BY stem ORDER BY min(length(word)), stem LIMIT %(most)s
    ) longer
"""


def learn(texts: Iterable[str]) -> None:
    """Remember the words of texts that are being published."""
    found = {word for text in texts for word in words(text) if len(word) >= SHORTEST and word.isalpha()}
    with connection.cursor() as cursor:
        in_order = sorted(found)
        cursor.execute(LEARN, [in_order, [stem(word) for word in in_order]])


def nearest(word: str) -> dict[str, float]:
    """Return the known words that are most like `word` with their likeness, the likeliest first; none of its stem."""
    if len(word) < SHORTEST or not word.isalpha():
        return {}
    with connection.cursor() as cursor:
        cursor.execute(NEAREST, {"word": word, "least": POSSIBLE, "most": MOST_TRIED})
        return {found: likeness for found, likeness in cursor.fetchall() if stem(found) != stem(word)}


def longer(stems: Iterable[str]) -> dict[str, list[str]]:
    """Return for each stem the stems of somewhat longer known words that hold it: 'dialys' in 'hemodialyse'."""
    asked = [one for one in stems if len(one) > SHORTEST and one.isalnum()]
    found: dict[str, list[str]] = defaultdict(list)
    if asked:
        with connection.cursor() as cursor:
            cursor.execute(LONGER, {"asked": asked, "more": LONGEST_MORE, "most": MOST_LONGER})
            for one, stem_ in cursor.fetchall():
                found[one].append(stem_)
    return found
