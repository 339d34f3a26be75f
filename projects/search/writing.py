"""Writing documents into an edition: their places, their posting lists, and their entries in the segments."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import connection

from projects.search import postings, segments
from projects.search.bm25 import impact
from projects.search.document import Document
from projects.search.editions import average_length
from projects.search.models import SearchDocument, SearchEdition
from projects.search.postings import Impacts
from projects.search.segments import NOTHING, SIZE, Entry, entry
from projects.search.shelf import entry_at

FEW = 20
"""Entries that are compared with what this process holds; more are compared while they are written."""

WRITE = """
    INSERT INTO search_searchdocument AS old (edition, kind, object_id, place, vector, impacts, length)
    SELECT %(edition)s, %(kind)s, given.object_id, given.place, given.vector::tsvector, given.impacts, given.length
    FROM unnest(%(ids)s::bigint[], %(places)s::int[], %(vectors)s::text[], %(impacts)s::jsonb[], %(lengths)s::float8[])
        AS given(object_id, place, vector, impacts, length)
    ON CONFLICT (edition, kind, object_id) DO UPDATE
    SET vector = excluded.vector, impacts = excluded.impacts, length = excluded.length
    WHERE (old.vector, old.impacts, old.length) IS DISTINCT FROM (excluded.vector, excluded.impacts, excluded.length)
"""
THERE = f"""
    SELECT object_id, place, impacts::text, segment.version FROM search_searchdocument document
    LEFT JOIN search_searchsegment segment ON segment.edition = document.edition AND segment.kind = document.kind
        AND segment.number = document.place / {SIZE}
    WHERE document.edition = %s AND document.kind = %s AND object_id = ANY(%s)
"""  # noqa: S608 - a constant


@dataclass(frozen=True, slots=True)
class Held:
    """What the index holds of an object: its place, what the posting lists hold, and the version of its segment."""

    place: int
    impacts: Impacts
    version: int


def write(edition: SearchEdition, kind: str, documents: Iterable[Document], gone: Iterable[int] = ()) -> None:
    """Make or renew these documents, and remove those of the objects that are `gone`."""
    by_id = {document.object_id: document for document in documents}
    gone = set(gone) - by_id.keys()
    there = _there(edition.pk, kind, [*by_id, *gone]) if by_id or gone else {}
    if not by_id and not there:
        return
    places = _places(edition.pk, kind, by_id, {pk: one.place for pk, one in there.items()})
    impacts = {places[pk]: _impacts(one, average_length(edition, kind)) for pk, one in by_id.items()}
    old = {one.place: one.impacts for one in there.values()}
    postings.add(edition.pk, kind, {place: terms for place, terms in impacts.items() if place not in old})
    postings.change(edition.pk, kind, old, impacts)
    impacts = {place: postings.kept(old.get(place, {}), terms) for place, terms in impacts.items()}
    entries: dict[int, Entry] = {there[pk].place: NOTHING for pk in gone if pk in there}
    entries |= {places[pk]: _entry(one) for pk, one in by_id.items()}
    if len(entries) <= FEW:
        entries = _differing(kind, entries, {one.place: one.version for one in there.values()})
    if entries:
        segments.write(edition.pk, kind, entries)
    if by_id:
        _write_rows(edition.pk, kind, by_id, places, impacts)
    if gone & there.keys():
        SearchDocument.objects.filter(edition=edition.pk, kind=kind, object_id__in=gone & there.keys()).delete()


def _differing(kind: str, entries: dict[int, Entry], versions: Mapping[int, int]) -> dict[int, Entry]:
    """Return the entries without those that stay the same; `versions` are of the segments of places that are taken."""
    taken = {place: entry_at(kind, place, version) for place, version in versions.items()}
    return {place: one for place, one in entries.items() if taken.get(place) != one}


def _there(edition: int, kind: str, ids: list[int]) -> dict[int, Held]:
    """Return what the index holds of those objects that have a document."""
    with connection.cursor() as cursor:
        cursor.execute(THERE, [edition, kind, ids])
        return {pk: Held(place, json.loads(terms), version) for pk, place, terms, version in cursor.fetchall()}


def _places(edition: int, kind: str, wanted: Iterable[int], there: Mapping[int, int]) -> dict[int, int]:
    """Return the place of each object: the one it has, or the next one that is free."""
    new = [pk for pk in wanted if pk not in there]
    first = segments.next_place(edition, kind) if new else 0
    return {**there, **{pk: first + number for number, pk in enumerate(new)}}


def _impacts(document: Document, average: float) -> dict[str, int]:
    analysed = document.analysed
    return {term: impact(often, analysed.length, average) for term, often in analysed.frequencies.items()}


def _entry(document: Document) -> Entry:
    return entry(document.object_id, document.published_at, document.confirmed_on, document.keys)


def _write_rows(
    edition: int,
    kind: str,
    documents: Mapping[int, Document],
    places: Mapping[int, int],
    impacts: Mapping[int, Impacts],
) -> None:
    given = {
        "edition": edition,
        "kind": kind,
        "ids": list(documents),
        "places": [places[pk] for pk in documents],
        "impacts": [json.dumps(impacts[places[pk]], ensure_ascii=False) for pk in documents],
        "vectors": [one.analysed.vector for one in documents.values()],
        "lengths": [one.analysed.length for one in documents.values()],
    }
    with connection.cursor() as cursor:
        cursor.execute(WRITE, given)
