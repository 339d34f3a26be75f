"""The arrays of a segment: what is put in comes out, in any order and number, and nothing else moves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.search.segments import NOTHING, Columns, Entry

keys = st.lists(st.sampled_from([f"thema:{number}" for number in range(40)]), max_size=6, unique=True).map(tuple)
entries = st.builds(Entry, st.integers(1, 10**9), st.integers(0, 2 * 10**9), st.integers(0, 10**6), keys)


def put_all(steps):
    columns, held = Columns.empty(), {}
    for step in steps:
        slots = {slot: one for slot, one in step.items() if set(range(len(held), slot)) <= set(step)}
        if slots:
            columns.put(slots)
            held |= slots
    return columns, held


@given(st.lists(st.dictionaries(st.integers(0, 8), entries, max_size=5), max_size=5))
def test_what_is_put_in_comes_out(steps):
    columns, held = put_all(steps)
    assert [columns.at(slot) for slot in range(len(held))] == [held[slot] for slot in range(len(held))]
    assert columns.at(len(held)) is None
    assert len(columns.keys) == sum(len(one.keys) for one in held.values())


def test_more_keys_than_two_bytes_count():
    columns = Columns.empty()
    many = {slot: Entry(slot + 1, 0, 0, tuple(f"k:{number}" for number in range(20))) for slot in range(5_000)}
    columns.put(many)
    columns.put({4_999: Entry(7, 1, 2, ("k:3", "nieuw:1")), 4_000: NOTHING})
    assert columns.at(4_998) == many[4_998]
    assert columns.at(4_999) == Entry(7, 1, 2, ("k:3", "nieuw:1"))
    assert columns.at(4_000) == NOTHING
    assert int(np.sum(columns.key_counts)) == len(columns.keys)


@pytest.mark.parametrize("name", ["ids", "published", "confirmed", "key_counts", "keys"])
def test_columns_are_kept_in_the_same_bytes_everywhere(name):
    columns = Columns.empty()
    columns.put({0: Entry(1, 2, 3, ("a:b",))})
    assert isinstance(columns.bytes()[name], bytes)
    assert getattr(columns, name).dtype.byteorder in "=<|"
