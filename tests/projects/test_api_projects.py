"""The list of projects for programs: the same answers as the page, each facet, paging and order."""

import datetime

import pytest

from projects.filters.projects import ProjectFilterSet
from projects.search.indexing import index
from projects.states import InstituteKind, Phase
from tests import factories
from tests.pages import Page

pytestmark = pytest.mark.django_db
LIST = "/api/v1/projecten"


def ask(client, path=LIST, **parameters):
    response = client.get(path, parameters)
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/json"
    return response.json()


def titles(client, **parameters):
    return [one["title"] for one in ask(client, **parameters)["results"]]


def make(title, **more):
    return factories.ProjectFactory(published=True, indexed=True, title=title, **more)


def test_nothing_to_find(client):
    assert ask(client) == {
        "count": 0,
        "page": 1,
        "pageSize": 20,
        "next": None,
        "previous": None,
        "readAs": [],
        "results": [],
    }


def test_all_that_is_told_of_a_project(client):
    theme, sector = factories.ThemeFactory(slug="valpreventie"), factories.SectorFactory(slug="wijkverpleging")
    institute = factories.InstituteFactory(name="De Linde", slug="de-linde", place="Assen", kind=InstituteKind.GP)
    project = make(
        "Sterk staan",
        external_id="linde-12",
        slug="sterk-staan",
        summary="Oefenen met **ouderen**.",
        start="2025-09",
        institute=institute,
        themes=[theme],
        sectors=[sector],
        source_url="https://linde.example/",
        confirmed_on=datetime.date(2026, 5, 20),
        with_lessons=True,
    )
    (found,) = ask(client)["results"]
    assert found == {
        "externalId": "linde-12",
        "slug": "sterk-staan",
        "title": "Sterk staan",
        "url": "http://testserver/projecten/sterk-staan/",
        "score": None,
        "summary": "Oefenen met **ouderen**.",
        "language": "nl",
        "phase": "pilot",
        "scope": None,
        "start": "2025-09",
        "end": None,
        "institute": {
            "name": "De Linde",
            "slug": "de-linde",
            "kind": "gp",
            "place": "Assen",
            "url": "http://testserver/instellingen/de-linde/",
        },
        "themes": ["valpreventie"],
        "sectors": ["wijkverpleging"],
        "lessonCount": 3,
        "sourceUrl": "https://linde.example/",
        "publishedAt": "2025-03-14T10:30:00+01:00",
        "updatedAt": found["updatedAt"],
        "confirmedOn": "2026-05-20",
    }
    assert datetime.datetime.fromisoformat(found["updatedAt"]) == project.updated_at


def test_what_is_not_known_is_null(client):
    make("Leeg", institute=None, phase="", start="")
    (found,) = ask(client)["results"]
    names = ("institute", "phase", "scope", "start", "end", "sourceUrl", "confirmedOn", "score")
    assert {found[name] for name in names} == {None}


def test_the_best_answer_first_with_a_score(client):
    make("Iets anders", summary="Over beeldbellen gaat het hier even.")
    make("Beeldbellen in de wijk", summary="Beeldbellen met cliënten, beeldbellen met artsen.")
    make("Gezond eten")
    answer = ask(client, q="beeldbellen")
    assert answer["count"] == 2
    assert [one["title"] for one in answer["results"]] == ["Beeldbellen in de wijk", "Iets anders"]
    best, other = (one["score"] for one in answer["results"])
    assert best > other > 0


@pytest.mark.parametrize("sort", ["newest", "confirmed"])
def test_another_order_has_no_score(client, sort):
    old = make("Beeldbellen vroeger", confirmed=True)
    type(old).objects.filter(pk=old.pk).update(published_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    make("Beeldbellen nu")
    index("project", [old.pk])
    answer = ask(client, q="beeldbellen", sort=sort)
    expected = ["Beeldbellen nu", "Beeldbellen vroeger"]
    assert [one["title"] for one in answer["results"]] == (expected if sort == "newest" else expected[::-1])
    assert {one["score"] for one in answer["results"]} == {None}


def test_what_was_read_as_another_word_is_told(client):
    make("Palliatieve zorg thuis")
    answer = ask(client, q="pallatieve")
    assert answer["readAs"] == [{"word": "pallatieve", "readAs": "palliatieve"}]
    assert answer["count"] == 1
    literal = ask(client, q="pallatieve", letterlijk="ja")
    assert (literal["readAs"], literal["count"]) == ([], 0)


@pytest.fixture
def two(db):
    """Two projects that differ in every facet, and for each facet the value that only the first has."""
    term = {
        "thema": factories.ThemeFactory(),
        "sector": factories.SectorFactory(),
        "doelgroep": factories.TargetGroupFactory(),
        "aandoening": factories.ConditionFactory(),
        "toepassing": factories.ApplicationFactory(),
        "technologie": factories.TechnologyFactory(),
    }
    region = factories.RegionFactory(scheme__slug="provincie", gemeenten=[factories.GemeenteFactory()])
    programme = factories.ProgrammeFactory()
    first = factories.ProjectFactory(
        published=True,
        title="De ene",
        phase=Phase.STOPPED,
        start="2019",
        end="2019",
        confirmed=True,
        with_lessons=True,
        with_contact=True,
        institute__kind=InstituteKind.HOSPITAL,
        themes=[term["thema"]],
        sectors=[term["sector"]],
        target_groups=[term["doelgroep"]],
        conditions=[term["aandoening"]],
        applications=[term["toepassing"]],
        technologies=[term["technologie"]],
        regions=[region],
    )
    factories.ProjectProgrammeFactory(project=first, programme=programme)
    index("project", [first.pk])
    make("De andere", institute__kind=InstituteKind.GP)
    slugs = {name: one.slug for name, one in term.items()}
    yes = dict.fromkeys(("lessen", "bevestigd", "contact"), "ja")
    own = {"fase": "stopped", "jaar": "2019", "soort": "hospital"}
    return {**slugs, **yes, **own, "regio": region.slug, "programma": programme.slug}


@pytest.mark.parametrize("facet", ProjectFilterSet.order)
def test_each_facet_narrows(client, two, facet):
    assert len(titles(client)) == 2
    assert titles(client, **{facet: two[facet]}) == ["De ene"]
    assert Page.of(client.get("/projecten/", {facet: two[facet]})).results == ["De ene"]


def test_values_of_a_facet_are_or_and_facets_are_and(client, two):
    assert len(titles(client, fase=["stopped", "pilot"])) == 2
    assert titles(client, fase=["stopped", "pilot"], soort="gp") == ["De andere"]
    assert titles(client, fase="stopped", soort="gp") == []
    everything = {**two, "q": "ene", "sort": "newest", "page": "1", "pageSize": "5"}
    assert titles(client, **everything) == ["De ene"]


def test_an_empty_parameter_asks_nothing(client, two):
    assert len(titles(client, **dict.fromkeys(ProjectFilterSet.base_filters.keys() - {"indeling"}, ""), page="")) == 2


def test_pages_lead_to_each_other(client):
    for number in range(5):
        make(f"Project {number}")
    address, seen = f"{LIST}?pageSize=2&sort=newest", []
    while address:
        page = ask(client, address)
        assert page["count"] == 5
        seen.append([one["title"] for one in page["results"]])
        address = page["next"]
    assert list(map(len, seen)) == [2, 2, 1]
    assert sum(seen, []) == [f"Project {number}" for number in (4, 3, 2, 1, 0)]  # noqa: RUF017
    assert page["previous"] == "http://testserver/api/v1/projecten?pageSize=2&sort=newest&page=2"
    assert ask(client, pageSize=2)["previous"] is None


def test_a_hundred_on_a_page_at_most(client):
    assert ask(client, pageSize=100)["pageSize"] == 100
    assert client.get(LIST, {"pageSize": 101}).status_code == 400


def test_what_is_not_published_is_not_there(client):
    for trait in ("submitted", "returned", "archived"):
        factories.ProjectFactory(**{trait: True}, title="Geheim", slug=f"geheim-{trait}", indexed=True)
        assert client.get(f"{LIST}/geheim-{trait}").status_code == 404
    factories.ProjectFactory(title="Geheim", slug="geheim", indexed=True)
    assert client.get(f"{LIST}/geheim").status_code == 404
    assert ask(client, q="geheim")["count"] == 0


def test_a_draft_is_not_there_for_its_own_people_either(client):
    """Who asks is not looked at: an answer may be kept by anyone."""
    draft = factories.ProjectFactory(slug="eigen")
    client.force_login(factories.MembershipFactory(institute=draft.institute, manager=True).user)
    response = client.get(f"{LIST}/eigen")
    assert response.status_code == 404
    assert "Cookie" not in response.get("Vary", "")
