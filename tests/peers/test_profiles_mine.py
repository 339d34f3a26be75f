"""Filling in one's own profile: what is kept, what is refused, what was agreed to and taken back."""

import pytest

from peers.models import Consent, Position, Profile
from peers.querysets.profiles import FOR_GOOD
from peers.states import Visibility
from tests import factories
from tests.pages import Page
from tests.peers.profiles import LIST, MINE, filled
from tests.searching import indexed
from vindplaats.mail.models import Mail

pytestmark = pytest.mark.django_db
HEALTH = {"kind": "experience", "health_story": "Ik leef al jaren met reuma.", "agrees_health": "on"}


@pytest.fixture
def person(client):
    user = factories.UserFactory(name="Geheime Accountnaam", email="geheim@zorg.example")
    client.force_login(user)
    return user


@pytest.fixture
def send(client, person):
    """Send the form, and return the page that comes back when something is wrong; None when it was kept."""

    def send(**different):
        response = client.post(MINE, filled(**different))
        return Page.of(response) if response.status_code == 200 else None

    return send


def errors(page):
    return page.all("#fouten li")


def test_empty_form_ticks_nothing_and_knows_who_logs_in(client, person):
    member = factories.MembershipFactory(user=person)
    page = Page.of(client.get(MINE))
    assert not page.soup.select("input[type=checkbox][name=agrees][checked], input[name=agrees_health][checked]")
    assert page.soup.select_one("[name=visibility][checked]") is None
    assert page.soup.select_one("[name=werkplekken-0-organisation]")["value"] == member.institute.name


def test_all_is_kept_and_found(client, person, send):
    theme, region = factories.ThemeFactory(), factories.RegionFactory()
    project = factories.ProjectFactory(published=True)
    institute = factories.InstituteFactory(verified=True, name="Zorggroep Ons")
    sent = {
        "themes": [theme.slug],
        "regions": [f"{region.slug}@{region.scheme.valid_from.isoformat()}"],
        "other_projects": f"https://vindplaats.example{project.get_absolute_url()}",
        "wishes": "Een vergoeding.",
        "availability": "Op dinsdag",
        "werkplekken-aantal": "2",
        "werkplekken-0-organisation": "zorggroep ons",
        "werkplekken-0-start": "mei 2021",
        "werkplekken-1-organisation": "Huisartsen Oost",
        "werkplekken-1-end": "2020",
    }
    assert send(**sent) is None
    profile = Profile.objects.get()
    assert (profile.user, profile.slug, profile.visibility) == (person, "demi-van-den-berg", "public")
    assert [list(some.all()) for some in (profile.themes, profile.regions, profile.projects)] == [
        [theme],
        [region],
        [project],
    ]
    now, before = profile.positions.all()
    assert (now.institute, now.organisation, now.start, now.is_former) == (institute, "", "2021-05", False)
    assert (before.institute, before.organisation, before.is_former) == (None, "Huisartsen Oost", True)
    assert indexed("expert") == {profile.pk}
    assert "Zo zien anderen uw profiel" in Page.of(client.get(profile.get_absolute_url())).main


def test_consent_keeps_the_words_that_were_shown(client, person, send):
    shown = Page.of(client.get(MINE)).soup.select_one("label:has([name=agrees])").get_text(strip=True)
    send()
    consent = Consent.objects.get()
    assert (consent.kind, consent.text, consent.withdrawn_at) == ("profile", shown, None)
    send(name="Anders")
    assert Consent.objects.get() == consent


def test_without_agreeing_nobody_is_shown(send):
    page = send(agrees="")
    assert errors(page) == ["Vink aan dat u akkoord gaat, of kies dat niemand uw profiel ziet."]
    assert not Profile.objects.exists()
    assert send(agrees="", visibility="hidden") is None
    profile = Profile.objects.get()
    assert (profile.consented_at, profile.is_shown) == (None, False)
    assert indexed("expert") == set()


def test_what_is_missing_is_told_and_nothing_typed_is_lost(client, person):
    factories.ThemeFactory()
    sent = {
        "introduction": "Een heel verhaal.",
        "themes": "bestaat-niet",
        "monthly_limit": "veel",
        "werkplekken-aantal": "1",
        "werkplekken-0-role": "Tovenaar",
        "werkplekken-0-start": "ooit",
    }
    page = Page.of(client.post(MINE, sent))
    assert page.title.startswith("Fout:")
    told = errors(page)
    assert "Kies hoe u wilt meedenken." in told
    assert "Werkplek 1: Vul de naam van de organisatie in, of haal deze werkplek weg." in told
    assert page.soup.select_one("[name=introduction]").text.strip() == "Een heel verhaal."
    assert page.soup.select_one("[name=monthly_limit]")["value"] == "veel"
    assert page.soup.select_one("[name=werkplekken-0-start]")["value"] == "ooit"
    assert {link["href"][1:] for link in page.soup.select("#fouten a")} <= {
        tag["id"] for tag in page.soup.select("[id]")
    }


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("introduction", "Mail mij: demi@zorg.example", "e-mailadres “demi@zorg.example”"),
        ("name", "Demi 06-12345678", "telefoonnummer “06-12345678”"),
        ("role", "Zuster demi (at) zorg.example", "e-mailadres"),
        ("wishes", "Bel 0201234567", "telefoonnummer"),
        ("availability", "Mijn bsn is 123456782", "burgerservicenummer"),
        ("werkplekken-0-organisation", "Zorg, info@zorg.example", "e-mailadres"),
    ],
)
def test_ways_around_the_site_are_refused(send, field, text, told):
    page = send(**{"werkplekken-aantal": "1", "werkplekken-0-organisation": "Zorg", field: text})
    assert any(told in error for error in errors(page))
    assert (
        page.soup.select_one(f"[name={field}]").get("value", page.soup.select_one(f"[name={field}]").text).strip()
        == text
    )
    assert not Profile.objects.exists()


def test_one_more_workplace_keeps_what_was_typed_and_saves_nothing(client, person):
    page = Page.of(client.post(MINE, {"name": "Demi", "werkplekken-aantal": "1", "nog": "1"}))
    assert page.soup.select_one("[name=name]")["value"] == "Demi"
    assert len(page.soup.select("[name$=-organisation]")) == 2
    assert not page.soup.select(".vp-field__error, #fouten")
    assert not Profile.objects.exists()


def test_project_that_is_none_is_named(send):
    page = send(other_projects="Een droom")
    assert errors(page) == ["Bij “Een droom” vinden we geen project. Plak het adres van de pagina."]


def test_draft_of_another_cannot_be_listed(send):
    draft = factories.ProjectFactory(title="Geheim plan")
    assert send(other_projects=draft.title)
    assert send(other_projects=f"https://x{draft.get_absolute_url()}")


class TestHealth:
    """What an expert by experience may tell of health."""

    def test_needs_a_consent_of_its_own(self, send):
        page = send(**{**HEALTH, "agrees_health": ""})
        assert errors(page) == ["Vink aan dat u dit wilt laten zien, of haal de tekst weg."]
        assert "reuma" in page.soup.select_one("[name=health_story]").text
        assert not Profile.objects.exists()

    def test_is_never_needed(self, send):
        assert send(kind="experience") is None
        assert not Consent.objects.filter(kind="health").exists()

    def test_a_tick_alone_is_no_consent(self, send):
        assert send(kind="experience", agrees_health="on") is None
        assert not Consent.objects.filter(kind="health").exists()

    def test_is_for_experts_by_experience(self, send):
        assert "alleen voor ervaringsdeskundigen" in errors(send(**{**HEALTH, "kind": "professional"}))[0]

    def test_is_shown_once_agreed(self, send, visit):
        assert send(**HEALTH) is None
        assert "Ik leef al jaren met reuma." in visit(Profile.objects.get().get_absolute_url()).main

    def test_emptying_the_text_takes_the_consent_back(self, send):
        send(**HEALTH)
        send(kind="experience")
        assert Profile.objects.get().health_consented_at is None
        assert Consent.objects.get(kind="health").withdrawn_at

    def test_taking_back_empties_it_everywhere(self, send, client):
        send(**HEALTH)
        assert client.post(f"{MINE}toestemming-intrekken/health/").status_code == 302
        profile = Profile.objects.get()
        assert (profile.health_story, profile.health_consented_at) == ("", None)
        assert profile.consented_at
        assert Consent.objects.get(kind="health").withdrawn_at
        assert "reuma" not in str(list(Profile.pgh_event_model.objects.values()))


def test_taking_back_hides_at_once(send, client, visit):
    send(**HEALTH)
    profile = Profile.objects.get()
    assert client.post(f"{MINE}toestemming-intrekken/profile/").status_code == 302
    assert indexed("expert") == set()
    assert Profile.objects.get().health_story == ""
    assert not Consent.objects.filter(withdrawn_at=None).exists()
    assert client.get(profile.get_absolute_url()).status_code == 200
    client.logout()
    assert client.get(profile.get_absolute_url()).status_code == 404
    assert profile.name not in visit(LIST).text


def test_agreeing_again_is_a_consent_of_its_own(send, client):
    send()
    client.post(f"{MINE}toestemming-intrekken/profile/")
    send()
    assert Consent.objects.filter(kind="profile").count() == 2
    assert Profile.objects.get().is_shown


def test_new_name_makes_a_new_address(send, client):
    send()
    old = Profile.objects.get().get_absolute_url()
    send(name="Iemand Anders")
    assert Profile.objects.get().slug == "iemand-anders"
    assert client.get(old).status_code == 404


def test_two_of_one_name_have_an_address_each(send):
    factories.ProfileFactory(slug="demi-van-den-berg")
    send()
    assert Profile.objects.latest("pk").slug == "demi-van-den-berg-2"


def test_workplaces_that_stay_are_not_written_again(send):
    rows = {"werkplekken-aantal": "1", "werkplekken-0-organisation": "Zorg Oost"}
    send(**rows)
    (first,) = Position.objects.all()
    send(**rows, name="Anders")
    assert Position.objects.get() == first
    send(**rows, **{"werkplekken-0-weg": "on"})
    assert not Position.objects.exists()


def test_pause_and_back(send, client):
    send()
    client.post(f"{MINE}pauze/", {"until": "2999-12-31"})
    assert Profile.objects.get().paused_until is None
    client.post(f"{MINE}pauze/", {"until": "2027-01-31"})
    assert str(Profile.objects.get().paused_until) == "2027-01-31"
    assert indexed("expert")
    client.post(f"{MINE}pauze/", {"until": ""})
    assert Profile.objects.get().paused_until == FOR_GOOD
    assert not indexed("expert")
    client.post(f"{MINE}pauze/", {"weer": "1"})
    assert Profile.objects.get().paused_until is None
    assert indexed("expert")


def test_pause_that_is_past_says_so(send, client):
    send()
    page = Page.of(client.post(f"{MINE}pauze/", {"until": "2020-01-01"}))
    assert page.title.startswith("Fout:")
    assert "Kies een dag die nog komt." in page.main


def test_removing_asks_first(send, client):
    send()
    assert "Dit is niet terug te draaien" in Page.of(client.get(f"{MINE}verwijderen/")).main
    assert Profile.objects.exists()
    client.post(f"{MINE}verwijderen/")
    assert not Profile.objects.exists()
    assert not Consent.objects.exists()
    assert indexed("expert") == set()


@pytest.mark.parametrize("path", ["toestemming-intrekken/profile/", "verwijderen/", "pauze/"])
def test_a_get_changes_nothing(send, client, path):
    send()
    client.get(MINE + path)
    assert Profile.objects.get().is_shown


def test_unknown_consent_is_not_there(client, person):
    assert client.post(f"{MINE}toestemming-intrekken/alles/").status_code == 404


def test_taken_down_stays_down_whatever_the_person_saves(send, client, moderator):
    from peers.services.profiles import take_down  # noqa: PLC0415 - beside what it is about

    send()
    take_down(profile=Profile.objects.get(), by=moderator, reason="Dit is reclame.")
    assert Mail.objects.get().to == ["geheim@zorg.example"]
    send(name="Anders", visibility=Visibility.PUBLIC)
    assert not Profile.objects.get().is_shown
    assert indexed("expert") == set()
    assert "Dit is reclame." in Page.of(client.get(MINE)).main
