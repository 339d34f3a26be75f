"""The pages of sectors and conditions, and what the page of any topic shows beside projects."""

import pytest

from projects.models import Institute
from projects.search.indexing import index
from tests import factories

pytestmark = pytest.mark.django_db


def indexed(project):
    """Index a project after all that hangs on it was made."""
    index("project", [project.pk])
    return project


@pytest.fixture
def filled():
    """One sector, condition and theme with something of each kind on them, and something of each that is not."""
    terms = {
        "sectors": [factories.SectorFactory(name="Ziekenhuiszorg", slug="ziekenhuis")],
        "conditions": [factories.ConditionFactory(name="Hartfalen", slug="hartfalen", synonyms=["zwakke hartpomp"])],
        "themes": [factories.ThemeFactory(name="Beeldzorg", slug="beeldzorg")],
    }
    for told, title in ((terms, "Ons"), ({}, "Ander")):
        project = factories.ProjectFactory(
            published=True,
            title=f"{title} project",
            institute__name=f"{title} huis",
            institute__slug=title.lower(),
            **told,
        )
        factories.LessonFactory(project=project, title=f"{title} les", themes=told.get("themes", []))
        factories.ResourceFactory(project=project, title=f"{title} hulpmiddel", slug=f"{title.lower()}-hulpmiddel")
        programme = factories.ProgrammeFactory(name=f"{title} programma", slug=f"{title.lower()}-programma")
        factories.ProjectProgrammeFactory(project=project, programme=programme)
        indexed(project)
    hidden = factories.ProjectFactory(title="Geheim project", **terms)
    factories.LessonFactory(project=hidden, title="Geheime les")
    factories.ResourceFactory(project=hidden, title="Geheim hulpmiddel")
    factories.ProjectProgrammeFactory(project=hidden, programme=factories.ProgrammeFactory(name="Geheim programma"))
    indexed(hidden)


TOPICS = ["/themas/beeldzorg/", "/sectoren/ziekenhuis/", "/aandoeningen/hartfalen/", "/instellingen/ons/"]


@pytest.mark.parametrize("address", TOPICS)
def test_all_that_hangs_on_it_and_nothing_else(visit, filled, address):
    page = visit(address)
    assert page.results == ["Ons project"]
    assert page.lessons == ["Valkuil : Ons les"]
    assert page.all("#hulpmiddelen ~ ul .vp-card__title") == ["Ons hulpmiddel"]
    assert page.all("#programmas ~ ul .vp-card__title") == ["Ons programma"]
    assert "Ander" not in page.main
    assert "Geheim" not in page.main


def test_an_institute_shows_what_it_sent_in_by_itself(visit, filled):
    institute = Institute.objects.get(slug="ons")
    factories.ResourceFactory(project=None, institute=institute, title="Eigen folder", status="published")
    factories.ResourceFactory(project=None, institute=institute, title="Geheim concept", status="draft")
    titles = visit("/instellingen/ons/").all("#hulpmiddelen ~ ul .vp-card__title")
    assert sorted(titles) == ["Eigen folder", "Ons hulpmiddel"]


@pytest.mark.parametrize("address", TOPICS[:3])
def test_lists_that_can_be_narrowed_are_one_step_away(visit, filled, address):
    page = visit(address)
    for name in ("projecten", "lessen", "hulpmiddelen"):
        further = visit(page.link(f"Zoek verder in de {name}"))
        assert len(further.chips) == 1
        assert "Ander" not in further.all("#resultaten")[0]


@pytest.mark.parametrize("address", TOPICS[:3])
def test_the_head_tells_what_stands_on_the_page(visit, filled, address):
    page = visit(address)
    contents = page.hrefs("ul.vp-jump a")
    assert contents == ["#projecten", "#lessen", "#hulpmiddelen", "#programmas"]
    assert all(page.soup.select_one(anchor) for anchor in contents)


def test_a_condition_tells_by_what_other_words_it_is_known(visit, filled):
    assert "Ook wel: zwakke hartpomp" in visit("/aandoeningen/hartfalen/").main


@pytest.mark.parametrize("make", [factories.SectorFactory, factories.ConditionFactory, factories.ThemeFactory])
def test_nothing_yet_is_no_dead_end(visit, make):
    page = visit(make().get_absolute_url())
    assert page.results == []
    assert "Er zijn nog geen projecten" in page.main
    assert "/projecten/indienen/" in page.hrefs("main a")
    assert page.link("Stel uw vraag") == "/vragen/stellen/"
    assert not page.soup.select("ul.vp-jump")
    assert any(address.startswith("/zoeken/?q=") for address in page.hrefs("aside a"))


def test_sectors_with_counts_of_published_projects(visit, filled):
    page = visit("/sectoren/")
    assert page.all("main .vp-columns li") == ["Ziekenhuiszorg 1 project"]
    assert "Er zijn nog geen sectoren." not in page.main


def test_conditions_from_a_to_z(visit, filled):
    astma = factories.ConditionFactory(name="Astma", synonyms=[])
    factories.ConditionFactory(name="Niets van bekend")
    index("resource", [factories.ResourceFactory(project=None, conditions=[astma], status="published").pk])
    page = visit("/aandoeningen/")
    assert page.all("main h2") == ["A", "H"]
    assert page.all("main .vp-columns li") == ["Astma", "Hartfalen 1 project, ook wel: zwakke hartpomp"]


@pytest.mark.parametrize("query", ["zwakke HARTPOMP", "hartpomp", "falen", "Hártfalen"])
def test_conditions_are_found_by_the_words_of_lay_people(visit, filled, query):
    factories.ConditionFactory(name="Astma")
    page = visit("/aandoeningen/", q=query)
    assert page.hrefs("main .vp-columns a") == ["/aandoeningen/hartfalen/"]
    assert "1 aandoening gevonden" in page.main


def test_a_condition_that_nobody_knows_gives_ways_on(visit, filled):
    page = visit("/aandoeningen/", q="xqzvwk")
    assert "Er is geen aandoening met deze naam" in page.main
    assert page.link("Toon alle aandoeningen") == "/aandoeningen/"


@pytest.mark.parametrize("address", ["/sectoren/", "/aandoeningen/"])
def test_lists_without_anything_say_so(visit, address):
    assert "Er zijn nog geen" in visit(address).main


@pytest.mark.parametrize("address", ["/sectoren/bestaat-niet/", "/aandoeningen/bestaat-niet/"])
def test_what_is_not_there(client, address):
    assert client.get(address).status_code == 404
