"""The resources that ship: whole, of words that exist, and loaded once."""

from collections import Counter

import pytest
from django.core.management import call_command

from projects.filters.decision_aids import DecisionAidFilterSet
from projects.models import Resource
from projects.models.resources import RESERVED_RESOURCE_SLUGS
from projects.services.catalogue_resources import load_resources, records
from projects.services.saving import delete, save
from projects.states import Language, ResourceKind
from projects.states.resources import Audience, ReadingLevel
from projects.views.loading import load_resources as load_by_ids
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
    assert len(aids) >= 30
    assert all(record.get("decision_moment") for record in aids)
    assert len({slug for record in aids for slug in record.get("conditions", [])}) >= 20


def test_most_kinds_have_some():
    held = Counter(record["kind"] for record in records())
    assert all(held[kind] >= 3 for kind in ("decision_aid", "guideline", "agreement", "toolkit", "video", "website"))


@pytest.fixture
def loaded(db):
    call_command("load_reference", verbosity=0)
    assert load_resources() == len(records())


def test_loading_again_changes_nothing(loaded):
    before = list(Resource.objects.order_by("pk").values())
    assert load_resources() == 0
    assert list(Resource.objects.order_by("pk").values()) == before
    assert Resource.objects.get(slug="keuzehulp-prostaatkanker").conditions.get().slug == "prostaatkanker"


ASKED = {
    "nieuwe knie": "keuzehulp-knieartrose",
    "versleten heup": "keuzehulp-heup-en-knieartrose",
    "prostaat": "keuzehulp-prostaatkanker",
    "kanker in de darm": "keuzehulp-dikkedarmkanker",
    "borstkanker": "keuzehulp-borstkanker-nacontrole",
    "overgang": "keuzehulp-opvliegers",
    "opvliegers": "keuzehulp-opvliegers",
    "dialyse": "keuzehulp-nierwijzer",
    "zwakke hartpomp": "keuzehulp-icd",
    "hoge bloeddruk": "keuzehulp-hoge-bloeddruk",
    "cholesterol": "keuzehulp-erfelijk-hoog-cholesterol",
    "spiraaltje": "keuzehulp-anticonceptie",
    "heftige menstruatie": "keuzehulp-hevig-menstrueel-bloedverlies",
    "amandelen": "keuzehulp-keelamandelen",
    "buisjes": "keuzehulp-trommelvliesbuisjes",
    "keizersnede": "keuzehulp-bevallen-na-keizersnede",
    "reanimatie": "keuzehulp-wensen-voor-zorg",
    "lies breuk": "keuzehulp-liesbreuk",
    "longkankr": "keuzehulp-longkanker",
}
"""What people type, and an aid that they find with it."""
MANY = 9
"""More than this is no answer but a list."""
NOT_YET = {"suikerziekte": "diabetes-type-2", "longziekte": "copd", "staar": "staar", "alzheimer": "dementie"}
"""What people type and no aid is known about, and the condition that they are led on to."""


def test_patients_find_the_aid_in_their_own_words(loaded):
    found = {asked: set(slugs(DecisionAidFilterSet({"q": asked}))) for asked in ASKED}
    assert {asked for asked, slug in ASKED.items() if slug not in found[asked]} == set()
    assert {asked: sorted(some) for asked, some in found.items() if len(some) > MANY} == {}


def test_patients_find_no_aid_about_something_else(loaded):
    for asked, condition in NOT_YET.items():
        filterset = DecisionAidFilterSet({"q": asked})
        assert slugs(filterset) == [], asked
        assert condition in [one.slug for one in filterset.named], asked


def slugs(filterset):
    return [one.slug for one in load_by_ids(filterset.answer.ids(0, 50))]


def test_editors_have_the_last_word(loaded):
    admin = factories.UserFactory(administrator=True)
    mine = Resource.objects.get(slug="thuisarts")
    mine.summary = "Van de redactie."
    save(thing=mine, by=admin)
    delete(things=Resource.objects.filter(slug="palliaweb"), by=admin)
    assert load_resources() == 0
    assert Resource.objects.get(slug="thuisarts").summary == "Van de redactie."
    assert not Resource.objects.filter(slug="palliaweb").exists()
