"""The page of one person, what shows of their experience, and that neither address nor account name ever does."""

import datetime

import pytest
from django.utils import timezone

from peers.models import Profile
from peers.states import Visibility
from projects.states import MemberStatus
from tests import factories
from tests.pages import Page
from tests.peers.profiles import LIST, found_profile

pytestmark = pytest.mark.django_db
HIDDEN = [{"visibility": Visibility.HIDDEN}, {"agreed": False}, {"user__is_active": False}]
CANARY = "kanarie"


def test_says_who_it_is_and_what_can_be_asked(visit):
    theme = factories.ThemeFactory(name="Valpreventie")
    texts = {"introduction": "Alles over vallen.", "availability": "Op dinsdag", "wishes": "Reiskosten"}
    profile = factories.ProfileFactory(name="Demi", themes=[theme], **texts)
    page = visit(profile.get_absolute_url())
    assert page.heading == "Demi"
    for text in ("Alles over vallen.", "Op dinsdag", "Reiskosten", "Meedenken over een plan", "Heel Nederland"):
        assert text in page.main
    assert page.link("Valpreventie") == theme.get_absolute_url()
    assert page.link("Stel een vraag").endswith(f"?expert={profile.slug}")
    assert page.link("Iets melden over deze pagina") == f"/melden/?pagina={profile.get_absolute_url()}"


@pytest.mark.parametrize("values", [*HIDDEN, {"member": True}], ids=str)
def test_what_a_visitor_may_not_see_is_not_there(client, values):
    profile = factories.ProfileFactory(**values)
    assert client.get(profile.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("values", HIDDEN, ids=str)
def test_nor_for_a_member(client, values):
    client.force_login(factories.UserFactory())
    assert client.get(factories.ProfileFactory(**values).get_absolute_url()).status_code == 404


def test_members_see_a_profile_for_members(client):
    profile = factories.ProfileFactory(member=True)
    client.force_login(factories.UserFactory())
    page = Page.of(client.get(profile.get_absolute_url()))
    assert page.soup.select_one("meta[name=robots]")["content"] == "noindex"


def test_own_page_tells_who_sees_it(client):
    profile = factories.ProfileFactory(visibility=Visibility.HIDDEN)
    client.force_login(profile.user)
    page = Page.of(client.get(profile.get_absolute_url()))
    assert "Alleen u ziet uw profiel: dat koos u." in page.main
    assert "Stel een vraag" not in page.main


class TestPlaces:
    """Where somebody works is current only when it is."""

    def place(self, visit, *, status=None, **values):
        profile = factories.ProfileFactory()
        position = factories.PositionFactory(profile=profile, **values)
        if status:
            factories.MembershipFactory(user=profile.user, institute=position.institute, status=status)
        facts = {}
        for row in visit(profile.get_absolute_url()).soup.select(".vp-facts > div"):
            facts[row.dt.text] = row.dd.get_text(" ", strip=True)
        return facts

    def test_an_institute_confirms_who_is_its_member(self, visit):
        facts = self.place(visit, status=MemberStatus.ACTIVE)
        assert "Bevestigd door de instelling" in facts["Werkt bij"]

    @pytest.mark.parametrize("status", [None, MemberStatus.REQUESTED, MemberStatus.INVITED])
    def test_and_nobody_else(self, visit, status):
        facts = self.place(visit, status=status)
        assert "Bevestigd" not in facts["Werkt bij"]

    def test_nor_does_an_institute_that_takes_no_part(self, visit):
        facts = self.place(visit, status=MemberStatus.ACTIVE, institute=factories.InstituteFactory())
        assert "Bevestigd" not in facts["Werkt bij"]

    def test_former_stands_apart(self, visit):
        facts = self.place(visit, is_former=True, end="2020", role="Kapitein")
        assert "Werkt bij" not in facts
        assert "Kapitein" in facts["Eerder"]

    def test_who_was_taken_off_an_institute_works_there_no_more(self, visit):
        facts = self.place(visit, status=MemberStatus.ENDED)
        assert "Werkt bij" not in facts
        assert "Eerder" in facts


class TestExperience:
    """What is shown, and of which of it the registry itself knows."""

    def test_projects_say_how_somebody_belongs_to_them(self, visit):
        profile = factories.ProfileFactory()
        owned = factories.ProjectFactory(published=True, title="Van mij", owner=profile.user)
        told = factories.ProjectFactory(published=True, title="Zegt zij")
        contact = factories.ProjectFactory(published=True, title="Aanspreekpunt")
        factories.ContactPersonFactory(project=contact, institute=contact.institute, user=profile.user)
        factories.ProjectFactory(title="Concept", owner=profile.user)
        profile.projects.set([told, owned])
        page = visit(profile.get_absolute_url())
        rows = page.all("[aria-labelledby=projecten] li")
        assert [("Contactpersoon" in rows[0]), ("Houdt deze" in rows[1]), ("Noemt dit" in rows[2])] == [True] * 3
        assert len(rows) == 3
        assert "Concept" not in page.text

    def test_only_answers_that_helped_and_stand(self, visit):
        profile, now = factories.ProfileFactory(), timezone.now()
        for title, more in {
            "Hielp": {"accepted_at": now},
            "Hielp niet": {},
            "Weggehaald": {"accepted_at": now, "removed_at": now},
            "Vraag weg": {"accepted_at": now, "question__removed_at": now},
        }.items():
            factories.AnswerFactory(author=profile.user, question__title=title, **more)
        factories.AnswerFactory(question__title="Van een ander", accepted_at=now)
        page = visit(profile.get_absolute_url())
        assert [row.partition(" Hielp de")[0] for row in page.all("[aria-labelledby=antwoorden] li")] == ["Hielp"]

    @pytest.mark.parametrize(("turns", "is_told"), [(4, False), (5, True)])
    def test_how_fast_from_five_turns_on(self, visit, turns, is_told):
        profile = factories.ProfileFactory(monthly_limit=9)
        began = datetime.datetime(2026, 11, 2, 9, tzinfo=datetime.UTC)
        for _turn in range(turns):
            answered = began + datetime.timedelta(days=1)
            factories.HandlingFactory(profile=profile, user=profile.user, started_at=began, answered_at=answered)
        assert ("meestal binnen 1 werkdag" in visit(profile.get_absolute_url()).main) == is_told


def test_full_month_says_when_there_is_room_again_and_whom_else(visit, time_machine):
    time_machine.move_to(datetime.datetime(2026, 12, 10, tzinfo=datetime.UTC), tick=False)
    profile = factories.ProfileFactory(monthly_limit=1)
    factories.HandlingFactory(profile=profile, user=profile.user, started_at=timezone.now())
    page = visit(profile.get_absolute_url())
    assert "Deze maand vol, vanaf 1 januari weer ruimte" in page.main
    assert "ruimte=ja" in page.link("Zoek iemand anders die nu ruimte heeft")
    assert "Stel een vraag" not in page.main


def test_pause_is_told(visit):
    profile = factories.ProfileFactory(paused_until="2999-03-01")
    assert "Neemt pauze tot en met 1 maart 2999" in visit(profile.get_absolute_url()).main


def test_story_about_health_without_consent_stays_out(visit):
    profile = factories.ProfileFactory(
        kind="experience", health_consented_at=timezone.now(), health_story="Mijn reuma."
    )
    assert "reuma" in visit(profile.get_absolute_url()).main
    Profile.objects.update(health_story="", health_consented_at=None)
    assert "gezondheid en zorg" not in visit(profile.get_absolute_url()).main


def test_neither_address_nor_account_name_shows_anywhere(visit, client):
    user = factories.UserFactory(email=f"{CANARY}@zorg.example", name=f"Geheime {CANARY}")
    project = factories.ProjectFactory(published=True, title="Beeldzorg", indexed=True, owner=user)
    theme = factories.ThemeFactory()
    profile = found_profile(user=user, name="Demi", introduction="Beeldzorg", themes=[theme], projects=[project])
    factories.PositionFactory(profile=profile, institute=project.institute)
    pages = [
        LIST,
        f"{LIST}?q=demi",
        profile.get_absolute_url(),
        "/zoeken/?q=demi",
        "/zoeken/?q=beeldzorg&soort=experts",
    ]
    pages += [f"/zoeken/suggesties?q={CANARY[:4]}", "/zoeken/suggesties?q=demi", "/sitemap-experts.xml"]
    pages += [project.get_absolute_url(), project.institute.get_absolute_url(), theme.get_absolute_url()]
    pages += [
        f"/vergelijkbaar/?p={project.slug}",
        "/api/v1/projecten",
        f"/api/v1/projecten/{project.slug}",
        "/projecten/feed.atom",
    ]
    shown = 0
    for address in pages:
        for visitor in (None, factories.UserFactory()):
            client.logout()
            if visitor:
                client.force_login(visitor)
            response = client.get(address)
            text = (b"".join(response.streaming_content) if response.streaming else response.content).decode()
            assert response.status_code == 200, address
            assert CANARY not in text.lower().replace(f"?q={CANARY[:4]}", ""), address
            shown += "Demi" in text
    assert shown > 8


def test_sitemap_has_the_public_ones(client):
    public = factories.ProfileFactory()
    others = [factories.ProfileFactory(member=True), factories.ProfileFactory(agreed=False)]
    text = client.get("/sitemap-experts.xml").content.decode()
    assert public.get_absolute_url() in text
    assert not any(one.get_absolute_url() in text for one in others)
    assert "/experts/<" in client.get("/sitemap-pages.xml").content.decode()


def test_stands_among_everything_that_is_found(visit):
    found_profile(name="Demi Bakker", role="Apotheker", introduction="Baxterrollen.")
    found_profile(name="Besloten", introduction="Baxterrollen.", member=True)
    page = visit("/zoeken/", q="baxterrollen")
    assert "Demi Bakker" in page.main
    assert "Besloten" not in page.text
