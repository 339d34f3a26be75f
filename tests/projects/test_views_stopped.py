"""Projects that stopped, and why."""

import pytest

from projects.states import StopReason
from tests import factories
from tests.pages import words

pytestmark = pytest.mark.django_db
HERE = "/lessen/gestopt/"


def stopped(title, *reasons, **given):
    return factories.ProjectFactory(
        published=True, title=title, phase="stopped", stop_reasons=list(reasons), **{"end": "2024", **given}
    )


def reasons(page):
    return {words(item.find(["a", "span"])): int(item.b.text) for item in page.soup.select(".vp-reasons li")}


def test_with_nothing_in_it_says_so(visit):
    factories.ProjectFactory(published=True)
    page = visit(HERE)
    assert page.heading == "Gestopte projecten en waarom"
    assert "Er staat nog geen gestopt project op Vindplaats." in page.main
    assert set(reasons(page).values()) == {0}
    assert len(reasons(page)) == len(StopReason)


def test_counts_by_reason_and_tells_in_its_own_words(visit):
    one = stopped("Eerste", "funding", "staffing", stop_explanation="Het **geld** was op.", kept="partly")
    factories.LessonFactory(project=one, title="Te laat begonnen")
    stopped("Tweede", "funding", end="2025")
    stopped("Derde", end="")
    factories.ProjectFactory(title="Geheim", phase="stopped", stop_reasons=["funding"])
    page = visit(HERE)
    assert reasons(page) == {
        "Geld op of niet structureel": 2,
        "Te weinig mensen of tijd": 1,
        "Reden niet bekend": 1,
        **{str(one.label): 0 for one in StopReason if one not in (StopReason.FUNDING, StopReason.STAFFING)},
    }
    assert page.results == ["Tweede", "Eerste", "Derde"]
    assert "Het geld was op." in page.main
    assert "Deels voortgezet" in page.main
    assert page.link("Te laat begonnen") == one.lessons.get().get_absolute_url()


def test_reason_theme_and_sector_narrow(visit):
    theme = factories.ThemeFactory(child=True)
    sector = factories.SectorFactory()
    stopped("Eerste", "funding", themes=[theme], sectors=[sector])
    stopped("Tweede", "funding", themes=[theme])
    stopped("Derde", "technology", themes=[theme], sectors=[sector])
    stopped("Vierde", sectors=[sector])
    assert sorted(visit(HERE, reden="funding").results) == ["Eerste", "Tweede"]
    assert visit(HERE, reden="onbekend").results == ["Vierde"]
    page = visit(HERE, reden="funding", thema=theme.parent.slug, sector=sector.slug)
    assert page.results == ["Eerste"]
    assert reasons(page)["Techniek voldeed niet"] == 1, "another reason can still be chosen"
    assert visit(HERE, reden="bestaat-niet", thema="weg").results == visit(HERE).results


@pytest.mark.parametrize("number", [1, 3])
def test_questions_do_not_grow(client, number, django_assert_num_queries):
    for count in range(number):
        project = stopped(f"Project {count}", "funding")
        factories.LessonFactory.create_batch(number, project=project)
    client.get(HERE)
    with django_assert_num_queries(8):
        client.get(HERE)
