"""All that `make bench` measures of lessons, resources, programmes, collections and topics is there to measure."""

import pytest

from benchmarks import learning, pages
from benchmarks.learning.content import COLLECTIONS, OF_A_COLLECTION
from benchmarks.learning.pages import MOST_MILLISECONDS, addresses, beyond
from benchmarks.synthetic import records
from projects.models import ClusterMember, Collection, ProgrammeUpdate, Resource
from projects.services.reference import load_reference
from tests.projects.imports import run


@pytest.mark.slow
@pytest.mark.django_db
def test_each_page_is_measured_and_shows_something(monkeypatch, client):
    load_reference()
    run(*records(80))
    learning.fill()
    assert Collection.objects.public().count() == COLLECTIONS
    assert ClusterMember.objects.exists()
    assert ProgrammeUpdate.objects.exists()
    assert Resource.objects.decision_aids().exists()
    most = max(one.items.count() for one in Collection.objects.all())
    assert most > OF_A_COLLECTION["project"]
    monkeypatch.setattr(pages, "TIMES", 1)
    asked = addresses()
    found = pages.measure(asked)
    assert set(found) == set(asked)
    assert all(times["processor"] > 0 for times in found.values())


def test_what_is_over_the_limit_is_named():
    found = {"slow": {"processor": MOST_MILLISECONDS + 1}, "fast": {"processor": MOST_MILLISECONDS}}
    assert beyond(10_000, found) == [f"slow: {MOST_MILLISECONDS + 1} ms at 10,000, the limit is {MOST_MILLISECONDS}"]
