"""The regions of each way to divide the country, and the page of one region."""

import datetime

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/regios/"


def test_list_with_nothing_in_it_says_so(visit):
    assert "Er zijn nog geen regio's ingevoerd." in visit(LIST).main


def test_list_counts_national_projects_in_every_region(visit):
    scheme = factories.RegionSchemeFactory(slug="provincie")
    east = factories.RegionFactory(scheme=scheme, name="Oost")
    west = factories.RegionFactory(scheme=scheme, name="West")
    factories.ProjectFactory(published=True, regions=[east], indexed=True)
    factories.ProjectFactory(published=True, national=True, indexed=True)
    factories.ProjectFactory(regions=[west], national=True, indexed=True)
    main = visit(LIST).main
    assert "Oost (2)" in main or "Oost 2" in main
    assert "West (1)" in main or "West 1" in main


def test_another_scheme_may_be_chosen_and_an_unknown_one_is_the_usual(visit):
    factories.RegionFactory(scheme__slug="provincie", scheme__position=1, name="Provincie Oost")
    factories.RegionFactory(scheme__slug="zorgkantoorregio", scheme__position=2, name="Kantoor Zuid")
    assert "Kantoor Zuid" in visit(LIST, indeling="zorgkantoorregio").main
    assert "Provincie Oost" in visit(LIST, indeling="bestaat-niet").main


def test_a_scheme_that_is_over_is_not_offered(visit, client):
    old = factories.RegionFactory(
        scheme__name="Oude indeling",
        scheme__valid_from=datetime.date(2000, 1, 1),
        scheme__valid_to=datetime.date(2001, 1, 1),
    )
    factories.RegionFactory(scheme__slug="provincie")
    assert "Oude indeling" not in visit(LIST).main
    assert client.get(f"{LIST}{old.slug}/").status_code == 404


def test_one_region_shows_what_shares_a_municipality_with_it(visit):
    here, there = factories.GemeenteFactory(), factories.GemeenteFactory()
    region = factories.RegionFactory(name="Oost", gemeenten=[here])
    other = factories.RegionFactory(gemeenten=[here, there])
    near = factories.ProjectFactory(published=True, gemeenten=[here], indexed=True)
    wide = factories.ProjectFactory(published=True, regions=[other], indexed=True)
    everywhere = factories.ProjectFactory(published=True, national=True, indexed=True)
    factories.ProjectFactory(published=True, gemeenten=[there], indexed=True)
    factories.ProjectFactory(gemeenten=[here], indexed=True)
    page = visit(f"{LIST}{region.slug}/")
    assert page.heading == "Oost"
    assert sorted(page.results) == sorted([near.title, wide.title, everywhere.title])


def test_one_region_shows_its_institutes_that_have_a_page(visit):
    gemeente = factories.GemeenteFactory()
    region = factories.RegionFactory(gemeenten=[gemeente])
    shown = factories.InstituteFactory(verified=True, gemeente=gemeente)
    hidden = factories.ProjectFactory(institute__gemeente=gemeente).institute
    main = visit(f"{LIST}{region.slug}/").main
    assert shown.name in main
    assert hidden.name not in main


def test_one_region_without_projects_says_so(visit):
    region = factories.RegionFactory()
    assert "Er zijn nog geen projecten in deze regio." in visit(f"{LIST}{region.slug}/").main


def test_two_editions_of_a_region_in_force_at_once_are_no_error(visit):
    for code in ("a", "b"):
        factories.RegionFactory(slug="indeling-oost", scheme__slug=f"indeling-{code}")
    assert visit(f"{LIST}indeling-oost/")


def test_a_region_that_is_not_there(client):
    assert client.get(f"{LIST}bestaat-niet/").status_code == 404


def test_are_there_in_english(visit):
    region = factories.RegionFactory(scheme__slug="provincie", scheme__name="Provincie", scheme__name_en="Province")
    assert "Province" in visit(f"/en{LIST}").main
    assert visit(f"/en{LIST}{region.slug}/").soup.html["lang"] == "en"
