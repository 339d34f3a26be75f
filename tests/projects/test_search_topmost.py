"""The highest values are found without sorting, and long lists answer as short ones do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.search import topmost
from projects.search.lists import _within
from projects.search.postings import IMPACT, PLACE, Postings, Spread
from projects.search.topmost import highest


@given(st.lists(st.integers(-5, 50), max_size=200), st.integers(1, 30), st.integers(1, 40))
def test_the_highest_are_those_that_sorting_gives(values, number, sample):
    held, topmost.SAMPLE = topmost.SAMPLE, sample
    try:
        found = highest(np.array(values, np.int64), number)
    finally:
        topmost.SAMPLE = held
    assert len(set(found.tolist())) == len(found) == min(number, len(values))
    assert sorted((values[place] for place in found), reverse=True) == sorted(values, reverse=True)[:number]


@pytest.mark.parametrize("order", ["rising", "falling", "equal"])
def test_of_many_values_in_any_order(order):
    values = {"rising": np.arange(9_000), "falling": -np.arange(9_000), "equal": np.zeros(9_000)}[order]
    found = highest(values, 20)
    assert sorted(values[found]) == sorted(values)[-20:]


@given(st.dictionaries(st.integers(0, 19), st.integers(1, 255)))
def test_a_list_says_the_same_in_both_forms(impacts):
    places = np.array(sorted(impacts), PLACE)
    short = Postings(places, np.array([impacts[place] for place in sorted(impacts)], IMPACT))
    long = Spread(short.over(20), short.number)
    for what in ("places", "impacts"):
        assert getattr(short, what).tolist() == getattr(long, what).tolist()
    everywhere = np.arange(20)
    assert short.over(20).tolist() == long.over(20).tolist() == short.at(everywhere).tolist()
    assert long.at(everywhere).tolist() == [impacts.get(place, 0) for place in range(20)]


def test_a_list_is_held_in_the_form_that_takes_least_and_ends_where_the_shelf_does():
    one = Postings(np.arange(30, dtype=PLACE), np.full(30, 7, IMPACT))
    kept = [_within(one, size) for size in (10, 100, 1_000)]
    assert [type(form) for form in kept] == [Spread, Spread, Postings]
    assert [form.number for form in kept] == [10, 30, 30]
    assert kept[0].places.tolist() == list(range(10))
    assert all(form.nbytes <= one.nbytes for form in kept)
