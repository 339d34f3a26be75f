"""Posting lists: for each term and segment the slots in which it stands, and how much it counts there.

Here they are written; `lists.py` reads them.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from django.db import connection

from projects.search.pending import Pending
from projects.search.reading import in_bytes
from projects.search.segments import SIZE

SLOT, IMPACT, PLACE = np.dtype("<u2"), np.dtype("u1"), np.dtype("i4")
BYTES = PLACE.itemsize + IMPACT.itemsize
"""What one document takes in a list."""
NEGLIGIBLE = 4
"""Steps of impact (of 255) that a change leaves as they are: a few words more make all others count a little less, and
all lists of a document would have to be written for it."""
Impacts = Mapping[str, int]
"""How much each term counts in a document."""

# Terms hold no spaces. One text and one row of bytes for all lists are sent in a fraction of the time of as many.
GIVEN = f"""
    SELECT term, substr(%(slots)s::bytea, 1 + {SLOT.itemsize} * before, {SLOT.itemsize} * size) AS slots,
        substr(%(impacts)s::bytea, 1 + before, size) AS impacts
    FROM (
        SELECT term, size, (sum(size) OVER (ORDER BY at) - size)::int AS before
        FROM unnest(string_to_array(%(terms)s, ' '), string_to_array(%(sizes)s, ' ')::int[])
            WITH ORDINALITY AS list(term, size, at)
    ) list
"""  # noqa: S608 - a constant
ADD = f"""
    INSERT INTO search_searchposting AS old (edition, kind, segment, term, slots, impacts)
    SELECT %(edition)s, %(kind)s, %(segment)s, given.* FROM ({GIVEN}) given
    ON CONFLICT (edition, kind, term, segment)
    DO UPDATE SET slots = old.slots || excluded.slots, impacts = old.impacts || excluded.impacts
"""  # noqa: S608 - a constant
# The same for one slot; what stands in it is in every list that is new.
ADD_SLOT = """
    INSERT INTO search_searchposting AS old (edition, kind, segment, term, slots, impacts)
    SELECT %(edition)s, %(kind)s, %(segment)s, term, %(slot)s::bytea, substr(%(impacts)s::bytea, at::int, 1)
    FROM unnest(string_to_array(%(terms)s, ' ')) WITH ORDINALITY AS given(term, at)
    ON CONFLICT (edition, kind, term, segment)
    DO UPDATE SET slots = old.slots || excluded.slots, impacts = old.impacts || excluded.impacts
"""
REPLACE = f"""
    UPDATE search_searchposting old SET slots = new.slots, impacts = new.impacts FROM ({GIVEN}) new
    WHERE edition = %(edition)s AND kind = %(kind)s AND segment = %(segment)s AND old.term = new.term
"""  # noqa: S608 - a constant
# In the database, so that a change of one document does not send every list of its terms there and back.
EDIT = """
    UPDATE search_searchposting old SET
        slots = CASE WHEN impact > 0 THEN slots ELSE substr(slots, 1, 2 * at) || substr(slots, 2 * at + 3) END,
        impacts = CASE WHEN impact > 0 THEN set_byte(impacts, at, impact)
            ELSE substr(impacts, 1, at) || substr(impacts, at + 2) END
    FROM unnest(string_to_array(%(terms)s, ' '), string_to_array(%(places)s, ' ')::int[],
        string_to_array(%(new)s, ' ')::int[]) AS new(term, at, impact)
    WHERE edition = %(edition)s AND kind = %(kind)s AND segment = %(segment)s AND old.term = new.term
"""
OF_SEGMENT = """
    edition = %(edition)s AND kind = %(kind)s AND segment = %(segment)s
    AND term = ANY(string_to_array(%(terms)s, ' '))
"""
READ_SLOTS = f"SELECT term, slots FROM search_searchposting WHERE {OF_SEGMENT}"  # noqa: S608 - a constant
READ_SEGMENT = f"SELECT term, slots, impacts FROM search_searchposting WHERE {OF_SEGMENT}"  # noqa: S608 - a constant
REMOVE = f"DELETE FROM search_searchposting WHERE {OF_SEGMENT}"  # noqa: S608 - a constant


@dataclass(frozen=True, slots=True)
class Postings:
    """Where one term stands: the places of documents in order of segment, and its impact in each."""

    places: np.ndarray
    impacts: np.ndarray

    @property
    def number(self) -> int:
        """In how many documents it stands."""
        return len(self.places)

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return self.places.nbytes + self.impacts.nbytes

    def over(self, size: int) -> np.ndarray:
        """Return the impact at each of `size` places, 0 where it does not stand."""
        spread = np.zeros(size, IMPACT)
        spread[self.places] = self.impacts
        return spread

    def add_to(self, sums: np.ndarray, step: np.float32) -> None:
        """Add to the sum of each place what its impact is worth."""
        sums[self.places] += self.impacts * step

    def at(self, places: np.ndarray) -> np.ndarray:
        """Return the impact at these places, of which there are some."""
        size = 1 + max(int(places.max()), int(self.places.max(initial=0)))
        return self.over(size)[places]


@dataclass(frozen=True, slots=True)
class Spread:
    """The same of a term that stands in many documents: its impact at each place. Takes less room, and less time."""

    by_place: np.ndarray
    number: int

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return self.by_place.nbytes

    @property
    def places(self) -> np.ndarray:
        """The places where it stands, in order."""
        return np.flatnonzero(self.by_place > 0).astype(PLACE)

    @property
    def impacts(self) -> np.ndarray:
        """The impact at each of these places."""
        return self.by_place[self.by_place > 0]

    def over(self, size: int) -> np.ndarray:
        """Return the impact at each place; `size` is how many there are."""
        return self.by_place[:size]

    def add_to(self, sums: np.ndarray, step: np.float32) -> None:
        """Add to the sum of each place what its impact is worth."""
        sums += self.by_place * step

    def at(self, places: np.ndarray) -> np.ndarray:
        """Return the impact at these places."""
        return self.by_place[places]


Found = Postings | Spread
NOWHERE = Postings(np.zeros(0, PLACE), np.zeros(0, IMPACT))


def add(pending: Pending, edition: int, kind: str, documents: Mapping[int, Impacts]) -> None:
    """Have the terms of documents, by place, that no posting list holds yet, wait to be added."""
    for segment, slots in _by_segment(documents).items():
        lists: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for slot, impacts in slots.items():
            for term, impact in impacts.items():
                lists[term].append((slot, impact))
        given = {term: _arrays(pairs) for term, pairs in lists.items()}
        _write(pending, ADD, {"edition": edition, "kind": kind, "segment": segment}, given)


def change(pending: Pending, edition: int, kind: str, old: Mapping[int, Impacts], new: Mapping[int, Impacts]) -> None:
    """Make the posting lists hold, of documents by place, the `new` impacts and no longer the `old` ones.

    The lists are read at once, and what is to be written waits: what is to be added to the same lists comes after it.
    """
    for segment, slots in _by_segment(old).items():
        wanted: dict[str, dict[int, int]] = defaultdict(dict)
        for slot, held in slots.items():
            for term, impact in differences(held, new.get(segment * SIZE + slot, {})).items():
                wanted[term][slot] = impact
        where = {"edition": edition, "kind": kind, "segment": segment}
        if len(slots) == 1:
            slot = next(iter(slots))
            _change_slot(pending, where, slot, {term: impacts[slot] for term, impacts in wanted.items()})
        elif wanted:
            _change_segment(pending, where, wanted)


def differences(old: Impacts, new: Impacts) -> dict[str, int]:
    """Return by term what has to be written; 0 for what is gone."""
    gone = dict.fromkeys(old.keys() - new.keys(), 0)
    return gone | {term: impact for term, impact in new.items() if not _alike(old.get(term), impact)}


def kept(old: Impacts, new: Impacts) -> dict[str, int]:
    """Return what the lists hold after a change: what hardly differs stays as it was."""
    if not old:
        return dict(new)
    return {term: old[term] if _alike(old.get(term), impact) else impact for term, impact in new.items()}


def _alike(old: int | None, new: int) -> bool:
    return old is not None and abs(new - old) <= NEGLIGIBLE


def _by_segment(documents: Mapping[int, object]) -> dict[int, dict[int, object]]:
    found: dict[int, dict[int, object]] = defaultdict(dict)
    for place, what in documents.items():
        found[place // SIZE][place % SIZE] = what
    return found


def _change_slot(pending: Pending, where: dict, slot: int, wanted: Impacts) -> None:
    """Have the lists of these terms hold this impact for one slot; 0 takes it out."""
    if not wanted:
        return
    there = dict(in_bytes(READ_SLOTS, {**where, "terms": " ".join(wanted)}))
    found = {term: np.flatnonzero(np.frombuffer(slots, SLOT) == slot) for term, slots in there.items()}
    places = {term: int(at[0]) for term, at in found.items() if len(at)}
    emptied = sorted(term for term in places if not wanted[term] and len(there[term]) == SLOT.itemsize)
    terms = sorted(places.keys() - set(emptied))
    fresh = sorted(term for term, impact in wanted.items() if impact and term not in places)
    if terms:
        at, new = (" ".join(str(of[term]) for term in terms) for of in (places, wanted))
        pending.add(EDIT, {**where, "terms": " ".join(terms), "places": at, "new": new})
    if emptied:
        pending.add(REMOVE, {**where, "terms": " ".join(emptied)})
    if fresh:
        impacts = bytes(wanted[term] for term in fresh)
        pending.add(ADD_SLOT, {**where, "terms": " ".join(fresh), "slot": _bytes(slot), "impacts": impacts})


def _change_segment(pending: Pending, where: dict, wanted: Mapping[str, dict[int, int]]) -> None:
    """Read the lists of these terms, and write them with the impacts that are wanted, by slot."""
    with connection.cursor() as cursor:
        cursor.execute(READ_SEGMENT, {**where, "terms": " ".join(wanted)})
        there = {term: (bytes(slots), bytes(impacts)) for term, slots, impacts in cursor.fetchall()}
    merged = {term: _merged(there.get(term, (b"", b"")), impacts) for term, impacts in wanted.items()}
    differing = {term: lists for term, lists in merged.items() if lists != there.get(term, (b"", b""))}
    held = {term: lists for term, lists in differing.items() if lists[0] and term in there}
    _write(pending, REPLACE, where, held)
    _write(pending, ADD, where, {term: lists for term, lists in differing.items() if term not in there})
    if gone := [term for term, lists in differing.items() if not lists[0]]:
        pending.add(REMOVE, {**where, "terms": " ".join(gone)})


def _merged(lists: tuple[bytes, bytes], wanted: dict[int, int]) -> tuple[bytes, bytes]:
    """Return the lists of a term with these impacts instead of the ones they hold; 0 takes a document out."""
    slots, impacts = (np.frombuffer(part, kind) for part, kind in zip(lists, (SLOT, IMPACT), strict=True))
    places = {slot: np.flatnonzero(slots == slot) for slot in wanted}
    impacts, left = impacts.copy(), np.ones(len(slots), bool)
    for slot, impact in wanted.items():
        if impact:
            impacts[places[slot]] = impact
        else:
            left[places[slot]] = False
    fresh = [(slot, impact) for slot, impact in wanted.items() if impact and not len(places[slot])]
    more = _arrays(fresh)
    return slots[left].tobytes() + more[0], impacts[left].tobytes() + more[1]


def _arrays(pairs: list[tuple[int, int]]) -> tuple[bytes, bytes]:
    slots, impacts = zip(*pairs, strict=True) if pairs else ((), ())
    return _bytes(*slots), bytes(impacts)


def _bytes(*slots: int) -> bytes:
    return np.array(slots, SLOT).tobytes()


def _write(pending: Pending, statement: str, where: dict, lists: Mapping[str, tuple[bytes, bytes]]) -> None:
    if not lists:
        return
    terms = sorted(lists)
    given = {
        "terms": " ".join(terms),
        "sizes": " ".join(str(len(lists[term][1])) for term in terms),
        "slots": b"".join(lists[term][0] for term in terms),
        "impacts": b"".join(lists[term][1] for term in terms),
    }
    pending.add(statement, {**where, **given})
