"""Writing documents into an edition: their places, their posting lists, and their entries in the segments."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from projects.search import postings, segments
from projects.search.bm25 import impact
from projects.search.document import Document
from projects.search.editions import average_length
from projects.search.models import SearchDocument, SearchEdition
from projects.search.pending import Pending
from projects.search.postings import Impacts
from projects.search.segments import NOTHING, SIZE, Entry, entry
from projects.search.shelf import entry_at

FEW = 20
"""Entries that are compared with what this process holds; more are compared while they are written."""

WRITE = """
    INSERT INTO search_searchdocument AS old (edition, kind, object_id, place, vector, impacts, length)
    SELECT %(edition)s, kind, object_id, place, vector, impacts, length
    FROM json_to_recordset(%(documents)s) AS given(
        kind text, object_id bigint, place int, vector tsvector, impacts jsonb, length float8)
    ON CONFLICT (edition, kind, object_id) DO UPDATE
    SET vector = excluded.vector, impacts = excluded.impacts, length = excluded.length
    WHERE (old.vector, old.impacts, old.length) IS DISTINCT FROM (excluded.vector, excluded.impacts, excluded.length)
"""
THERE = f"""
    SELECT document.kind, object_id, place, impacts::text, segment.version
    FROM unnest(%s::text[], %s::bigint[]) AS wanted(kind, id)
    JOIN search_searchdocument document
        ON document.edition = %s AND document.kind = wanted.kind AND document.object_id = wanted.id
    LEFT JOIN search_searchsegment segment ON segment.edition = document.edition AND segment.kind = document.kind
        AND segment.number = document.place / {SIZE}
"""  # noqa: S608 - a constant
NONE_GONE: Mapping[str, Iterable[int]] = {}


@dataclass(frozen=True, slots=True)
class Held:
    """What the index holds of an object: its place, what the posting lists hold, and the version of its segment."""

    place: int
    impacts: Impacts
    version: int


Row = tuple[Document, int, Impacts]
"""A document, its place, and what the posting lists hold of it."""


def write(
    edition: SearchEdition,
    pending: Pending,
    documents: Iterable[Document],
    gone: Mapping[str, Iterable[int]] = NONE_GONE,
) -> dict[str, list[int]]:
    """Make or renew these documents, and remove those of the objects that are `gone`, by kind.

    Part of it waits in `pending`, in which nothing of this edition may wait yet, and which the caller sends. Returns
    the ids of those that were not there before, by kind.
    """
    new: dict[str, dict[int, Document]] = defaultdict(dict)
    for document in documents:
        new[document.kind][document.object_id] = document
    left = {kind: set(pks) - new[kind].keys() for kind, pks in gone.items()}
    wanted = [(kind, pk) for some in (new, left) for kind, pks in some.items() for pk in pks]
    there = _there(edition.pk, wanted) if wanted else {}
    rows: list[Row] = []
    for kind in {**new, **there}:
        rows += _write_kind(edition, pending, kind, new[kind], there.get(kind, {}))
    if rows:
        _write_rows(edition.pk, pending, rows)
    for kind, pks in left.items():
        if lost := pks & there.get(kind, {}).keys():
            SearchDocument.objects.filter(edition=edition.pk, kind=kind, object_id__in=lost).delete()
    return {kind: fresh for kind, some in new.items() if (fresh := sorted(some.keys() - there.get(kind, {}).keys()))}


def _write_kind(
    edition: SearchEdition, pending: Pending, kind: str, new: Mapping[int, Document], there: Mapping[int, Held]
) -> list[Row]:
    """Write what the lists and segments hold of documents of one kind, and of what was there; return their rows."""
    places = _places(edition.pk, kind, new, {pk: one.place for pk, one in there.items()})
    impacts = {places[pk]: _impacts(one, average_length(edition, kind)) for pk, one in new.items()}
    old = {one.place: one.impacts for one in there.values()}
    postings.change(pending, edition.pk, kind, old, impacts)
    postings.add(pending, edition.pk, kind, {place: terms for place, terms in impacts.items() if place not in old})
    entries: dict[int, Entry] = {one.place: NOTHING for pk, one in there.items() if pk not in new}
    entries |= {places[pk]: _entry(one) for pk, one in new.items()}
    if len(entries) <= FEW:
        entries = _differing(kind, entries, {one.place: one.version for one in there.values()})
    if entries:
        segments.write(edition.pk, kind, entries)
    return [(one, places[pk], postings.kept(old.get(places[pk], {}), impacts[places[pk]])) for pk, one in new.items()]


def _differing(kind: str, entries: dict[int, Entry], versions: Mapping[int, int]) -> dict[int, Entry]:
    """Return the entries without those that stay the same; `versions` are of the segments of places that are taken."""
    taken = {place: entry_at(kind, place, version) for place, version in versions.items()}
    return {place: one for place, one in entries.items() if taken.get(place) != one}


def _there(edition: int, wanted: Sequence[tuple[str, int]]) -> dict[str, dict[int, Held]]:
    """Return what the index holds of those objects, by kind, that have a document."""
    found: dict[str, dict[int, Held]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(THERE, [[kind for kind, _pk in wanted], [pk for _kind, pk in wanted], edition])
        for kind, pk, place, terms, version in cursor.fetchall():
            found[kind][pk] = Held(place, json.loads(terms), version)
    return found


def _places(edition: int, kind: str, wanted: Iterable[int], there: Mapping[int, int]) -> dict[int, int]:
    """Return the place of each object: the one it has, or the next one that is free."""
    new = [pk for pk in wanted if pk not in there]
    first = segments.next_place(edition, kind) if new else 0
    return {**there, **{pk: first + number for number, pk in enumerate(new)}}


def _impacts(document: Document, average: float) -> dict[str, int]:
    analysed = document.analysed
    # Most words stand in a text as often as many others.
    by_often = {often: impact(often, analysed.length, average) for often in set(analysed.frequencies.values())}
    return {term: by_often[often] for term, often in analysed.frequencies.items()}


def _entry(document: Document) -> Entry:
    return entry(document.object_id, document.published_at, document.confirmed_on, document.keys)


def _write_rows(edition: int, pending: Pending, rows: Sequence[Row]) -> None:
    documents = [
        {
            "kind": one.kind,
            "object_id": one.object_id,
            "place": place,
            "vector": one.analysed.vector,
            "impacts": impacts,
            "length": one.analysed.length,
        }
        for one, place, impacts in rows
    ]
    pending.add(WRITE, {"edition": edition, "documents": json.dumps(documents, ensure_ascii=False)})
