"""What is written for a change, in one message: signs that fall apart into words, a rebuild under way, and more."""

import pytest
from django.db import transaction

from projects.models import Project
from projects.search import editions, indexing, pending
from projects.search.analysis import words
from projects.search.engine import Answer, Question
from projects.search.indexing import index, rebuild
from projects.search.models import SearchDocument, SearchEdition, SearchPosting
from projects.search.recent import recent
from tests import factories

pytestmark = pytest.mark.django_db
EMPTY = dict.fromkeys(("problem", "approach", "results"), "")
BLESSING = "\ufdfa"
"""One letter that stands for four words."""
NOTHING = "\ufe70"
"""A letter that is nothing without another."""


@pytest.fixture(autouse=True)
def _begin_empty():
    recent.clear()


def project(summary, title="Wandelen", **given):
    return factories.ProjectFactory(published=True, indexed=True, title=title, summary=summary, **{**EMPTY, **given})


def retold(one, summary):
    Project.objects.filter(pk=one.pk).update(summary=summary)
    index("project", [one.pk])


def found(text):
    return {hit.object_id for hit in Answer("project", Question(text)).hits(0, 50)}


@pytest.mark.parametrize("sign", [BLESSING, f"na{BLESSING}", NOTHING, f"een {NOTHING} teken", "\u037a", "x\ufc5ey"])
def test_a_sign_that_falls_apart_takes_no_other_word_along(sign):
    assert all(word.split() == [word] for word in words(f"Zorg {sign} aan huis"))
    one = project(f"Aap {sign} zebra rollator")
    assert found("rollator") == found("zebra") == found("aap") == {one.pk}
    retold(one, "Een tandem en een fiets")
    assert (found("rollator"), found("tandem")) == (set(), {one.pk})
    retold(one, f"Aap {sign} zebra rollator")
    assert found("rollator") == found("zebra") == {one.pk}
    assert found("tandem") == set()
    assert found(f"{sign} rollator") == {one.pk}


def test_what_changes_while_a_rebuild_is_under_way_is_in_both(monkeypatch):
    one, two = project("Met een rollator."), project("Met een rolstoel.")
    with transaction.atomic():
        building = editions.under_construction()
    # As far as the first of them.
    monkeypatch.setattr(indexing, "BATCH", 1)

    def stop(_done):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        rebuild(stop)
    retold(one, "Met een tandem.")
    retold(two, "Met een step.")
    held = SearchDocument.objects.filter(edition=building.pk, kind="project").values_list("object_id", flat=True)
    assert set(held) == {one.pk, two.pk}
    assert (found("tandem"), found("step"), found("rollator")) == ({one.pk}, {two.pk}, set())
    rebuild(lambda _done: None)
    recent.clear()
    assert SearchEdition.objects.get(state="active").pk == building.pk
    assert (found("tandem"), found("step"), found("rollator"), found("rolstoel")) == ({one.pk}, {two.pk}, set(), set())


def test_the_last_text_with_a_word_goes_while_another_comes():
    """Both are in the same list: it is taken away and made again, in one message."""
    old, new = project("Met een rollator."), factories.ProjectFactory(published=True, summary="Een rollator.", **EMPTY)
    Project.objects.filter(pk=old.pk).update(summary="Met een tandem.")
    index("project", [old.pk, new.pk])
    assert (found("rollator"), found("tandem")) == ({new.pk}, {old.pk})
    retold(new, "Niets meer.")
    assert found("rollator") == set()
    assert not SearchPosting.objects.filter(kind="project", term="rollator").exists()


def test_what_is_too_much_to_wait_is_sent_before_its_end(monkeypatch):
    monkeypatch.setattr(pending, "MOST", 50)
    one, two = project("Met een rollator."), project("Met een rolstoel.")
    retold(one, "Met een tandem.")
    index("project", [one.pk, two.pk])
    assert (found("rollator"), found("tandem"), found("rolstoel")) == (set(), {one.pk}, {two.pk})
