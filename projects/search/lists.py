"""Reading posting lists: from the memory of this process, where they are as the running transaction sees them."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from projects.search.postings import BYTES, IMPACT, NOWHERE, PLACE, SLOT, Found, Postings, Spread
from projects.search.reading import Rows, ask, ask_in_bytes, keep, kept, seen
from projects.search.recent import MOST_BYTES
from projects.search.segments import SIZE
from projects.search.shelf import Shelf

MOST_KEPT = MOST_BYTES // 2
"""What one question reads beyond this, as a whole plan does, is not kept: it would push out all others."""
NUMBERS = seen("""
    SELECT term, sum(octet_length(impacts))::int FROM search_searchposting
    WHERE edition = %(edition)s AND kind = %(kind)s AND term = ANY(%(terms)s) GROUP BY term
""")
READ = seen(
    """
    SELECT term, segment, slots, impacts FROM search_searchposting
    WHERE edition = %(edition)s AND kind = %(kind)s AND term = ANY(%(terms)s)
    """,
    order="term, segment",
)


def numbers(shelf: Shelf, terms: Iterable[str], *, discreet: bool = False) -> dict[str, int]:
    """Return in how many documents each term stands; terms that stand nowhere are left out. Reads no list.

    `discreet` keeps nothing of words that no published text holds: for texts of others, of which nothing may stay.
    """
    found = {term: kept(shelf, shelf.kind, "number", term) for term in terms}
    if missing := [term for term, number in found.items() if number is None]:
        version, rows = ask(NUMBERS, shelf, terms=missing)
        found |= dict.fromkeys(missing, 0) | dict(rows)
        for term in missing:
            if found[term] or not discreet:
                keep(shelf, version, shelf.kind, "number", term, value=found[term])
    return {term: number for term, number in found.items() if number}


def read(shelf: Shelf, terms: Iterable[str]) -> dict[str, Found]:
    """Return the postings of each term; of one that stands nowhere they are empty."""
    found = {term: kept(shelf, shelf.kind, "list", term) for term in terms}
    if missing := [term for term, one in found.items() if one is None]:
        found |= _read(shelf, missing)
    return found


def _read(shelf: Shelf, terms: list[str]) -> dict[str, Found]:
    version, rows = ask_in_bytes(READ, shelf, terms=terms)
    by_term: dict[str, Rows] = defaultdict(list)
    for term, *row in rows:
        by_term[term].append(row)
    del rows
    # One by one, so that the rows of millions of postings are not kept beside what is made of them.
    found = {term: _joined(by_term.pop(term, []), len(shelf.columns.ids)) for term in terms}
    if sum(one.nbytes for one in found.values()) <= MOST_KEPT:
        for term, one in found.items():
            keep(shelf, version, shelf.kind, "list", term, value=one, size=one.nbytes)
    return found


def _joined(rows: Rows, size: int) -> Found:
    """Return the lists of all segments as one, over `size` places."""
    if not rows:
        return NOWHERE
    slots = np.frombuffer(b"".join(row[1] for row in rows), SLOT)
    starts = np.repeat(np.array([row[0] * SIZE for row in rows], PLACE), [len(row[2]) for row in rows])
    return _within(Postings(starts + slots, np.frombuffer(b"".join(row[2] for row in rows), IMPACT)), size)


def _within(one: Postings, size: int) -> Found:
    """Return a list in the form that takes least, without what came later: the shelf has no place for that."""
    if one.places.max() >= size:
        there = one.places < size
        one = Postings(one.places[there], one.impacts[there])
    return Spread(one.over(size), one.number) if one.number * BYTES > size else one
