"""The finder of people."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from peers.models import Profile
from peers.querysets.profiles import FOR_GOOD
from peers.services.profile_calendar import follow
from peers.states import Visibility
from tests import factories
from tests.pages import Page, query
from tests.peers.profiles import LIST, found_profile
from tests.searching import indexed

pytestmark = pytest.mark.django_db


def names(page):
    return page.all(".vp-result__title a")


def test_with_nobody_says_so_and_gives_ways_on(visit):
    page = visit(LIST)
    assert page.heading == "Mensen die meedenken"
    assert page.title == "Niemand gevonden – Vindplaats"
    assert page.link("Plak uw plan en zie wie iets vergelijkbaars deed") == "/vergelijkbaar/"


def test_one_leads_to_the_profile_and_says_what_it_needs(visit):
    profile = found_profile(name="Demi Bakker", role="Wijkverpleegkundige")
    page = visit(LIST)
    assert page.title == "1 expert gevonden – Vindplaats"
    assert page.link("Demi Bakker") == profile.get_absolute_url()
    assert "Wijkverpleegkundige" in page.main
    assert "Heeft deze maand nog ruimte" in page.main


def test_many_come_in_pages(visit):
    for number in range(45):
        found_profile(name=f"Expert {number}")
    pages = [visit(LIST, page=number) for number in (1, 2, 3)]
    shown = [name for page in pages for name in names(page)]
    assert len(shown) == len(set(shown)) == 45


def test_facets_narrow_and_count(visit):
    theme = factories.ThemeFactory(slug="valpreventie")
    found_profile(name="Zorg", themes=[theme], offers=["think_along", "visit"])
    found_profile(name="Ervaring", kind="experience", languages=["nl", "en"])
    page = visit(LIST, wie="experience")
    assert names(page) == ["Ervaring"]
    assert page.counts("wie") == {"professional": "1", "experience": "1"}
    assert query(page.chips["Ervaringsdeskundige"]) == []
    assert names(visit(LIST, thema="valpreventie")) == ["Zorg"]
    assert names(visit(LIST, aanbod="visit")) == ["Zorg"]
    assert names(visit(LIST, taal="en")) == ["Ervaring"]


def test_a_theme_finds_who_knows_of_what_is_below_it(visit):
    child = factories.ThemeFactory(child=True)
    found_profile(name="Demi", themes=[child])
    assert names(visit(LIST, thema=child.parent.slug)) == ["Demi"]


def test_region_of_any_scheme_and_who_thinks_along_everywhere(visit):
    gemeente = factories.GemeenteFactory()
    province = factories.RegionFactory(scheme__slug="provincie", gemeenten=[gemeente])
    office = factories.RegionFactory(scheme__slug="zorgkantoor", gemeenten=[gemeente])
    elsewhere = factories.RegionFactory(scheme=province.scheme, gemeenten=[factories.GemeenteFactory()])
    found_profile(name="Hier", regions=[province])
    found_profile(name="Overal")
    found_profile(name="Daar", regions=[elsewhere])
    assert sorted(names(visit(LIST, regio=office.slug))) == ["Hier", "Overal"]


def test_search_reads_what_somebody_knows_does_and_did(visit):
    project = factories.ProjectFactory(published=True, title="Dansen tegen vallen")
    secret = factories.ProjectFactory(title="Kwartiermaken")
    found_profile(name="Een", introduction="Alles over medicijndispensers.")
    found_profile(name="Twee", role="Apotheker")
    found_profile(name="Drie", projects=[project, secret])
    assert names(visit(LIST, q="medicijndispenser")) == ["Een"]
    assert names(visit(LIST, q="apothekers")) == ["Twee"]
    assert names(visit(LIST, q="dansen")) == ["Drie"]
    assert names(visit(LIST, q="kwartiermaken")) == []
    assert names(visit(LIST, q="Drie")) == ["Drie"]


def test_nobody_is_found_by_their_illness(visit):
    profile = factories.ProfileFactory(kind="experience", health_consented_at="2026-01-01T00:00Z")
    Profile.objects.filter(pk=profile.pk).update(health_story="Ik kreeg fibromyalgie.")
    assert follow(now=profile.created_at) == 1
    assert names(visit(LIST, q="fibromyalgie")) == []
    assert "fibromyalgie" not in visit(LIST).text
    assert "fibromyalgie" in visit(profile.get_absolute_url()).text


def test_has_room_now(visit):
    found_profile(name="Ruimte")
    full = factories.ProfileFactory(name="Vol", monthly_limit=1)
    factories.HandlingFactory(profile=full, user=full.user)
    found_profile(name="Pauze", paused_until="2999-01-01")
    follow(now=full.created_at)
    assert sorted(names(visit(LIST))) == ["Pauze", "Ruimte", "Vol"]
    assert names(visit(LIST, ruimte="ja")) == ["Ruimte"]


@pytest.mark.parametrize(
    "values",
    [
        {"agreed": False},
        {"visibility": Visibility.HIDDEN},
        {"removed_at": "2026-01-01T00:00Z", "removal_reason": "Reclame."},
        {"paused_until": FOR_GOOD},
        {"user__is_active": False},
    ],
    ids=lambda values: next(iter(values)),
)
def test_who_does_not_take_part_is_found_by_nobody(visit, client, values):
    found_profile(name="Geheim", **values)
    assert indexed("expert") == set()
    assert names(visit(LIST)) == []
    client.force_login(factories.UserFactory())
    assert names(Page.of(client.get(LIST))) == []


class TestMembersOnly:
    """Profiles that only who is logged in may see."""

    @pytest.fixture
    def both(self):
        found_profile(name="Openbaar", introduction="Beeldzorg in de wijk.")
        return found_profile(name="Besloten", introduction="Beeldzorg thuis.", kind="experience", member=True)

    def test_are_in_no_index(self, both):
        assert both.pk not in indexed("expert")

    def test_visitors_find_nor_count_them(self, visit, both):
        page = visit(LIST, q="beeldzorg")
        assert names(page) == ["Openbaar"]
        assert page.counts("wie") == {"professional": "1"}

    def test_members_find_them_after_the_public_ones(self, client, both):
        client.force_login(factories.UserFactory())
        page = Page.of(client.get(LIST, {"q": "beeldzorg"}))
        assert names(page) == ["Openbaar", "Besloten"]
        assert page.counts("wie") == {"professional": "1", "experience": "1"}
        assert page.title == "beeldzorg: 2 experts gevonden – Vindplaats"
        assert names(Page.of(client.get(LIST, {"q": "Besloten"}))) == ["Besloten"]
        assert names(Page.of(client.get(LIST, {"q": "apotheek"}))) == []

    def test_members_choose_among_them(self, client, both):
        client.force_login(factories.UserFactory())
        page = Page.of(client.get(LIST, {"wie": "experience"}))
        assert names(page) == ["Besloten"]
        assert page.counts("wie") == {"professional": "1", "experience": "1"}

    def test_come_on_the_page_that_is_theirs(self, client, both):
        for number in range(20):
            found_profile(name=f"Expert {number}")
        client.force_login(factories.UserFactory())
        assert names(Page.of(client.get(LIST, {"page": 2}))) == ["Openbaar", "Besloten"]

    def test_facets_kept_for_a_member_are_not_shown_to_a_visitor(self, visit, client, both):
        client.force_login(factories.UserFactory())
        assert Page.of(client.get(LIST)).counts("wie")["experience"] == "1"
        assert visit(LIST).counts("wie") == {"professional": "1"}


def queries(client, path):
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("path", [LIST, f"{LIST}?q=zorg&thema=valpreventie"])
@pytest.mark.parametrize("number", [1, 3])
def test_as_many_questions_for_one_as_for_three(client, path, number):
    theme = factories.ThemeFactory(slug="valpreventie")
    for _count in range(number):
        profile = found_profile(themes=[theme], projects=[factories.ProjectFactory(published=True)])
        factories.PositionFactory(profile=profile)
        factories.AnswerFactory(author=profile.user, accepted_at=profile.created_at)
    client.get(path)
    assert queries(client, path) == QUERIES[path]


QUERIES = {LIST: 9, f"{LIST}?q=zorg&thema=valpreventie": 10}


def test_is_there_in_english(visit):
    found_profile(introduction="Beeldzorg.")
    page = visit(f"/en{LIST}")
    assert page.soup.html["lang"] == "en"
    assert page.soup.select_one(".vp-result__text")["lang"] == "nl"
    assert page.title == "1 expert found – Vindplaats"
