"""Each page asks the database a fixed number of questions, however much it shows, the first and the second time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.search import feedback
from projects.search.indexing import index
from projects.search.recent import recent
from tests import factories
from tests.pages import body_of
from vindplaats.caches import latest_cache
from vindplaats.caches import process_cache as cache

pytestmark = pytest.mark.django_db
SIZES = (1, 3, pytest.param(20, marks=pytest.mark.slow))


@pytest.fixture
def vocabulary():
    """What all projects of a test share, in the numbers that a busy project has."""
    return {
        "themes": [*factories.ThemeFactory.create_batch(2, child=True), factories.ThemeFactory(slug="thema-een")],
        "sectors": [factories.SectorFactory(slug="sector-een"), factories.SectorFactory()],
        "target_groups": factories.TargetGroupFactory.create_batch(2),
        "conditions": [factories.ConditionFactory(slug="aandoening-een"), factories.ConditionFactory()],
        "technologies": factories.TechnologyFactory.create_batch(2),
        "applications": factories.ApplicationFactory.create_batch(2),
        "gemeenten": [factories.GemeenteFactory(), factories.GemeenteFactory()],
    }


def fill(number, vocabulary):
    """Make `number` projects of institutes of their own, each with lessons and all that a page shows."""
    scheme = factories.RegionSchemeFactory(slug="provincie")
    region = factories.RegionFactory(scheme=scheme, slug="provincie-oost", gemeenten=vocabulary["gemeenten"])
    # One more than asked: a project page asks another question when there is a comparable project.
    for count in range(number + 1):
        project = factories.ProjectFactory(
            published=True,
            title=f"Dansen {count}",
            slug=f"dansen-{count}",
            institute__slug=f"instelling-{count}",
            institute__gemeente=vocabulary["gemeenten"][0],
            regions=[region],
            with_contact=True,
            **vocabulary,
        )
        fill_page(project, number, vocabulary)
        index("project", [project.pk])


def fill_page(project, number, vocabulary):
    """Give a project `number` lessons, resources, partners, programmes and fundings."""
    for count in range(number if project.slug == "dansen-0" else 1):
        slug = f"les-{project.slug}-{count}"
        factories.LessonFactory(project=project, slug=slug, themes=vocabulary["themes"])
        factories.ResourceFactory(project=project)
        partner = factories.InstituteFactory(verified=True)
        factories.ProjectPartnerFactory(project=project, institute=partner)
        line = factories.ProgrammeLineFactory()
        factories.ProjectProgrammeFactory(project=project, programme=line.programme, line=line)
        factories.ProjectFundingFactory(project=project)
        factories.StatusUpdateFactory(project=project)


# Address: questions of a process that remembers nothing, and after the same visit.
PAGES = {
    "/": (9, 7),
    "/projecten/": (12, 3),
    "/projecten/?q=dansen": (13, 3),
    "/projecten/?thema=thema-een": (13, 4),
    "/projecten/?thema=thema-een&fase=pilot&lessen=ja&q=dansen&sort=confirmed": (14, 4),
    "/projecten/?regio=provincie-oost": (14, 5),
    "/projecten/?weergave=tabel": (12, 3),
    "/projecten/?weergave=kaart": (13, 4),
    "/projecten/?q=bestaatniet": (13, 1),
    "/projecten/?page=9&pageSize=100": (12, 3),
    "/projecten/feed.atom": (3, 3),
    "/projecten/export.csv": (22, 22),
    "/projecten/?vergelijk=dansen-0": (13, 4),
    "/projecten/vergelijken/": (0, 0),
    "/projecten/vergelijken/?p=dansen-0": (19, 18),
    "/vergelijkbaar/": (0, 0),
    "/vergelijkbaar/?p=dansen-0&p=dansen-1": (9, 9),
    "/projecten/dansen-0/": (30, 29),
    "/zoeken/": (17, 8),
    "/zoeken/?q=dansen": (20, 11),
    "/zoeken/?q=scholing&soort=lessen": (4, 2),
    "/zoeken/suggesties?q=dans": (1, 1),
    "/lessen/": (9, 3),
    "/lessen/?q=scholing&les=pitfall": (12, 4),
    "/lessen/les-dansen-0-0/": (14, 14),
    "/lessen/vooruit/": (4, 2),
    "/lessen/vooruit/?thema=thema-een&fase=pilot": (12, 2),
    "/lessen/gestopt/": (7, 5),
    "/themas/": (2, 2),
    "/themas/thema-een/": (18, 9),
    "/sectoren/": (2, 2),
    "/sectoren/sector-een/": (15, 6),
    "/aandoeningen/": (3, 3),
    "/aandoeningen/aandoening-een/": (15, 6),
    "/regios/": (3, 3),
    "/regios/provincie-oost/": (8, 8),
    "/instellingen/": (3, 2),
    "/instellingen/?q=linde": (1, 1),
    "/instellingen/instelling-0/": (21, 12),
    "/sitemap.xml": (18, 18),
    "/sitemap-projects.xml": (1, 1),
    "/over/": (0, 0),
    "/api/v1/projecten": (4, 4),
    "/api/v1/projecten?q=dansen": (5, 4),
    "/api/v1/projecten?thema=thema-een&fase=pilot&q=dansen&sort=newest": (15, 5),
    "/api/v1/facetten": (17, 3),
    "/api/v1/projecten/dansen-0": (16, 16),
    "/api/v1/openapi.json": (0, 0),
    "/account/login/": (0, 0),
    "/bestaat-niet/": (0, 0),
    "/healthz": (0, 0),
}


@pytest.mark.parametrize("size", SIZES)
def test_questions(client, vocabulary, size, monkeypatch):
    # What the best answers share is only asked when there are some; here it always is.
    monkeypatch.setattr(feedback, "FEWEST", 1)
    fill(size, vocabulary)
    body_of(client.get("/projecten/"))
    asked = {}
    for address in PAGES:
        cache.clear()
        latest_cache.clear()
        recent.clear()
        with CaptureQueriesContext(connection) as first:
            body_of(client.get(address))
        with CaptureQueriesContext(connection) as second:
            body_of(client.get(address))
        asked[address] = (len(first), len(second))
    assert asked == PAGES


def test_a_person_costs_no_more_than_knowing_who_it_is(client, vocabulary):
    fill(3, vocabulary)
    client.get("/projecten/")
    with CaptureQueriesContext(connection) as visitor:
        client.get("/projecten/")
    client.force_login(factories.MembershipFactory().user)
    with CaptureQueriesContext(connection) as member:
        client.get("/projecten/")
    assert len(member) == len(visitor) + 2
