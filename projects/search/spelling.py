"""The nearest known word for one that nobody wrote: 'pallatieve' for 'palliatieve'. Words of published texts only."""

from collections.abc import Iterable

from django.db import connection

from projects.search.analysis import stem, words

SHORTEST = 4
CERTAIN = 0.45
"""The least likeness (pg_trgm similarity, 0 to 1) at which a word is taken for the other without asking."""
MOST_TRIED = 5
LEARN = "INSERT INTO search_searchword (word) SELECT DISTINCT unnest(%s::text[]) ON CONFLICT DO NOTHING"
NEAREST = """
    SELECT word FROM search_searchword
    WHERE word %% %(word)s AND similarity(word, %(word)s) >= %(least)s
    ORDER BY similarity(word, %(word)s) DESC, word LIMIT %(most)s
"""


def learn(texts: Iterable[str]) -> None:
    """Remember the words of texts that are being published."""
    found = {word for text in texts for word in words(text) if len(word) >= SHORTEST and word.isalpha()}
    with connection.cursor() as cursor:
        cursor.execute(LEARN, [sorted(found)])


def nearest(word: str) -> list[str]:
    """Return the known words that are most like `word`, the likeliest first; none with the same stem."""
    if len(word) < SHORTEST or not word.isalpha():
        return []
    with connection.cursor() as cursor:
        cursor.execute(NEAREST, {"word": word, "least": CERTAIN, "most": MOST_TRIED})
        return [found for (found,) in cursor.fetchall() if stem(found) != stem(word)]
