"""The pages of programmes: the list, one programme with its progress, its lines, its updates and the report."""

import datetime

import pytest
import time_machine

from projects.search.engine import Answer, Question
from projects.search.indexing import index
from projects.services import saving
from tests import factories
from tests.pages import Page
from vindplaats.caches import latest_cache

pytestmark = pytest.mark.django_db


def under(programme, line=None, **fields):
    """Make a published project under a programme."""
    project = factories.ProjectFactory(published=True, **fields)
    factories.ProjectProgrammeFactory(project=project, programme=programme, line=line)
    index("project", [project.pk])
    return project


@pytest.fixture
def programme():
    return factories.ProgrammeFactory(
        name="Warm Thuis",
        name_en="Warm Home",
        slug="warm-thuis",
        summary="Ouderen **thuis**.",
        start="2020",
        end="2030",
    )


def full(programme, number):
    """Give a programme `number` of everything."""
    for n in range(number):
        line = factories.ProgrammeLineFactory(programme=programme, position=n)
        under(programme, line, with_lessons=True)
        under(programme, line)
        under(programme)
        factories.ProgrammeUpdateFactory(programme=programme)
        factories.ProgrammeMilestoneFactory(programme=programme, line=line)
        factories.ProgrammeDocumentFactory(programme=programme, position=n)
        factories.ProgrammeDocumentFactory(
            programme=programme, title="", url="", resource=factories.ResourceFactory(), position=n
        )


def test_the_list_goes_from_a_to_z_and_counts_published_projects(visit, programme):
    other, ended = factories.ProgrammeFactory(name="'t Begin"), factories.ProgrammeFactory(name="Één zorg", end="2020")
    under(programme)
    under(programme)
    factories.ProjectProgrammeFactory(programme=programme, project=factories.ProjectFactory())
    page = visit("/programmas/")
    assert page.all(".vp-card__title") == ["Één zorg", "'t Begin", "Warm Thuis"]
    assert page.all(".vp-card__foot") == ["0 projecten", "0 projecten", "2 projecten"]
    assert page.all(".vp-switch a") == ["Alle (3)", "Lopend (2)", "Afgelopen (1)"]
    assert visit("/programmas/?stand=afgelopen").all(".vp-card__title") == [ended.name]
    assert visit("/programmas/?stand=lopend").all(".vp-card__title") == [other.name, programme.name]
    assert visit("/programmas/?stand=weg&page=99").all(".vp-card__title")[0] == "Één zorg"


def test_the_list_is_searched(visit, programme):
    index("programme", [programme.pk, factories.ProgrammeFactory(name="Beter Slapen").pk])
    assert visit("/programmas/?q=ouderen").all(".vp-card__title") == ["Warm Thuis"]
    page = visit("/programmas/?q=xqzvwk")
    assert "Er is geen programma dat hierbij past" in page.main
    assert "/programmas/" in page.hrefs("main a")


def test_a_list_with_nothing_in_it_says_so(visit):
    assert "Er zijn nog geen programma's." in visit("/programmas/").main


@pytest.mark.parametrize(("end", "today", "is_ended"), [
    ("2026", "2026-12-31", False), ("2026", "2027-01-01", True),
    ("2026-05", "2026-05-31", False), ("2026-05", "2026-06-01", True), ("", "2099-01-01", False),
])  # fmt: skip
def test_a_programme_ends_with_its_last_year_or_month(end, today, is_ended):
    with time_machine.travel(f"{today} 12:00:00+01:00"):
        assert factories.ProgrammeFactory.build(end=end).is_ended is is_ended


def test_progress_is_told_in_numbers(visit, programme):
    institute = factories.InstituteFactory()
    partner = factories.InstituteFactory(verified=True)
    for phase in ("pilot", "pilot", "embedded", ""):
        project = under(programme, phase=phase, institute=institute)
    factories.ProjectPartnerFactory(project=project, institute=partner)
    factories.ProjectPartnerFactory(project=project, institute=institute)
    hidden = factories.ProjectFactory(institute=factories.InstituteFactory())
    factories.ProjectProgrammeFactory(project=hidden, programme=programme)
    for state in ("reached", "planned", "planned", "dropped"):
        factories.ProgrammeMilestoneFactory(programme=programme, state=state)
    page = visit("/programmas/warm-thuis/")
    assert page.all(".vp-stat dd") == ["4", "2", "1 van 3"]
    assert page.all(".vp-bars li") == [
        "Pilot 2 (50%)",
        "Vast onderdeel van de zorg 1 (25%)",
        "Fase niet bekend 1 (25%)",
    ]
    assert "/projecten/?programma=warm-thuis&fase=pilot" in page.hrefs("main a")


def test_projects_stand_under_their_line(visit, programme):
    first = factories.ProgrammeLineFactory(programme=programme, name="Eerst", position=0)
    empty = factories.ProgrammeLineFactory(programme=programme, name="Leeg", position=1)
    projects = [under(programme, first) for _ in range(6)]
    loose = under(programme)
    secret = factories.ProjectFactory(title="Geheimtitel")
    factories.ProjectProgrammeFactory(project=secret, programme=programme, line=empty)
    page = visit("/programmas/warm-thuis/")
    assert page.all(".vp-line h3") == ["Eerst", "Leeg", "Zonder lijn"]
    assert len(page.soup.select(".vp-line")[0].select("li")) == 5
    assert "Nog geen projecten op Vindplaats." in page.all(".vp-line")[1]
    assert loose.title in page.all(".vp-line")[2]
    assert "Geheimtitel" not in page.text
    everything = visit(f"/programmas/warm-thuis/lijn/{first.pk}/")
    assert set(everything.results) == {project.title for project in projects}
    assert visit("/programmas/warm-thuis/lijn/0/").results == [loose.title]
    assert visit(f"/programmas/warm-thuis/lijn/{empty.pk}/").results == []


def test_a_line_of_another_programme_is_not_there(client, programme):
    line = factories.ProgrammeLineFactory()
    for pk in (line.pk, 0, 10**15):
        assert client.get(f"/programmas/warm-thuis/lijn/{pk}/").status_code == 404
    assert client.get("/programmas/bestaat-niet/").status_code == 404


@time_machine.travel("2026-11-26 12:00:00+01:00")
def test_milestones_stand_in_time(visit, programme):
    told = {"Laat": ("2026-05", "planned"), "Later": ("2027", "planned"), "Al klaar": ("2021-03-02", "reached")}
    for title, (moment, state) in {**told, "Niet meer": ("2022", "dropped")}.items():
        factories.ProgrammeMilestoneFactory(programme=programme, title=title, moment=moment, state=state)
    assert visit("/programmas/warm-thuis/").all(".vp-milestones li") == [
        "2020 Begin van het programma",
        "2 maart 2021 Al klaar Bereikt",
        "2022 Niet meer Vervallen",
        "mei 2026 Laat Nog niet bereikt",
        "2027 Later Gepland",
        "2030 Einde van het programma",
    ]


def test_the_latest_updates_stand_on_the_page_and_all_can_be_reached(visit, programme):
    for day in range(1, 25):
        factories.ProgrammeUpdateFactory(programme=programme, title=f"Dag {day}", told_on=datetime.date(2026, 5, day))
    page = visit("/programmas/warm-thuis/")
    assert page.all(".vp-updates__title") == ["Dag 24", "Dag 23", "Dag 22"]
    assert page.all(".vp-updates__day")[0] == "24 mei 2026 , Programmabureau De Berk"
    assert page.soup.select_one(".vp-updates strong").get_text() == "begonnen"
    (rest,) = [href for href in page.hrefs("main a") if href.endswith("/stand-van-zaken/")]
    told = visit(rest).all(".vp-updates__title") + visit(f"{rest}?page=2").all(".vp-updates__title")
    assert told == [f"Dag {day}" for day in range(24, 0, -1)]


def test_what_is_told_never_names_an_account(client, programme):
    author = factories.UserFactory(name="Wilhelmina Verborgen")
    factories.ProgrammeUpdateFactory(programme=programme, author=author)
    for path in ("", "stand-van-zaken/", "verslag/", "feed.atom"):
        answer = client.get(f"/programmas/warm-thuis/{path}").content.decode()
        assert "Verborgen" not in answer
        assert "Acht teams zijn" in answer or path == "verslag/"


def test_documents_are_links_and_resources_that_everybody_may_read(visit, programme):
    factories.ProgrammeDocumentFactory(programme=programme, title="Het plan")
    public, secret = factories.ResourceFactory(), factories.ResourceFactory(project=factories.ProjectFactory())
    for resource in (public, secret):
        factories.ProgrammeDocumentFactory(programme=programme, title="", url="", resource=resource)
    page = visit("/programmas/warm-thuis/")
    assert page.link("Het plan") == "https://zorg.example/plan.pdf"
    assert page.link(public.title)
    assert secret.title not in page.text


@pytest.mark.parametrize(("path", "queries"), [("", 14), ("stand-van-zaken/", 3), ("verslag/", 10)])
def test_one_number_of_queries(client, programme, django_assert_num_queries, path, queries):
    for number in (1, 2):
        full(programme, number)
        client.get("/programmas/warm-thuis/")
        latest_cache.clear()
        with django_assert_num_queries(queries):
            client.get(f"/programmas/warm-thuis/{path}")


def test_the_list_asks_the_same_whatever_it_shows(client, programme, django_assert_num_queries):
    for _ in range(2):
        under(programme)
        with django_assert_num_queries(2):
            client.get("/programmas/")
        factories.ProgrammeFactory.create_batch(2)


def found_by(**choices):
    return Answer("programme", Question(choices={name: [value] for name, value in choices.items()})).ids(0, 9)


def test_a_programme_is_found_by_what_its_projects_are_about(programme):
    theme, sector = factories.ThemeFactory(child=True), factories.SectorFactory()
    condition = factories.ConditionFactory()
    project = under(programme, themes=[theme], sectors=[sector], conditions=[condition])
    facets = {"thema": theme.slug, "sector": sector.slug, "aandoening": condition.slug}
    facets["instelling"] = project.institute.slug
    for name, value in [*facets.items(), ("thema", theme.parent.slug)]:
        assert found_by(**{name: value}) == [programme.pk]
    assert found_by(thema="iets-anders") == []


def test_it_is_no_longer_when_the_project_leaves_or_changes(programme):
    condition, other = factories.ConditionFactory.create_batch(2)
    project = under(programme, conditions=[condition])
    project.conditions.set([other])
    index("project", [project.pk])
    assert (found_by(aandoening=condition.slug), found_by(aandoening=other.slug)) == ([], [programme.pk])
    project.programme_links.all().delete()
    index("project", [project.pk])
    assert found_by(aandoening=other.slug) == []
    link = factories.ProjectProgrammeFactory(project=project, programme=programme)
    saving.save(thing=link, by=None)
    assert found_by(aandoening=other.slug) == [programme.pk]
    saving.delete(things=type(project).objects.filter(pk=project.pk), by=None)
    assert found_by(aandoening=other.slug) == []
    assert Answer("programme", Question("warm thuis")).ids(0, 9) == [programme.pk]


def test_the_report_tells_what_changed_in_a_period(visit, programme):
    for month, title in ((3, "Voor"), (5, "Erin"), (7, "Na")):
        factories.ProgrammeUpdateFactory(programme=programme, title=title, told_on=datetime.date(2026, month, 1))
        factories.ProgrammeMilestoneFactory(programme=programme, title=f"Stap {title}", moment=f"2026-{month:02}")
    project = under(programme)
    page = visit("/programmas/warm-thuis/verslag/?van=2026-04-01&tot=2026-06-30")
    changed = page.all("section[aria-labelledby=veranderd]")[0]
    assert "Erin" in changed
    assert "Stap Erin" in changed
    assert "Voor" not in changed
    assert "Na " not in changed
    assert "Stap Voor" in page.all("section[aria-labelledby=mijlpalen]")[0]
    assert project.title in page.main
    assert "1 april 2026 tot en met 30 juni 2026" in page.main
    assert "http://testserver/programmas/warm-thuis/" in page.main


@pytest.mark.parametrize("query", ["van=gisteren", "van=2026-05-02&tot=2026-05-01", "van=0001-01-01", "tot=99999-1-1"])
def test_a_period_that_is_none_is_told_and_stays(visit, programme, query):
    page = visit(f"/programmas/warm-thuis/verslag/?{query}")
    assert page.title.startswith("Fout:")
    assert "Er is 1 fout gevonden" in page.main
    assert Page(page.soup).soup.select_one("form input[name=van], form input[name=tot]")


def test_the_report_counts_new_projects_that_it_does_not_name(visit, programme, monkeypatch):
    monkeypatch.setattr("projects.views.programmes.report.MOST_PROJECTS", 2)
    for _ in range(3):
        under(programme)
    changed = visit("/programmas/warm-thuis/verslag/?van=2015-01-01&tot=2026-11-26").all(
        "section[aria-labelledby=veranderd]"
    )[0]
    assert "3 projecten nieuw op Vindplaats" in changed
    assert "Hier staan de nieuwste 2." in changed
