"""The segments of one kind as this process holds them: read once, and again only where a segment changed."""

from collections.abc import Collection, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from django.db import connection

from projects.search import generation
from projects.search.models import SearchSegment
from projects.search.segments import EMPTY, SIZE, TYPES, Columns, Entry

VERSION = f"""
    SELECT generation.index, generation.tuning, edition.id, edition.version
    FROM ({generation.READ}) generation LEFT JOIN search_searchedition edition ON edition.state = 'active'
"""  # noqa: S608 - a constant
SEGMENTS = """
    SELECT edition.id, edition.version, segment.number, segment.version FROM search_searchedition edition
    LEFT JOIN search_searchsegment segment ON segment.edition = edition.id AND segment.kind = %s
    WHERE edition.state = 'active' ORDER BY segment.number
"""
FEW = 4
"""With less than one in so many of all documents, it is quicker to read their keys than to go by key."""
KEYS_AT_ONCE = 24
AT_ONCE = 1 << 17
"""Numbers that are counted at once: NumPy makes eight bytes of each."""
Versions = tuple[tuple[int, int], ...]


@dataclass
class Shelf:
    """All documents of a kind, by place."""

    edition: int
    kind: str
    versions: Versions
    """Number and version of each segment: the same versions are the same documents."""
    columns: Columns
    version: int = 0
    """Of the whole edition: what else was read at this version is still so."""
    database: str = ""

    @cached_property
    def live(self) -> np.ndarray:
        """Whether a place holds an object."""
        return self.columns.ids != EMPTY

    @cached_property
    def total(self) -> int:
        """How many objects there are."""
        return int(np.count_nonzero(self.live))

    @cached_property
    def _by_id(self) -> np.ndarray:
        """The places in order of the id of their object."""
        return np.argsort(self.columns.ids, kind="stable").astype(np.int32)

    def places_of(self, ids: Collection[int]) -> np.ndarray:
        """Return the places of these objects, in order; those that have none are left out."""
        held = self.columns.ids
        if not len(held):
            return self._by_id
        wanted = np.array(sorted(ids), np.int64)
        nearest = np.minimum(np.searchsorted(held, wanted, sorter=self._by_id), len(held) - 1)
        found = self._by_id[nearest]
        return np.sort(found[held[found] == wanted])

    @cached_property
    def keys_of_all(self) -> np.ndarray:
        """For each number of a key how many objects have it."""
        return self._keys_in(self.live)

    @cached_property
    def newest(self) -> np.ndarray:
        """The rank of each place when the newest comes last: of two, the higher rank is shown first."""
        return _ranks(np.lexsort((self.columns.ids, self.columns.published)))

    @cached_property
    def confirmed(self) -> np.ndarray:
        """The rank of each place when what was confirmed most recently comes last."""
        return _ranks(np.lexsort((self.newest, self.columns.confirmed)))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each facet key."""
        return {name: number for number, name in enumerate(self.columns.key_names)}

    @cached_property
    def starts(self) -> np.ndarray:
        """Where the keys of each place begin."""
        ends = np.cumsum(self.columns.key_counts, dtype=np.int32)
        return ends - self.columns.key_counts

    @cached_property
    def by_key(self) -> np.ndarray:
        """The places that have the first key, then those that have the second, and so on."""
        found = np.empty(len(self.columns.keys), np.int32)
        free = self.key_starts[:-1].copy()
        # A stretch at a time: sorting millions of keys at once takes twenty times the memory of the result.
        for first in range(0, len(self.columns.ids), SIZE):
            counts = self.columns.key_counts[first : first + SIZE]
            start = int(self.starts[first])
            keys = self.columns.keys[start : start + int(counts.sum(dtype=np.int64))]
            owners = np.repeat(np.arange(first, first + len(counts), dtype=np.int32), counts)
            order, numbers = np.argsort(keys, kind="stable"), np.bincount(keys, minlength=len(free))
            begins = np.cumsum(numbers) - numbers
            found[np.repeat(free - begins, numbers) + np.arange(len(keys))] = owners[order]
            free += numbers
        return found

    @cached_property
    def key_starts(self) -> np.ndarray:
        """Where the places of each key begin in `by_key`, and where those of the last one end."""
        counts = np.zeros(len(self.numbers), np.int64)
        for first in range(0, len(self.columns.keys), AT_ONCE):
            counts += np.bincount(self.columns.keys[first : first + AT_ONCE], minlength=len(counts))
        return np.concatenate([[0], np.cumsum(counts)])

    def places_with(self, key: str) -> np.ndarray:
        """Return the places that have this key."""
        if key not in self.numbers:
            return self.by_key[:0]
        number = self.numbers[key]
        return self.by_key[self.key_starts[number] : self.key_starts[number + 1]]

    def keys_of(self, facet: str) -> list[str]:
        """Return the keys of a facet."""
        return [name for name in self.columns.key_names if name.startswith(f"{facet}:")]

    def having(self, keys: list[str]) -> np.ndarray:
        """Return whether each place has one of these keys."""
        found = np.zeros(len(self.columns.ids), bool)
        for key in keys:
            found[self.places_with(key)] = True
        return found

    def keys_in(self, mask: np.ndarray) -> np.ndarray:
        """Return for each number of a key how many places of `mask` have it."""
        if mask is self.live:
            return self.keys_of_all
        if np.count_nonzero(mask) * 2 <= self.total:
            return self._keys_in(mask)
        return self.keys_of_all - self._keys_in(self.live & ~mask)

    def _keys_in(self, mask: np.ndarray) -> np.ndarray:
        places = np.flatnonzero(mask)
        if len(places) * FEW > len(mask):
            return self._sums(mask)
        lengths = self.columns.key_counts[places].astype(np.int32)
        before = np.cumsum(lengths, dtype=np.int32) - lengths
        where = np.repeat(self.starts[places] - before, lengths)
        where += np.arange(len(where), dtype=np.int32)
        keys = self.columns.keys[where]
        return np.bincount(keys, minlength=len(self.numbers))

    def _sums(self, mask: np.ndarray) -> np.ndarray:
        """Return for each key how many places of `mask` have it; some keys at a time, which stays in the cache."""
        numbers, sums = np.diff(self.key_starts), np.zeros(len(self.key_starts) - 1, np.int64)
        for first in range(0, len(sums), KEYS_AT_ONCE):
            used = first + np.flatnonzero(numbers[first : first + KEYS_AT_ONCE])
            if len(used):
                start, end = self.key_starts[first], self.key_starts[min(first + KEYS_AT_ONCE, len(sums))]
                held = mask[self.by_key[start:end]].view(np.uint8)
                sums[used] = np.add.reduceat(held, self.key_starts[used] - start, dtype=np.int64)
        return sums

    def keys_at(self, place: int) -> list[str]:
        """Return the facet keys of the document at a place."""
        start = self.starts[place]
        found = self.columns.keys[start : start + self.columns.key_counts[place]]
        return [self.columns.key_names[number] for number in found]


_held: dict[tuple[str, str], dict[int, tuple[int, Columns]]] = {}
"""By database and kind, and in there by number of the segment: its version and its columns."""
_shelves: dict[tuple[str, str], Shelf] = {}


def shelf(kind: str) -> Shelf:
    """Return the documents of `kind` as the running transaction sees them."""
    with connection.cursor() as cursor:
        cursor.execute(VERSION)
        index, tuning, edition, version = cursor.fetchone()
    generation.know(generation.Numbers(index, tuning))
    key = (connection.settings_dict["NAME"], kind)
    kept = _shelves.get(key)
    if kept is None or (kept.edition, kept.version) != (edition, version):
        kept = _shelves[key] = _renewed(key, kept)
    return kept


def entry_at(kind: str, place: int, version: int) -> Entry | None:
    """Return what the index holds of a place, the segment of which has this version; None where nobody can tell."""
    held = _segment(kind, place // SIZE)
    if held is None or held[0] != version:
        shelf(kind)
        held = _segment(kind, place // SIZE)
    return held[1].at(place % SIZE) if held and held[0] == version else None


def _segment(kind: str, number: int) -> tuple[int, Columns] | None:
    return _held.get((connection.settings_dict["NAME"], kind), {}).get(number)


def _renewed(key: tuple[str, str], kept: Shelf | None) -> Shelf:
    """Return the shelf of this moment: another one, since somebody may still be answered from the one that is kept."""
    with connection.cursor() as cursor:
        cursor.execute(SEGMENTS, [key[1]])
        rows = cursor.fetchall()
    edition, version = rows[0][:2] if rows else (0, 0)
    versions = tuple(row[2:] for row in rows if row[2] is not None)
    if kept and (kept.edition, kept.versions) == (edition, versions):
        # Only texts changed: what was made of the documents stays with them.
        kept = copy(kept)
        kept.version = version
        return kept
    return Shelf(edition, key[1], versions, _columns(key, edition, dict(versions)), version, key[0])


def _columns(key: tuple[str, str], edition: int, versions: dict[int, int]) -> Columns:
    """Return the columns of all segments, of which only those are read whose version is another."""
    held = _held.get(key, {})
    missing = [number for number, version in versions.items() if held.get(number, (0,))[0] != version]
    read: dict[int, tuple[int, Columns]] = {}
    # One by one: what the database sends of a segment is three times as large as what is kept of it.
    for number in missing:
        for row in SearchSegment.objects.filter(edition=edition, kind=key[1], number=number):
            read[number] = (row.version, Columns.of(row))
    together = {number: read.get(number) or held[number] for number in versions}
    joined = _joined([columns for _version, columns in together.values()])
    # Kept as parts of the joined arrays, not beside them; in a new mapping, since another thread may read the old one.
    parts = _parts(joined, [columns for _version, columns in together.values()])
    _held[key] = {number: (together[number][0], part) for number, part in zip(together, parts, strict=True)}
    return joined


def _joined(segments: list[Columns]) -> Columns:
    """Return the columns of segments one after another; every segment but the last one is full."""
    names: dict[str, int] = {}
    keys = []
    for segment in segments:
        numbers = np.array([names.setdefault(name, len(names)) for name in segment.key_names], TYPES["keys"])
        keys.append(numbers[segment.keys] if len(numbers) else segment.keys)
    plain = ("ids", "published", "confirmed", "key_counts")
    joined = {name: _concatenated([getattr(one, name) for one in segments], name) for name in plain}
    return Columns(key_names=list(names), keys=_concatenated(keys, "keys"), **joined)


def _parts(joined: Columns, segments: list[Columns]) -> Iterator[Columns]:
    """Give what each segment holds as a part of the joined columns."""
    slot, key = 0, 0
    for segment in segments:
        slots, keys = slice(slot, slot + len(segment.ids)), slice(key, key + len(segment.keys))
        plain = {name: getattr(joined, name)[slots] for name in ("ids", "published", "confirmed", "key_counts")}
        yield Columns(key_names=joined.key_names, keys=joined.keys[keys], **plain)
        slot, key = slots.stop, keys.stop


def _concatenated(parts: list[np.ndarray], name: str) -> np.ndarray:
    return np.concatenate(parts) if parts else np.zeros(0, TYPES[name])


def _ranks(order: np.ndarray) -> np.ndarray:
    ranks = np.empty(len(order), np.int32)
    ranks[order] = np.arange(len(order))
    return ranks
