"""Facets: OR within one, AND between them, and counts that tell what a choice would give."""

import datetime

import pytest
import time_machine
from django.db import connection

from projects.search import generation
from projects.search.indexing import index
from projects.services.projects import refresh
from projects.services.themes import save_theme
from projects.states import InstituteKind, Phase
from tests import factories
from tests.pages import query

pytestmark = pytest.mark.django_db
LIST = "/projecten/"


def project(title, **given):
    return factories.ProjectFactory(published=True, indexed=True, title=title, **given)


def found(visit, **asked):
    return sorted(visit(LIST, **asked).results)


def test_values_of_one_facet_add_up(visit):
    one, two, three = factories.ThemeFactory.create_batch(3)
    project("A", themes=[one])
    project("B", themes=[two])
    project("AB", themes=[one, two])
    project("C", themes=[three])
    assert found(visit, thema=one.slug) == ["A", "AB"]
    assert found(visit, thema=[one.slug, two.slug]) == ["A", "AB", "B"]


def test_facets_narrow_each_other(visit):
    theme, sector = factories.ThemeFactory(), factories.SectorFactory()
    project("Beide", themes=[theme], sectors=[sector])
    project("Thema", themes=[theme])
    project("Sector", sectors=[sector])
    assert found(visit, thema=theme.slug, sector=sector.slug) == ["Beide"]


def test_text_and_facets_narrow_each_other(visit):
    theme = factories.ThemeFactory()
    project("Dansen thuis", themes=[theme])
    project("Dansen in de zaal")
    project("Zwemmen", themes=[theme])
    assert found(visit, q="dansen", thema=theme.slug) == ["Dansen thuis"]


def test_a_parent_theme_includes_its_children(visit):
    child = factories.ThemeFactory(child=True)
    project("Kind", themes=[child])
    project("Ouder", themes=[child.parent])
    project("Beide", themes=[child, child.parent])
    assert found(visit, thema=child.parent.slug) == ["Beide", "Kind", "Ouder"]
    assert found(visit, thema=child.slug) == ["Beide", "Kind"]
    assert visit(LIST).counts("thema") == {child.parent.slug: "3", child.slug: "2"}


def test_a_choice_does_not_narrow_its_own_counts_but_does_the_others(visit):
    one, two = factories.ThemeFactory.create_batch(2)
    project("1", themes=[one], phase=Phase.PILOT)
    project("2", themes=[one], phase=Phase.IDEA)
    project("3", themes=[two], phase=Phase.IDEA)
    page = visit(LIST, thema=one.slug)
    assert page.counts("thema") == {one.slug: "2", two.slug: "1"}
    assert page.counts("fase") == {"idea": "1", "pilot": "1"}
    both = visit(LIST, thema=one.slug, fase="pilot")
    assert both.counts("thema") == {one.slug: "1"}
    assert both.counts("fase") == {"idea": "1", "pilot": "1"}


@pytest.mark.slow
def test_each_count_is_what_choosing_it_gives(visit):
    themes, sectors = factories.ThemeFactory.create_batch(3), factories.SectorFactory.create_batch(2)
    for number in range(12):
        project(
            f"Dansen {number}" if number % 2 else f"Zwemmen {number}",
            themes=[themes[number % 3]],
            sectors=[sectors[number % 2]],
            phase=Phase.PILOT if number % 4 else Phase.IDEA,
        )
    for asked in ({}, {"q": "dansen"}, {"sector": sectors[0].slug}, {"sector": sectors[1].slug, "fase": "pilot"}):
        for facet in ("thema", "sector", "fase"):
            for value, count in visit(LIST, **asked).counts(facet).items():
                assert len(found(visit, **{**asked, facet: value})) == int(count), (asked, facet, value)


def test_what_nothing_has_is_not_offered_and_what_was_chosen_is(visit):
    theme, unused = factories.ThemeFactory.create_batch(2)
    project("A", themes=[theme])
    assert visit(LIST).counts("thema") == {theme.slug: "1"}
    page = visit(LIST, thema=unused.slug)
    assert page.results == []
    assert page.counts("thema") == {theme.slug: "1", unused.slug: "0"}
    assert page.ticked("thema") == [unused.slug]


def region(scheme, slug, **given):
    return factories.RegionFactory(scheme=scheme, slug=slug, **given)


def test_national_projects_count_in_every_region(visit):
    scheme = factories.RegionSchemeFactory(slug="provincie")
    east, west = region(scheme, "provincie-oost"), region(scheme, "provincie-west")
    project("Oost", regions=[east])
    project("Landelijk", national=True)
    project("Nergens")
    page = visit(LIST)
    assert page.counts("regio") == {east.slug: "2", west.slug: "1"}
    assert found(visit, regio=west.slug) == ["Landelijk"]
    assert found(visit, regio=east.slug) == ["Landelijk", "Oost"]
    assert found(visit, regio=[east.slug, west.slug]) == ["Landelijk", "Oost"]


def test_a_project_counts_in_every_scheme_that_covers_it(visit):
    gemeente = factories.GemeenteFactory()
    province = region(factories.RegionSchemeFactory(slug="provincie"), "provincie-oost", gemeenten=[gemeente])
    office = region(factories.RegionSchemeFactory(slug="kantoor"), "kantoor-zuid", gemeenten=[gemeente])
    project("Gemeente", gemeenten=[gemeente])
    project("Provincie", regions=[province])
    project("Elders")
    assert found(visit, regio=office.slug) == ["Gemeente", "Provincie"]
    assert visit(LIST).counts("regio") == {province.slug: "2"}
    assert visit(LIST, indeling="kantoor").counts("regio") == {office.slug: "2"}


def test_a_chosen_region_decides_the_scheme_that_is_shown(visit):
    project("Hier", regions=[region(factories.RegionSchemeFactory(slug="kantoor"), "kantoor-zuid")])
    region(factories.RegionSchemeFactory(slug="provincie"), "provincie-oost")
    page = visit(LIST, regio="kantoor-zuid")
    assert page.ticked("regio") == ["kantoor-zuid"]
    assert page.results == ["Hier"]


def test_a_region_of_a_scheme_that_is_over_does_not_exist(visit):
    over = factories.RegionSchemeFactory(slug="oud", valid_to=datetime.date(2025, 6, 30))
    region(over, "oud-oost")
    project("A")
    page = visit(LIST, regio="oud-oost", indeling="oud")
    assert page.results == ["A"]
    assert page.chips == {}


def test_schemes_follow_the_calendar(visit):
    scheme = factories.RegionSchemeFactory(
        slug="provincie", valid_from=datetime.date(2025, 1, 1), valid_to=datetime.date(2027, 12, 31)
    )
    region(scheme, "provincie-oost")
    project("A", national=True)
    with time_machine.travel(datetime.datetime(2027, 12, 31, 12, tzinfo=datetime.UTC), tick=False):
        assert visit(LIST).counts("regio") == {"provincie-oost": "1"}
    with time_machine.travel(datetime.datetime(2028, 1, 1, 12, tzinfo=datetime.UTC), tick=False):
        assert visit(LIST).counts("regio") == {}


@pytest.mark.parametrize(
    ("facet", "value", "given"),
    [
        ("fase", "stopped", {"phase": Phase.STOPPED}),
        ("soort", "hospital", {"institute__kind": InstituteKind.HOSPITAL}),
        ("jaar", "2024", {"start": "2023-05", "end": "2025"}),
        ("lessen", "ja", {"with_lessons": True}),
        ("bevestigd", "ja", {"confirmed": True}),
        ("contact", "ja", {"with_contact": True}),
    ],
)
def test_each_facet_of_the_project_itself(visit, facet, value, given):
    project("Wel", **given)
    project("Niet", phase=Phase.IDEA, start="2020", institute__kind=InstituteKind.GP)
    page = visit(LIST, **{facet: value})
    assert page.results == ["Wel"]
    assert page.counts(facet)[value] == "1"


@pytest.mark.parametrize(
    ("facet", "relation", "factory"),
    [
        ("sector", "sectors", factories.SectorFactory),
        ("doelgroep", "target_groups", factories.TargetGroupFactory),
        ("aandoening", "conditions", factories.ConditionFactory),
        ("toepassing", "applications", factories.ApplicationFactory),
        ("technologie", "technologies", factories.TechnologyFactory),
    ],
)
def test_each_facet_of_the_vocabulary(visit, facet, relation, factory):
    term, other = factory(), factory()
    project("Wel", **{relation: [term]})
    project("Niet", **{relation: [other]})
    page = visit(LIST, **{facet: term.slug})
    assert page.results == ["Wel"]
    assert page.counts(facet) == {term.slug: "1", other.slug: "1"}
    assert page.labels(facet)[term.slug] == term.name


def test_programme_facet(visit):
    link = factories.ProjectProgrammeFactory(project=factories.ProjectFactory(published=True, title="Wel"))
    index("project", [link.project.pk])
    project("Niet")
    assert found(visit, programma=link.programme.slug) == ["Wel"]


def test_a_contact_person_who_left_does_not_count(visit):
    made = factories.ProjectFactory(published=True, with_contact=True)
    made.contact_persons.update(is_active=False)
    index("project", [made.pk])
    assert found(visit, contact="ja") == []


def test_unknown_values_are_left_out_beside_known_ones(visit):
    theme = factories.ThemeFactory()
    project("Wel", themes=[theme])
    project("Niet")
    page = visit(LIST, thema=["bestaat-niet", theme.slug, theme.slug, "", " "], fase="niet", regio="nergens")
    assert page.results == ["Wel"]
    assert list(page.chips) == [theme.name]
    left = {value for _name, value in query(page.chips[theme.name])}
    assert theme.slug not in left


def test_an_address_with_hundreds_of_values_is_an_ordinary_page(visit):
    theme = factories.ThemeFactory()
    project("Wel", themes=[theme])
    asked = [theme.slug, *(f"waarde-{number}" for number in range(900))]
    assert visit(LIST, thema=asked).results == ["Wel"]


def test_more_parameters_than_anyone_sends_are_refused(client):
    assert client.get(LIST, {"thema": range(2_000)}).status_code == 400


def test_counts_that_are_kept_follow_a_change_at_once(visit, django_capture_on_commit_callbacks):
    one, two = factories.ThemeFactory.create_batch(2)
    made = project("A", themes=[one])
    assert visit(LIST).counts("thema") == {one.slug: "1"}
    with django_capture_on_commit_callbacks(execute=True):
        made.themes.set([two])
        refresh(project=made)
    assert visit(LIST).counts("thema") == {two.slug: "1"}


def test_options_that_are_kept_follow_a_new_name_at_once(visit, django_capture_on_commit_callbacks):
    theme = factories.ThemeFactory(name="Oud")
    project("A", themes=[theme])
    assert visit(LIST).labels("thema") == {theme.slug: "Oud"}
    with django_capture_on_commit_callbacks(execute=True):
        theme.name = "Nieuw"
        save_theme(theme=theme, by=None)
    assert visit(LIST).labels("thema") == {theme.slug: "Nieuw"}


def test_the_first_change_of_a_new_database_counts_as_one(db):
    with connection.cursor() as cursor:
        cursor.execute("ALTER SEQUENCE search_generation RESTART")
    before = generation.current()
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('search_generation')")
    assert generation.current() != before
