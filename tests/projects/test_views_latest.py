"""Long lists from A to Z are kept until something in the index changes, in each language by itself."""

import pytest

from projects.search import generation
from projects.search.indexing import index
from tests import factories

pytestmark = pytest.mark.django_db


def institute(name):
    factories.ProjectFactory(published=True, institute=factories.InstituteFactory(name=name))


def decision_aid(name):
    aid = factories.ResourceFactory(kind="decision_aid", title=name, project=None)
    index("resource", [aid.pk])


@pytest.mark.parametrize(
    ("path", "make"), [("/instellingen/", institute), ("/keuzehulpen/", decision_aid)], ids=["institutes", "aids"]
)
def test_a_list_is_made_again_when_the_index_changed(visit, monkeypatch, path, make):
    number = generation.current()
    monkeypatch.setattr("projects.views.latest.generation.current", lambda: number)
    make("De Linde")
    assert "De Linde" in visit(path).main
    make("De Beuk")
    assert "De Beuk" not in visit(path).main, "it was kept"
    assert "De Beuk" in visit(f"/en{path}").main
    number += 1
    assert "De Beuk" in visit(path).main
