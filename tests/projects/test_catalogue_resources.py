"""The resources that ship: whole, of words that exist, and loaded once."""

import pytest
from django.core.management import call_command

from projects.models import Resource
from projects.models.resources import RESERVED_RESOURCE_SLUGS
from projects.services.catalogue_resources import load_resources, records
from projects.services.saving import delete, save
from projects.states import Language, ResourceKind
from projects.states.resources import Audience, ReadingLevel
from tests import factories
from tests.projects.test_shipped_data import terms


def test_every_record_is_whole_and_says_where_it_comes_from():
    found = records()
    assert len({record["slug"] for record in found}) == len(found) >= 30
    for record in found:
        assert {"slug", "kind", "title", "url", "summary", "language", "audiences", "source"} <= set(record), record
        assert record["slug"] not in RESERVED_RESOURCE_SLUGS
        assert record["url"].startswith("https://")
        assert record["kind"] in ResourceKind.values
        assert record["language"] in Language.values
        assert set(record["audiences"]) <= set(Audience.values)
        assert record.get("reading_level", "b1") in ReadingLevel.values
        assert "@" not in record["summary"]


def test_every_term_exists():
    for name in ("themes", "conditions", "target_groups"):
        used = {slug for record in records() for slug in record.get(name, [])}
        assert used <= terms(name)


def test_decision_aids_say_which_decision_they_help_with():
    aids = [record for record in records() if record["kind"] == "decision_aid"]
    assert len(aids) >= 10
    assert all(record.get("decision_moment") for record in aids)


@pytest.fixture
def loaded(db):
    call_command("load_reference", verbosity=0)
    assert load_resources() == len(records())


def test_loading_again_changes_nothing(loaded):
    before = list(Resource.objects.order_by("pk").values())
    assert load_resources() == 0
    assert list(Resource.objects.order_by("pk").values()) == before
    assert Resource.objects.get(slug="keuzehulp-prostaatkanker").conditions.get().slug == "prostaatkanker"


def test_editors_have_the_last_word(loaded):
    admin = factories.UserFactory(administrator=True)
    mine = Resource.objects.get(slug="thuisarts")
    mine.summary = "Van de redactie."
    save(thing=mine, by=admin)
    delete(things=Resource.objects.filter(slug="palliaweb"), by=admin)
    assert load_resources() == 0
    assert Resource.objects.get(slug="thuisarts").summary == "Van de redactie."
    assert not Resource.objects.filter(slug="palliaweb").exists()
