"""Segments of the index: how documents get a place, and how their dates and facet keys are written and read."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from django.db import connection

from projects.search.models import SearchSegment

SIZE = 8_192
"""Slots in a segment: fewer make a question read more rows, more make a change write longer ones."""
EMPTY = 0
"""The number of the object in a slot that holds none (any more)."""
NEVER = 0
Keys = list[list[str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a segment holds of one document."""

    object_id: int
    published: int
    """Seconds since 1970."""
    confirmed: int
    """Days since the year 1; NEVER for what nobody confirmed."""
    keys: tuple[str, ...]


NOTHING = Entry(EMPTY, 0, NEVER, ())


def entry(object_id: int, published: datetime.datetime, confirmed: datetime.date | None, keys: Iterable[str]) -> Entry:
    """Return the entry of a document."""
    day = confirmed.toordinal() if confirmed else NEVER
    return Entry(object_id, int(published.timestamp()), day, tuple(keys))


@dataclass
class Columns:
    """The arrays of one segment, or of several after each other."""

    ids: np.ndarray
    published: np.ndarray
    confirmed: np.ndarray
    key_names: list[str]
    key_counts: np.ndarray
    keys: np.ndarray

    @classmethod
    def empty(cls) -> Self:
        """Return columns without a slot."""
        numbers = [np.zeros(0, dtype) for dtype in TYPES.values()]
        return cls(*numbers[:3], [], *numbers[3:])

    @classmethod
    def of(cls, row: SearchSegment) -> Self:
        """Return the columns of a row."""
        numbers = [np.frombuffer(getattr(row, name), dtype) for name, dtype in TYPES.items()]
        return cls(*numbers[:3], list(row.key_names), *numbers[3:])

    def bytes(self) -> dict[str, bytes]:
        """Return the columns as the row keeps them."""
        given = (self.ids, self.published, self.confirmed, self.key_counts, self.keys)
        return {name: array.astype(TYPES[name]).tobytes() for name, array in zip(TYPES, given, strict=True)}

    def put(self, slots: dict[int, Entry]) -> None:
        """Put entries in their slots; slots past the end are added, and all up to the last one must be given."""
        size = len(self.ids)
        starts = np.concatenate([[0], np.cumsum(self.key_counts, dtype=np.int64)])
        for name in ("ids", "published", "confirmed", "key_counts"):
            column = np.zeros(max(size, max(slots) + 1), getattr(self, name).dtype)
            column[:size] = getattr(self, name)
            setattr(self, name, column)
        numbers = {name: place for place, name in enumerate(self.key_names)}
        pieces, done = [], 0
        for slot, one in sorted(slots.items()):
            own = np.array([numbers.setdefault(key, len(numbers)) for key in one.keys], TYPES["keys"])
            self.ids[slot], self.published[slot], self.confirmed[slot] = one.object_id, one.published, one.confirmed
            self.key_counts[slot] = len(own)
            pieces += [self.keys[done : starts[min(slot, size)]], own]
            done = starts[min(slot + 1, size)]
        self.key_names = list(numbers)
        self.keys = np.concatenate([*pieces, self.keys[done:]])

    def at(self, slot: int) -> Entry | None:
        """Return the entry of a slot; None past the end."""
        if slot >= len(self.ids):
            return None
        start = int(np.sum(self.key_counts[:slot], dtype=np.int64))
        keys = self.keys[start : start + int(self.key_counts[slot])]
        names = tuple(self.key_names[number] for number in keys)
        return Entry(int(self.ids[slot]), int(self.published[slot]), int(self.confirmed[slot]), names)


TYPES = {
    "ids": np.dtype("<i8"),
    "published": np.dtype("<i8"),
    "confirmed": np.dtype("<i4"),
    "key_counts": np.dtype("<u2"),
    "keys": np.dtype("<u2"),
}


def next_place(edition: int, kind: str) -> int:
    """Return the first place that was never given out; places of what is gone stay empty until a rebuild."""
    last = SearchSegment.objects.filter(edition=edition, kind=kind).order_by("-number").first()
    return last.number * SIZE + len(bytes(last.ids)) // TYPES["ids"].itemsize if last else 0


def write(edition: int, kind: str, places: dict[int, Entry]) -> None:
    """Put entries in their places."""
    by_segment: dict[int, dict[int, Entry]] = {}
    for place, one in sorted(places.items()):
        by_segment.setdefault(place // SIZE, {})[place % SIZE] = one
    rows = SearchSegment.objects.filter(edition=edition, kind=kind, number__in=by_segment).in_bulk()
    for number, slots in by_segment.items():
        row = rows.get((edition, kind, number))
        columns = Columns.of(row) if row else Columns.empty()
        # A segment that stays the same keeps its version, and nobody has to read it again.
        differing = {slot: one for slot, one in slots.items() if columns.at(slot) != one}
        if differing:
            columns.put(differing)
            _save(edition, kind, number, columns)


def _save(edition: int, kind: str, number: int, columns: Columns) -> None:
    given = {"version": new_version(), "key_names": columns.key_names, **columns.bytes()}
    if not SearchSegment.objects.filter(edition=edition, kind=kind, number=number).update(**given):
        SearchSegment.objects.create(edition=edition, kind=kind, number=number, **given)


def new_version() -> int:
    """Return a number that no segment ever had, in this database; also not one that was rolled back."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('search_version')")
        return cursor.fetchone()[0]
