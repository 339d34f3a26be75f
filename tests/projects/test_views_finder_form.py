"""What a finder keeps of the question when its form is sent, and what it says of a value that does not exist."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/projecten/"


def project(**given):
    return factories.ProjectFactory(published=True, indexed=True, **given)


def test_what_does_not_exist_is_told_and_left_out(visit):
    project(title="Blijft staan")
    page = visit(LIST, thema="bestaat-niet", fase="<b>vet</b>")
    assert page.results == ["Blijft staan"]
    assert page.chips == {}
    assert "2 gekozen filters bestaan niet meer en tellen niet mee." in page.main
    assert "<b>vet</b>" not in str(page.soup.main)
    assert "Een gekozen filter bestaat niet meer en telt niet mee." in visit("/lessen/", les="niet").main


SUBMITTED = [
    {"q": "dansen", "sort": "newest"},
    {"thema": ["THEME"], "fase": ["pilot", "idea"], "lessen": "ja"},
    {"regio": ["provincie-oost"], "pageSize": "50"},
    {"regio": ["zorgkantoorregio-zuid"], "indeling": "provincie"},
    {"indeling": "zorgkantoorregio", "regio": ["zorgkantoorregio-zuid"]},
    {"weergave": "tabel"},
]


@pytest.mark.parametrize("asked", SUBMITTED, ids=str)
def test_submitting_the_form_as_it_stands_keeps_the_question(visit, asked):
    theme = factories.ThemeFactory(slug="THEME")
    east = factories.RegionFactory(scheme__slug="provincie", slug="provincie-oost")
    south = factories.RegionFactory(scheme__slug="zorgkantoorregio", slug="zorgkantoorregio-zuid")
    project(title="Dansen", themes=[theme], with_lessons=True, regions=[east, south])
    sent = visit(LIST, **asked).submitted()
    expected = {(name, one) for name, given in asked.items() for one in ([given] if isinstance(given, str) else given)}
    assert expected <= set(sent)
    assert not {name for name, _ in sent} - {"q", "sort", "pageSize", "weergave", "indeling", *asked}
