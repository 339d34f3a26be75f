"""The synthetic projects are accepted by an import, differ from each other, and are the same every time."""

import json
from itertools import islice

import pytest

from benchmarks.synthetic import records
from projects.services.reference import load_reference
from tests.projects.imports import done, run


def test_same_for_the_same_seed():
    assert list(records(20, seed=3)) == list(records(20, seed=3))
    assert list(records(20, seed=3)) != list(records(20, seed=4))
    assert list(islice(records(100), 5)) == list(records(5))


def test_all_differ():
    texts = [json.dumps({**record, "id": ""}) for record in records(200)]
    assert len(set(texts)) == 200


@pytest.mark.slow
@pytest.mark.django_db
def test_are_imported():
    load_reference()
    report = run(*records(300))
    assert done(report) == {"created": 300}
