"""What a process keeps of the index takes no more room than it may."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.search import lists
from projects.search.engine import Answer, Question
from projects.search.recent import ENTRY_BYTES, Recent, recent
from projects.search.shelf import shelf
from tests import factories


def test_what_was_asked_longest_ago_goes_first():
    held = Recent(3 * (ENTRY_BYTES + 100))
    for key in "abc":
        held.put(key, key, 100)
    assert held.get("a") == "a"
    held.put("d", "d", 100)
    assert [held.get(key) for key in "abcd"] == ["a", None, "c", "d"]


def test_what_is_larger_than_all_room_is_not_kept():
    held = Recent(1_000)
    held.put("a", "a", 2_000)
    assert (held.get("a"), held.size) == (None, 0)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3_000))))
def test_it_never_takes_more(steps):
    held, sizes = Recent(5_000), {}
    for key, size in steps:
        held.put(key, size, size)
        sizes[key] = size + ENTRY_BYTES
        assert held.size <= held.most
    assert held.size == sum(size for key, size in sizes.items() if held.get(key) is not None)


@pytest.mark.django_db
def test_a_question_that_reads_very_much_pushes_nothing_out(monkeypatch):
    recent.clear()
    factories.ProjectFactory(published=True, indexed=True, title="Met een rollator")
    monkeypatch.setattr(lists, "MOST_KEPT", 0)
    assert lists.read(shelf("project"), ["rollator"])["rollator"].places.tolist() == [0]
    assert recent.size == 0
    monkeypatch.undo()
    lists.read(shelf("project"), ["rollator"])
    assert 0 < recent.size <= recent.most


@pytest.mark.django_db
@pytest.mark.parametrize(("more", "kept"), [("", True), (" samen eten koken fietsen zwemmen zingen dansen", False)])
def test_of_a_longer_text_no_word_is_kept_that_nobody_published(more, kept):
    recent.clear()
    factories.ProjectFactory(published=True, indexed=True, title="Met een rollator")
    Answer("project", Question(f"rollator jansenius{more}")).ids(0, 10)
    held = {word for key in recent._held for word in key if isinstance(word, str)}
    assert "rollator" in held
    assert any("jansen" in word for word in held) == kept
