"""People on the pages of themes, regions, projects, institutes and comparable projects."""

import pytest

from projects.states import MemberStatus
from tests import factories
from tests.pages import Page
from tests.peers.profiles import found_profile

pytestmark = pytest.mark.django_db


def people(page, within="#mensen"):
    heading = page.soup.select_one(within)
    return [link.get_text(strip=True) for link in heading.parent.select("li a")] if heading else []


def test_theme_shows_a_few_with_room_first_and_leads_to_all(visit):
    theme = factories.ThemeFactory()
    address = theme.get_absolute_url()
    assert people(visit(address)) == []
    for number in range(3):
        found_profile(name=f"Pauze {number}", themes=[theme], paused_until="2999-01-01")
    found_profile(name="Ruimte", themes=[theme])
    found_profile(name="Van iets anders")
    page = visit(address)
    assert len(people(page)) == 3
    assert people(page)[0] == "Ruimte"
    assert page.link("Bekijk alle 4 mensen") == f"/experts/?thema={theme.slug}"


def test_region_shows_who_thinks_along_there(visit):
    region = factories.RegionFactory(scheme__slug="provincie", gemeenten=[factories.GemeenteFactory()])
    found_profile(name="Hier", regions=[region])
    found_profile(name="Daar", regions=[factories.RegionFactory(gemeenten=[factories.GemeenteFactory()])])
    assert people(visit(region.get_absolute_url())) == ["Hier"]


def test_project_shows_its_people_and_how_they_belong_to_it(visit, client):
    owner = factories.ProfileFactory(name="Eigenaar")
    project = factories.ProjectFactory(published=True, owner=owner.user)
    factories.ProfileFactory(name="Zegt het zelf", projects=[project])
    factories.ProfileFactory(name="Besloten", projects=[project], member=True)
    factories.ProfileFactory(name="Verborgen", projects=[project], visibility="hidden")
    page = visit(project.get_absolute_url())
    assert people(page) == ["Eigenaar", "Zegt het zelf"]
    assert "Noemt dit project zelf" in page.main
    client.force_login(factories.UserFactory())
    assert "Besloten" in people(Page.of(client.get(project.get_absolute_url())))


def test_institute_that_takes_part_shows_whom_it_confirms(visit):
    institute = factories.InstituteFactory(verified=True)
    for name, status in {"Collega": MemberStatus.ACTIVE, "Vreemde": None, "Vertrokken": MemberStatus.ENDED}.items():
        profile = factories.ProfileFactory(name=name)
        factories.PositionFactory(profile=profile, institute=institute)
        if status:
            factories.MembershipFactory(user=profile.user, institute=institute, status=status)
    page = visit(institute.get_absolute_url())
    assert page.all("#mensen ~ ul .vp-card__title") == ["Collega"]


def test_other_institute_says_that_people_say_so(visit):
    institute = factories.ProjectFactory(published=True).institute
    factories.PositionFactory(profile=factories.ProfileFactory(name="Demi"), institute=institute)
    former = factories.ProfileFactory(name="Vroeger")
    factories.PositionFactory(profile=former, institute=institute, is_former=True)
    page = visit(institute.get_absolute_url())
    assert "Mensen die zeggen hier te werken" in page.main
    assert page.all("#mensen ~ ul .vp-card__title") == ["Demi"]


def test_comparable_projects_lead_to_their_people_and_who_knows_the_theme(visit):
    theme = factories.ThemeFactory()
    project = factories.ProjectFactory(published=True, indexed=True, themes=[theme])
    factories.ProfileFactory(name="Kent het thema", themes=[theme])
    factories.ProfileFactory(name="Kent het project", projects=[project])
    factories.ProfileFactory(name="Kent geen van beide")
    page = visit("/vergelijkbaar/", p=project.slug)
    assert page.all("#mensen-vragen ~ ul .vp-card__title") == ["Kent het project", "Kent het thema"]
