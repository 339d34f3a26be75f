"""The institutes from A to Z, and the page of one institute."""

import pytest

from projects.states import InstituteStatus
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/instellingen/"


def with_project(name, **given):
    return factories.ProjectFactory(published=True, indexed=True, institute__name=name, **given).institute


def test_list_with_nothing_in_it_says_so(visit):
    page = visit(LIST)
    assert page.heading == "Instellingen van A tot Z"
    assert "Er zijn nog geen instellingen met een project." in page.main


def test_list_is_in_the_order_of_a_dutch_reader(visit):
    for name in ("Zuyderland", "tanteLouise", "Élan", "'s Heeren Loo", "Eetgoed", "1e Lijn", "Ålborg", "Abel"):
        with_project(name)
    page = visit(LIST)
    assert page.all("section.vp-letter h2") == ["#", "A", "E", "S", "T", "Z"]
    assert page.all("section.vp-letter li a") == [
        *("1e Lijn", "Abel", "Ålborg", "Eetgoed", "Élan", "'s Heeren Loo", "tanteLouise", "Zuyderland")
    ]


def test_list_counts_published_projects_only(visit):
    institute = with_project("De Linde")
    factories.ProjectFactory(published=True, institute=institute)
    factories.ProjectFactory(institute=institute)
    main = visit(LIST).main
    assert "De Linde Lindedorp, 2 projecten" in main
    assert "1 instelling met een project op Vindplaats." in main


@pytest.mark.parametrize("typed", ["linde", "LINDE", "lindé", "dorp"])
def test_list_is_searched_by_name_and_place(visit, typed):
    with_project("De Lïnde", institute__place="Hoogdorp")
    with_project("De Eik", institute__place="Laagstad")
    assert visit(LIST, q=typed).all("section.vp-letter li a") == ["De Lïnde"]


@pytest.mark.parametrize("typed", ["%", "_", "\\"])
def test_signs_of_the_database_mean_themselves(visit, typed):
    with_project("De Linde")
    with_project(f"Zorg {typed} Welzijn")
    assert visit(LIST, q=typed).all("section.vp-letter li a") == [f"Zorg {typed} Welzijn"]


def test_a_search_without_an_answer_says_so_and_leads_back(visit):
    with_project("De Linde")
    page = visit(LIST, q="xqzvwk")
    assert "0 instellingen gevonden" in page.main
    assert "Er is geen instelling met deze naam of plaats" in page.main
    assert page.link("Toon alle instellingen") == LIST
    assert page.soup.select_one("#q")["value"] == "xqzvwk"


def test_institutes_without_a_page_are_not_there(visit, client):
    hidden = [
        factories.InstituteFactory(),
        factories.ProjectFactory().institute,
        factories.ProjectFactory(archived=True).institute,
        factories.ProjectFactory(published=True, institute__status=InstituteStatus.DECLINED).institute,
        factories.ProjectFactory(published=True, institute__status=InstituteStatus.REGISTERED).institute,
    ]
    shown = visit(LIST).main
    for institute in hidden:
        assert institute.name not in shown
        assert client.get(institute.get_absolute_url()).status_code == 404


def test_one_institute(visit):
    institute = with_project("De Linde", title="Beeldbellen", with_lessons=True)
    page = visit(institute.get_absolute_url())
    assert page.heading == "De Linde"
    assert page.title == "De Linde – Vindplaats"
    assert page.results == ["Beeldbellen"]
    assert len(page.lessons) == 3
    assert "1 project" in page.main
    assert "Deze instelling is nog niet aangesloten." in page.main


def test_a_verified_institute_without_projects(visit):
    institute = factories.InstituteFactory(verified=True, website="https://zorg.example", description="**Wij** zorgen.")
    page = visit(institute.get_absolute_url())
    assert "Er zijn nog geen projecten van deze instelling." in page.main
    assert "nog niet aangesloten" not in page.main
    assert "https://zorg.example" in page.hrefs("main a")
    assert page.soup.select_one("main strong").get_text() == "Wij"


def test_many_projects_come_in_pages_and_lessons_stop_at_six(visit):
    institute = factories.InstituteFactory(verified=True)
    factories.ProjectFactory.create_batch(25, published=True, with_lessons=True, institute=institute, indexed=True)
    first, second = visit(institute.get_absolute_url()), visit(institute.get_absolute_url(), page=2)
    assert len({*first.results, *second.results}) == 25
    assert len(first.lessons) == 6


def test_names_are_escaped_and_may_be_long(visit):
    name = "<b>Zorg</b> & Welzijn " + "Zorgverzekeringsmaatschappij" * 5
    institute = with_project(name)
    assert name in visit(LIST).main
    assert visit(institute.get_absolute_url()).heading == name


def test_are_there_in_english(visit):
    institute = with_project("De Linde")
    assert f"/en{LIST}{institute.slug}/" in visit(f"/en{LIST}").hrefs("main a")
    assert visit(f"/en{LIST}{institute.slug}/").soup.html["lang"] == "en"
