"""Decision aids by condition from A to Z, found in the words of patients."""

import pytest

from projects.search.indexing import index
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = "/keuzehulpen/"


def aid(title, *conditions, **more):
    made = factories.ResourceFactory(
        project=None, kind=more.pop("kind", "decision_aid"), title=title, conditions=list(conditions), **more
    )
    index("resource", [made.pk])
    return made


@pytest.fixture
def diabetes():
    return factories.ConditionFactory(name="Diabetes type 2", slug="dm2", synonyms=["suikerziekte", "DM2"])


def test_only_decision_aids_by_letter_and_only_letters_that_have_any_are_links(visit, diabetes):
    aid("Welke medicijnen kies ik?", diabetes)
    aid("Knie: opereren of oefenen", factories.ConditionFactory(name="Versleten knie"))
    aid("Drie vragen")
    aid("Geen keuzehulp", diabetes, kind="toolkit")
    aid("Nog een concept", diabetes, status="draft")
    page = visit(PAGE)
    assert page.link("D") == "#letter-D"
    assert page.link("V") == "#letter-V"
    assert not page.soup.find("a", string="A")
    assert "Welke medicijnen kies ik?" in page.main
    assert "Bij elke aandoening" in page.main
    assert "Geen keuzehulp" not in page.main
    assert "Nog een concept" not in page.main
    assert "Vindplaats geeft geen medisch advies" in page.main
    assert "huisarts" in page.main


def test_lay_words_typos_and_compounds_find_the_aid(visit, diabetes):
    aid("Welke medicijnen kies ik?", diabetes)
    aid("Knie: opereren of oefenen", factories.ConditionFactory(name="Versleten knie"))
    for typed in ("suikerziekte", "suikerzikte", "diabetesmedicijnen"):
        page = visit(PAGE, q=typed)
        assert "Welke medicijnen kies ik?" in page.main, typed
        assert "opereren of oefenen" not in page.main, typed


@pytest.mark.parametrize("typed", ["suikerziekte", "suikerzikte", "Diabetes", "DM2"])
def test_a_condition_that_is_named_finds_no_aid_about_another(visit, diabetes, typed):
    aid("Parkinson leefstijl", factories.ConditionFactory(name="Ziekte van Parkinson"))
    aid("Drie vragen bij elke ziekte")
    page = visit(PAGE, q=typed)
    assert "Parkinson" not in page.main
    assert "Er is geen keuzehulp die hierbij past" in page.main
    assert "Deze helpen bij elke aandoening" in page.main
    aid("Welke medicijnen kies ik?", diabetes, summary="Van pil naar prik bij diabetes.")
    found = visit(PAGE, q=typed)
    assert "Welke medicijnen kies ik?" in found.main
    assert "Parkinson" not in found.main


def test_the_target_group_narrows(visit, diabetes):
    elders = factories.TargetGroupFactory(name="Ouderen", slug="ouderen")
    aid("Voor ouderen", diabetes, target_groups=[elders])
    aid("Voor iedereen", diabetes)
    page = visit(PAGE, doelgroep="ouderen")
    assert "Voor ouderen" in page.main
    assert "Voor iedereen" not in page.main
    assert "Voor iedereen" in visit(PAGE, doelgroep="").main


def test_each_tells_what_it_is(visit, diabetes):
    told = {"decision_moment": "Pillen of spuiten", "keeper": "Diabetesbond", "quality": "Getest met patiënten."}
    aid("Kies", diabetes, reading_level="b1", **told)
    page = visit(PAGE)
    for text in (*told.values(), "eenvoudig (B1)"):
        assert text in page.main


def test_nothing_found_leads_on(visit):
    page = visit(PAGE, q="xqzvwk")
    assert "Er is geen keuzehulp die hierbij past" in page.main
    assert page.link("Zoek hiermee in alle hulpmiddelen") == "/hulpmiddelen/?q=xqzvwk"


def test_who_finds_none_about_a_condition_is_led_on(visit, diabetes):
    aid("Parkinson leefstijl", factories.ConditionFactory(name="Ziekte van Parkinson"))
    aid("Drie vragen bij elke ziekte")
    page = visit(PAGE, q="suikerziekte")
    assert page.link("Alles over Diabetes type 2") == "/aandoeningen/dm2/"
    assert page.link("Drie vragen bij elke ziekte")
    assert "Parkinson leefstijl" not in page.main


def test_an_aid_under_two_conditions_stands_under_both(visit, diabetes):
    aid("Gezond eten", diabetes, factories.ConditionFactory(name="Hartfalen"))
    page = visit(PAGE)
    assert page.main.count("Gezond eten") == 2
