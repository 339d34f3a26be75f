"""Projects side by side, and how they are chosen: in the address, without a cookie and without JavaScript."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from projects.models.projects import RESERVED_SLUGS, Project
from projects.services.slugs import Slugs
from projects.states import FundingKind, Kept, LessonKind
from tests import factories
from tests.pages import query, words

pytestmark = pytest.mark.django_db
HERE, LIST = "/projecten/vergelijken/", "/projecten/"


def compared(*projects):
    return f"{HERE}?{'&'.join(f'p={project.slug}' for project in projects)}"


def rows(page):
    """Return the cells of each row of the table, under its heading."""
    found = page.soup.select(".vp-cmp tbody tr")
    return {words(row.th): [words(cell) for cell in row.select("td")] for row in found}


def cell(page, row, nth):
    """Return what the nth project has in a row, without the name of the project before it."""
    (node,) = [one for one in page.soup.select(".vp-cmp tbody tr") if words(one.th) == row]
    box = node.select("td")[nth]
    box.select_one(".vp-cmp__of").extract()
    return words(box)


def same(page):
    """Return what is the same."""
    return {words(row.dt): words(row.dd) for row in page.soup.select(".vp-same dl > div")}


@pytest.fixture
def pair():
    """Two projects that share a theme and a sector, and differ in all else."""
    theme, other = factories.ThemeFactory(name="Valpreventie"), factories.ThemeFactory(name="Beeldzorg")
    sector = factories.SectorFactory(name="Wijkverpleging")
    first = factories.ProjectFactory(
        published=True,
        title="Dansen",
        slug="dansen",
        summary="Ouderen **dansen**.",
        themes=[theme, other],
        sectors=[sector],
        kept=Kept.PARTLY,
        kept_explanation="De zaal bleef.",
        confirmed_on=datetime.date(2026, 5, 5),
    )
    second = factories.ProjectFactory(
        published=True,
        title="Fietsen",
        slug="fietsen",
        summary="Ouderen fietsen.",
        themes=[theme],
        sectors=[sector],
        stopped=True,
        results="",
        start="2019-05",
        end="2021",
    )
    lesson = factories.LessonFactory(project=first, kind=LessonKind.PITFALL, title="De zaal was glad")
    factories.ProjectFundingFactory(project=second, kind=FundingKind.FUND, name="Fonds Noord", amount_eur=1234)
    return first, second, lesson


def test_shows_what_differs(visit, pair):
    first, second, lesson = pair
    page = visit(compared(first, second))
    assert page.title == "2 projecten vergelijken – Vindplaats"
    assert cell(page, "In het kort", 0) == "Ouderen dansen ."
    assert page.soup.select(".vp-cmp strong")
    assert rows(page)["Fase"] == ["Dansen Pilot", "Fietsen Gestopt"]
    assert rows(page)["Looptijd"] == ["Dansen vanaf september 2023", "Fietsen mei 2019 – 2021"]
    assert cell(page, "Resultaten", 1) == "Niet bekend"
    assert cell(page, "Betaald uit", 1) == "Fonds: Fonds Noord (€ 1.234)"
    assert "Geld op of niet structureel" in cell(page, "Waarom gestopt", 1)
    assert cell(page, "Na de financiering", 0) == "Deels voortgezet De zaal bleef."
    assert cell(page, "Lessen", 0) == "Valkuil: De zaal was glad"
    assert page.link("De zaal was glad") == f"/projecten/dansen/#les-{lesson.slug}"
    assert cell(page, "Klopt dit nog?", 0) == "Bevestigd op 5 mei 2026"


def test_marks_in_words_what_only_one_of_them_has(visit, pair):
    page = visit(compared(*pair[:2]))
    assert cell(page, "Thema's", 0) == "Valpreventie Alleen hier: Beeldzorg"
    assert cell(page, "Thema's", 1) == "Valpreventie"
    assert "Alleen hier" not in cell(page, "Instelling", 0)


def test_folds_what_is_the_same_and_names_what_nobody_knows(visit, pair):
    page = visit(compared(*pair[:2]))
    assert same(page)["Sector"] == "Wijkverpleging"
    assert "Sector" not in rows(page)
    assert "Van geen van deze projecten bekend: Waar, Doelgroep, Aandoening" in page.main


def test_is_a_table_with_a_caption_and_heads_of_rows_and_columns(visit, pair):
    table = visit(compared(*pair[:2])).soup.select_one("table.vp-cmp")
    assert table.caption.get_text(strip=True)
    assert len(table.select("thead th[scope=col]")) == 2
    assert all(row.select_one("th[scope=row]") for row in table.select("tbody tr"))


def test_a_project_can_be_taken_away_and_added(visit, pair):
    first, second, _lesson = pair
    page = visit(compared(first, second))
    without = [node["href"] for node in page.soup.select(".vp-cmp__away")]
    assert without == [compared(second), compared(first)]
    assert query(page.link("Voeg een project toe")) == [("vergelijk", "dansen"), ("vergelijk", "fietsen")]


def test_four_fit_and_more_are_told(visit):
    made = factories.ProjectFactory.create_batch(6, published=True)
    page = visit(compared(*made))
    assert page.all(".vp-cmp__title") == [one.title for one in made[:4]]
    assert "Er passen er 4 naast elkaar. 2 projecten zijn weggelaten." in page.main
    assert "Voeg een project toe" not in page.main


def test_what_is_not_there_is_told_and_what_is_hidden_stays_so(visit, pair):
    hidden = factories.ProjectFactory(title="Geheimtitel", slug="geheim")
    page = visit(f"{compared(*pair[:2], hidden)}&p=weg&p=dansen")
    assert "2 gekozen projecten staan niet of niet meer op Vindplaats." in page.main
    assert "Geheimtitel" not in page.text
    assert page.all(".vp-cmp__title") == ["Dansen", "Fietsen"]


def test_without_projects_tells_how_to_choose(visit):
    page = visit(HERE)
    assert page.heading == "Projecten vergelijken"
    assert page.link("Naar de projecten") == LIST
    assert not page.soup.select(".vp-cmp, meta[name=robots]")


def test_with_one_offers_what_goes_well_with_it(visit, monkeypatch):
    one, other = factories.ProjectFactory.create_batch(2, published=True)
    monkeypatch.setattr("projects.views.compare.similar_projects", lambda pk, text: [other.pk])
    page = visit(compared(one))
    assert f"U hebt er nu één gekozen: {one.title}" in page.main
    assert page.link(f"Vergelijk met {other.title}") == compared(one, other)
    assert query(page.link("Naar de projecten")) == [("vergelijk", one.slug)]


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_no_project_gets_an_address_of_the_site(slug):
    slugs = Slugs(Project, fallback="project", reserved=RESERVED_SLUGS)
    assert slugs.allocate([slug.capitalize()], wishes=[slug]) == [f"{slug}-2"]


@pytest.mark.parametrize("path", [HERE, "/projecten/feed.atom", "/projecten/export.csv"])
def test_what_stands_beside_the_projects_is_no_project(path):
    assert resolve(path).url_name != "project_detail"
    assert path.split("/")[2].partition(".")[0] in RESERVED_SLUGS


def test_questions_do_not_grow(client):
    themes = factories.ThemeFactory.create_batch(2)
    counts = []
    for number in (2, 3, 4):
        made = factories.ProjectFactory.create_batch(number, published=True, with_lessons=True, themes=themes)
        for one in made:
            factories.ProjectFundingFactory(project=one)
        with CaptureQueriesContext(connection) as queries:
            client.get(compared(*made))
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2]


# Choosing, in the list.


def chosen(address):
    return parse_qs(urlsplit(address).query).get("vergelijk", [])


@pytest.fixture
def many():
    return factories.ProjectFactory.create_batch(25, published=True, indexed=True)[::-1]


def test_each_result_can_be_chosen_and_let_go(visit, many):
    page = visit(LIST, q="", fase="pilot")
    links = page.soup.select(".vp-pick")
    assert len(links) == 20
    assert words(links[0]) == f"Vergelijk {many[0].title}"
    assert query(links[0]["href"]) == [("fase", "pilot"), ("q", ""), ("vergelijk", many[0].slug)]
    assert links[0]["href"].endswith(f"#{links[0]['id']}")
    assert links[0]["rel"] == ["nofollow"]
    page = visit(LIST + links[0]["href"].partition("#")[0])
    on = page.soup.select_one(".vp-pick--on")
    assert words(on).startswith("Gekozen")
    assert query(on["href"]) == [("fase", "pilot"), ("q", "")]
    assert page.all("h3.vp-picks__title") == ["1 project gekozen om te vergelijken"]
    assert "Kies er nog een." in page.main


def test_what_is_chosen_goes_along_everywhere(visit, many):
    picked = [many[0].slug, many[24].slug]
    page = visit(f"{LIST}?vergelijk={picked[0]}&vergelijk={picked[1]}&fase=pilot&sort=newest")
    along = [page.hrefs("a[rel=next]")[0], page.chips["Pilot"], page.link("Tabel"), page.link("Alle filters wissen")]
    along.append(f"{LIST}?{'&'.join('='.join(pair) for pair in page.submitted())}")
    for address in along:
        assert chosen(address) == picked, address
    second = visit(LIST + page.hrefs("a[rel=next]")[0])
    assert second.all(".vp-pick--on") != []
    assert second.link("Vergelijk", within=".vp-picks") == f"{HERE}?p={picked[0]}&p={picked[1]}"
    assert chosen(second.link("Keuze wissen")) == []
    assert query(second.link("Keuze wissen")) == [("fase", "pilot"), ("page", "2"), ("sort", "newest")]


def test_files_and_feed_are_of_the_question_alone(visit, many):
    page = visit(f"{LIST}?vergelijk={many[0].slug}&fase=pilot")
    assert query(page.link("CSV")) == [("fase", "pilot")]
    assert query(page.hrefs("link[type='application/atom+xml']")[0]) == [("fase", "pilot")]
    assert page.soup.select_one("meta[name=robots]")["content"] == "noindex, follow"


def test_no_more_than_four_can_be_chosen(visit, many):
    address = LIST + "?" + "&".join(f"vergelijk={one.slug}" for one in many[:5])
    page = visit(address)
    assert len(page.soup.select(".vp-pick")) == len(page.soup.select(".vp-pick--on")) == 4
    assert page.link("Vergelijk", within=".vp-picks") == compared(*many[:4])


def test_a_choice_that_is_not_there_is_dropped(visit, many):
    factories.ProjectFactory(title="Geheimtitel", slug="geheim")
    page = visit(f"{LIST}?vergelijk=weg&vergelijk=geheim&vergelijk=")
    assert not page.soup.select(".vp-picks")
    assert "Geheimtitel" not in page.text
    assert chosen(page.soup.select_one(".vp-pick")["href"]) == [many[0].slug]


@pytest.mark.parametrize("view", ["lijst", "tabel"])
def test_can_be_chosen_in_list_and_table(visit, many, view):
    page = visit(LIST, weergave=view)
    assert len(page.soup.select(".vp-pick")) == 20


def test_stays_chosen_when_nothing_is_found(visit, many):
    page = visit(f"{LIST}?q=xqzvwk&vergelijk={many[0].slug}&vergelijk={many[1].slug}")
    assert page.link("Vergelijk", within=".vp-picks") == compared(*many[:2])


def test_a_project_page_leads_to_comparing(visit, monkeypatch):
    one, two = factories.ProjectFactory.create_batch(2, published=True)
    monkeypatch.setattr("projects.views.projects.similar_projects", lambda pk, text: [two.pk])
    page = visit(one.get_absolute_url())
    assert page.link("Zet dit project ernaast") == compared(one, two)
    assert query(page.link("Vergelijk met een ander project")) == [("vergelijk", one.slug)]


def test_in_english(client, visit, pair):
    page = visit(f"/en{compared(*pair[:2])}")
    assert page.heading == "Compare 2 projects"
    assert "Only here:" in page.main
    assert page.soup.select_one(".vp-cmp__title")["lang"] == "nl"
