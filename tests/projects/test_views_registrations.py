"""The pages on which an institute registers: from the first step to the confirmation, and what goes wrong between."""

import pytest
from django.urls import reverse

from projects.models import Registration, ReviewCase
from projects.services import registrations
from projects.states import Stage
from tests import factories
from tests.pages import Page
from tests.projects.joining import draft, sent_in

pytestmark = pytest.mark.django_db
START = "/instellingen/aanmelden/"
WHO = {"name": "Zorgcentrum De Beuk", "institute_kind": "care_home", "place": "Beukendorp"}
NUMBERS = {"kvk_number": "KVK 1234 5678", "agb_code": ""}
WEB = {"website": "debeuk.example", "email_domain": "@DeBeuk.example"}
MANAGER = {"manager_name": "Demi Voorbeeld", "manager_role": "Manager", "manager_email": "Demi@debeuk.example"}


def address(registration, step):
    return reverse("projects:registration_step", args=[registration.token, step])


def errors(response):
    assert response.status_code == 200
    page = Page.of(response)
    assert page.title.startswith("Fout:")
    return page.all("#fouten li")


def test_from_start_to_confirmation(client):
    response = client.post(START, WHO)
    registration = Registration.objects.get()
    assert response.headers["Location"] == address(registration, "nummers")
    for step, typed, then in (
        ("nummers", NUMBERS, "web"),
        ("web", WEB, "beheerder"),
        ("beheerder", MANAGER, "aanbod"),
        ("aanbod", {"brings": "Ervaring."}, "controleren"),
    ):
        response = client.post(address(registration, step), typed)
        assert response.headers["Location"] == address(registration, then)
    page = Page.of(client.get(address(registration, "controleren")))
    for shown in ("Verpleeghuis of ouderenzorg", "12345678", "https://debeuk.example", "demi@debeuk.example"):
        assert shown in page.main
    assert len(page.all(".vp-answers__change a")) == len(page.all(".vp-answers dt")) == 14
    version = page.soup.select_one("input[name=version]")["value"]
    response = client.post(address(registration, "controleren"), {"version": version}, follow=True)
    page = Page.of(response)
    assert page.heading == "Uw aanmelding is verstuurd"
    assert registration.reference in page.main
    assert ReviewCase.objects.get().object_id == registration.pk


def test_nothing_is_kept_before_something_was_sent(client):
    page = Page.of(client.get(START))
    assert "Stap 1 van 5" in page.main
    assert not Registration.objects.exists()


def test_gone_on_later_at_the_secret_address(client):
    registration = draft(kvk_number="")
    page = Page.of(client.get(address(registration, "web")))
    secret = page.soup.select_one(".vp-secret__address")["href"]
    assert secret.endswith(f"/instellingen/aanmelden/{registration.token}/")
    assert client.get(secret).headers["Location"] == address(registration, "nummers")
    full = draft()
    assert client.get(full.get_absolute_url()).headers["Location"] == address(full, "controleren")
    assert client.get("/instellingen/aanmelden/geraden/").status_code == 404


def test_a_change_from_the_check_leads_back_to_it(client):
    registration = draft()
    page = Page.of(client.get(address(registration, "controleren")))
    (change,) = [url for url in page.hrefs(".vp-answers__change a") if url.endswith("#id_place")]
    response = client.post(change.partition("#")[0], {**WHO, "place": "Elders"})
    assert response.headers["Location"] == address(registration, "controleren")
    assert Registration.objects.get().place == "Elders"


def test_what_is_empty_is_asked_and_what_was_typed_stays(client):
    response = client.post(START, {"name": "De Beuk", "place": ""})
    assert errors(response) == ["Kies wat voor instelling het is.", "Vul de plaats in."]
    assert Page.of(response).soup.select_one("#id_name")["value"] == "De Beuk"


@pytest.mark.parametrize(
    ("step", "typed", "message"),
    [
        ("wie", {**WHO, "name": "Kijk op www.kwaad.example"}, "Vul hier alleen een naam in, zonder webadres."),
        ("nummers", {}, "Vul een KVK-nummer of AGB-code in, of leg uit waarom die er niet is."),
        ("nummers", {"kvk_number": "1234567"}, "Een KVK-nummer heeft 8 cijfers."),
        ("nummers", {"kvk_number": "00000000"}, "Een KVK-nummer heeft 8 cijfers."),
        ("nummers", {"agb_code": "123456789"}, "Een AGB-code heeft 8 cijfers."),
        ("web", {"website": "geen adres"}, "Vul een webadres in, zoals https://www.zorg.nl."),
        ("web", {"website": "javascript:alert(1)"}, "Vul een webadres in, zoals https://www.zorg.nl."),
        ("web", {"email_domain": "gmail.com"}, "Bij gmail.com kan iedereen een adres krijgen."),
        ("web", {"email_domain": "zorg"}, "Vul alleen in wat na het apenstaartje staat, zoals zorg.nl."),
        ("beheerder", {**MANAGER, "manager_email": "demi"}, "Vul een e-mailadres in, zoals naam@zorg.nl."),
        ("beheerder", {**MANAGER, "manager_email": "d@gmail.com"}, "Het e-mailadres eindigt niet op @debeuk.example"),
    ],
)
def test_each_message_says_what_to_do(client, step, typed, message):
    (error,) = errors(client.post(address(draft(), step), typed))
    assert error.startswith(message)


@pytest.mark.parametrize(
    ("step", "typed"),
    [
        ("nummers", {"kvk_number": "1234.5678"}),
        ("nummers", {"agb_code": "AGB-code 41 000001"}),
        ("nummers", {"numbers_note": "Wij zijn een netwerk."}),
        ("web", {}),
        ("web", {"email_domain": "https://www.debeuk.example/contact"}),
        ("beheerder", {**MANAGER, "manager_email": "demi@gmail.com", "email_note": "Wij hebben geen eigen mail."}),
        ("aanbod", {}),
    ],
)
def test_what_is_taken(client, step, typed):
    assert client.post(address(draft(), step), typed).status_code == 302


def test_what_lacks_is_asked_before_sending(client):
    registration = draft(manager_email="")
    page = Page.of(client.get(address(registration, "controleren")))
    assert page.link("Vul het ontbrekende in") == address(registration, "beheerder")
    response = client.post(address(registration, "controleren"), {"version": registration.version})
    assert response.headers["Location"] == address(registration, "beheerder")
    assert not ReviewCase.objects.exists()


def test_changed_by_another_meanwhile(client):
    registration = draft()
    registrations.save_step(registration=registration, changes={"place": "Elders"})
    response = client.post(address(registration, "controleren"), {"version": registration.version}, follow=True)
    assert "De aanmelding is intussen veranderd." in Page.of(response).main
    assert not ReviewCase.objects.exists()


@pytest.mark.parametrize("version", ["", "x", "9" * 30])
def test_any_version(client, version):
    assert client.post(address(draft(), "controleren"), {"version": version}).status_code == 302
    assert not ReviewCase.objects.exists()


def test_sent_twice_shows_the_same_confirmation(client):
    registration = draft()
    for _time in range(2):
        response = client.post(address(registration, "controleren"), {"version": registration.version}, follow=True)
        assert Page.of(response).heading == "Uw aanmelding is verstuurd"
    assert ReviewCase.objects.count() == 1


def test_taken_back(client):
    registration = sent_in()
    way = reverse("projects:registration_withdraw", args=[registration.token])
    assert "ingetrokken" in Page.of(client.post(way, follow=True)).main
    assert ReviewCase.objects.get().closed_at
    assert "heeft al de status ‘Ingetrokken’" in Page.of(client.post(way, follow=True)).main


def test_asked_back(client):
    registration = sent_in()
    moderator = factories.UserFactory(moderator=True)
    registrations.return_with_reason(registration=registration, by=moderator, reason="Welke vestiging?")
    response = client.get(registration.get_absolute_url(), follow=True)
    assert "Welke vestiging?" in Page.of(response).main


@pytest.mark.parametrize(
    ("stage", "text"),
    [(Stage.ACCEPTED, "is aangenomen"), (Stage.DECLINED, "Geen zorg."), (Stage.WITHDRAWN, "ingetrokken")],
)
def test_how_it_ended(client, stage, text):
    registration = factories.RegistrationFactory(status=stage, reason="Geen zorg.")
    assert text in Page.of(client.get(registration.get_absolute_url())).main
    assert client.get(address(registration, "wie")).status_code == 302


def test_who_is_logged_in_is_known_as_sender(client):
    user = factories.UserFactory()
    client.force_login(user)
    client.post(START, WHO)
    assert Registration.objects.get().created_by == user


def test_in_english(client):
    response = client.post(f"/en{START}", WHO, follow=True)
    assert Page.of(response).heading == "KVK number or AGB code"
    assert Registration.objects.get().language == "en"


def test_not_too_often_from_one_address(client):
    for _time in range(6):
        assert client.post(START, WHO).status_code == 302
    response = client.post(START, WHO)
    assert response.status_code == 429
    page = Page.of(response)
    assert page.all("#fouten li") == [
        "Dit is vaak gedaan in korte tijd. Wacht een paar minuten en probeer het dan opnieuw."
    ]
    assert page.soup.select_one("#id_name")["value"] == WHO["name"]
    assert Registration.objects.count() == 6
    assert client.post(START, WHO, REMOTE_ADDR="192.0.2.1").status_code == 302
    registration = draft()
    for _time in range(7):
        client.post(address(registration, "controleren"), {"version": "0"})
    client.post(address(registration, "controleren"), {"version": registration.version})
    assert not ReviewCase.objects.exists()
