"""What is asked: short questions, whole plans, the broadest words there are, and what nobody should ask."""

import random

from django.db import connection

from benchmarks.searching import lexicon, texts

SHORT, PLANS, BROAD = 12, 6, 6
SHORT_LENGTHS = (1, 2, 3)
PLAN_WORDS = range(60, 121)
MIDDLE = (50, 5_000)
"""Ranks of words that people look for: neither in every text nor in hardly any."""
BROADEST = """
    SELECT min(word.word), documents FROM (
        SELECT term, sum(octet_length(impacts)) AS documents FROM search_searchposting
        WHERE kind = 'project' AND edition = (SELECT id FROM search_searchedition WHERE state = 'active')
        GROUP BY term ORDER BY 2 DESC LIMIT %s
    ) often JOIN search_searchword word ON word.stem = often.term
    GROUP BY term, documents ORDER BY documents DESC LIMIT %s
"""


def by_sort() -> dict[str, list[str]]:
    """Return the questions of each sort that is compared with other engines."""
    return {"short": short(), "plan": plans(), "broad word": broad(BROAD)}


def short() -> list[str]:
    """Return questions of one to three words, the same at every size."""
    rng = _rng()
    lengths = [SHORT_LENGTHS[number % len(SHORT_LENGTHS)] for number in range(SHORT)]
    return [" ".join(lexicon.between(rng, *MIDDLE) for _ in range(length)) for length in lengths]


def plans() -> list[str]:
    """Return plans of 60 to 120 words, written as the projects are and not among them."""
    lengths = [PLAN_WORDS[number * (len(PLAN_WORDS) - 1) // (PLANS - 1)] for number in range(PLANS)]
    made = texts.records(PLANS, seed=2)
    return [" ".join(texts.plain(record).split()[:length]) for record, length in zip(made, lengths, strict=True)]


def broad(number: int) -> list[str]:
    """Return the words that stand in most of the projects, one for each stem."""
    with connection.cursor() as cursor:
        cursor.execute(BROADEST, [4 * number, number])
        return [word for word, _documents in cursor.fetchall()]


def _rng() -> random.Random:
    return random.Random(4)  # noqa: S311 - nothing secret
