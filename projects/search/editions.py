"""Which index is read and which are written: the active edition, and the one that a rebuild is filling."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Avg

from projects.search import analysis, bm25, compounds
from projects.search.models import SearchDocument, SearchEdition, SearchPosting, SearchSegment
from projects.search.pending import Pending
from projects.search.statements import made, own_fields

State = SearchEdition.State

WRITERS = 0x76696E64
"""The number of the lock that writers hold until their transaction ends: places are given out one by one."""
LAYOUT = 6
"""Advance it when the tables are read in another way than before, or documents are made of something else."""
LOCK = f"SELECT pg_advisory_xact_lock({WRITERS})"
RENUMBER = "UPDATE search_searchedition SET version = nextval('search_version') WHERE state <> 'retired' RETURNING {}"
AVERAGE_LENGTH = 250.0
"""Of a kind that has not been rebuilt yet."""


@cache
def fingerprint() -> str:
    """Return a mark of all that decides what stands in the index: another mark needs a rebuild."""
    told = [
        LAYOUT,
        analysis.WORTH,
        analysis.PART_WEIGHT,
        analysis.PART_SHARE,
        bm25.K1,
        bm25.B,
        sorted(analysis.STOP_WORDS),
    ]
    made = hashlib.sha256(repr(told).encode())
    made.update(compounds.FILE.read_bytes())
    return made.hexdigest()


def lock() -> None:
    """Wait until no other transaction writes the index; ours holds it from here to its end."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK)


@contextmanager
def written() -> Iterator[tuple[list[SearchEdition], Pending]]:
    """Give the editions that follow every change, under the lock, and what is sent at the end; makes the first one.

    Their version is another one from the beginning of the block on, and again from its end: what is read in between,
    half of it changed, is kept under a number that nobody sees afterwards.
    """
    found = _lock_and_renumber()
    if not any(one.state == State.ACTIVE for one in found):
        found.append(SearchEdition.objects.create(state=State.ACTIVE, analysis=fingerprint()))
    pending = Pending()
    yield found, pending
    pending.add(_renumber(), {})
    pending.send()


def renumber() -> list[SearchEdition]:
    """Give the editions that are read or written another version, in this transaction, and return them."""
    with connection.cursor() as cursor:
        cursor.execute(_renumber())
        return _read(cursor.fetchall())


def _lock_and_renumber() -> list[SearchEdition]:
    """Do both at once; the second sees what was committed before the first was granted."""
    with connection.cursor() as cursor:
        cursor.execute(f"{LOCK}; {_renumber()}")
        return _read(cursor.set_result(-1).fetchall())


@cache
def _renumber() -> str:
    return RENUMBER.format(", ".join(own_fields(SearchEdition)))


def _read(rows: Iterable[Sequence[Any]]) -> list[SearchEdition]:
    editions = [made(SearchEdition, own_fields(SearchEdition), row) for row in rows]
    for edition in editions:
        edition.average_lengths = json.loads(edition.average_lengths)
    return sorted(editions, key=lambda edition: edition.pk)


def average_length(edition: SearchEdition, kind: str) -> float:
    """Return the length of text that counts as usual for this kind."""
    return edition.average_lengths.get(kind) or AVERAGE_LENGTH


def under_construction() -> SearchEdition:
    """Return the edition that a rebuild fills: a new one, or the one that an earlier rebuild did not finish."""
    with written():
        remove_retired()
    begun = SearchEdition.objects.filter(state=State.BUILDING).first()
    if begun and begun.analysis == fingerprint():
        return begun
    if begun:
        _remove(begun)
    return SearchEdition.objects.create(analysis=fingerprint(), average_lengths=_measured())


def is_current() -> bool:
    """Tell whether there is an index, made in the way of today."""
    return SearchEdition.objects.filter(state=State.ACTIVE, analysis=fingerprint()).exists()


def has_retired() -> bool:
    """Tell whether an old index is still there."""
    return SearchEdition.objects.filter(state=State.RETIRED).exists()


def activate(edition: SearchEdition) -> None:
    """Answer from this edition from now on; the old one is kept for questions that are being answered."""
    lock()
    SearchEdition.objects.filter(state=State.ACTIVE).update(state=State.RETIRED)
    edition.state = State.ACTIVE
    edition.save(update_fields=["state"])
    renumber()


def remove_retired() -> None:
    """Remove what no question is answered from any more."""
    for edition in SearchEdition.objects.filter(state=State.RETIRED):
        _remove(edition)


def _remove(edition: SearchEdition) -> None:
    for model in (SearchPosting, SearchSegment, SearchDocument):
        model.objects.filter(edition=edition.pk).delete()
    edition.delete()


def _measured() -> dict[str, float]:
    """Return the average length of each kind, as it is now."""
    found = SearchDocument.objects.filter(edition__in=SearchEdition.objects.filter(state=State.ACTIVE).values("pk"))
    return dict(found.values_list("kind").annotate(Avg("length")))
