"""Does the institute exist already: asked while typing, after it, and from the page of an institute that is named."""

import pytest
from django.urls import reverse

from projects.models import Registration
from projects.states import InstituteStatus, RegistrationKind
from tests import factories
from tests.pages import Page
from tests.projects.joining import draft
from tests.projects.test_views_registrations import NUMBERS, START, WHO, address, errors

pytestmark = pytest.mark.django_db


def named(name="Zorgcentrum de Beuk", **given):
    return factories.ProjectFactory(published=True, institute__name=name, **given).institute


def test_what_resembles_it_is_asked_once(client):
    twin = named(institute__place="Beukendorp")
    response = client.post(START, WHO)
    registration = Registration.objects.get()
    asked = reverse("projects:registration_twins", args=[registration.token])
    assert response.headers["Location"] == asked
    page = Page.of(client.get(asked))
    assert twin.name in page.main
    assert errors(client.post(asked)) == ["Kies uw instelling, of kies dat u een andere bent."]
    response = client.post(asked, {"institute": "geen"}, follow=True)
    assert response.redirect_chain[-1][0] == address(registration, "nummers")
    registration.refresh_from_db()
    assert registration.unlike == [twin.pk]
    assert client.post(address(registration, "nummers"), NUMBERS).headers["Location"] == address(registration, "web")


def test_this_is_us(client):
    twin = named(institute__place="Beukendorp")
    client.post(START, WHO)
    registration = Registration.objects.get()
    asked = reverse("projects:registration_twins", args=[registration.token])
    client.post(asked, {"institute": twin.pk})
    registration.refresh_from_db()
    assert (registration.kind, registration.institute) == (RegistrationKind.CLAIM, twin)
    page = Page.of(client.get(address(registration, "controleren")))
    assert f"U neemt de pagina van {twin.name} over." in page.main
    client.post(page.link("Toch niet"), {"institute": "geen"})
    registration.refresh_from_db()
    assert (registration.kind, registration.institute) == (RegistrationKind.NEW, None)


def test_who_takes_part_already_is_led_to_join(client):
    twin = factories.InstituteFactory(name="Zorgcentrum de Beuk", place="Beukendorp", verified=True)
    client.post(START, WHO)
    asked = reverse("projects:registration_twins", args=[Registration.objects.get().token])
    page = Page.of(client.get(asked))
    assert page.link("vraag om bij Zorgcentrum de Beuk te horen") == f"/instellingen/{twin.slug}/aansluiten/"
    assert errors(client.post(asked, {"institute": twin.pk}))


@pytest.mark.parametrize(
    "known",
    [
        {"institute__kvk_number": "12345678"},
        {"institute__website": "https://www.debeuk.example/over-ons"},
        {"institute__email_domains": ["debeuk.example"]},
    ],
)
def test_known_by_number_or_domain_whatever_its_name(client, known):
    other = named("Iets heel anders", **known)
    response = client.get(draft().get_absolute_url(), follow=True)
    assert other.name in Page.of(response).main


NAMES = "/instellingen/zoeken-naam"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"naam": "zorgcentrum de beuk"}, True),
        ({"naam": "Zorgcentrum De Béuk"}, True),
        ({"naam": "Stichting Zorgcentrum De Beuk"}, True),
        ({"naam": "Zorgcentrm de Beuk"}, True),
        ({"naam": "zorgce"}, True),
        ({"naam": "centrum"}, False),
        ({"naam": "Zorgcentrum Beuk", "plaats": "Beukendorp"}, True),
        ({"naam": "Zorgcentrum De Eik"}, False),
        ({"naam": "Ziekenhuis West"}, False),
        ({"naam": "be"}, False),
        ({}, False),
    ],
)
def test_names_while_typing(client, typed, found):
    named(institute__place="Beukendorp")
    answer = client.get(NAMES, typed).json()
    assert [one["name"] for one in answer["institutes"]] == (["Zorgcentrum de Beuk"] if found else [])
    assert bool(answer["message"]) == found


def test_names_lead_on(client):
    institute = named()
    verified = factories.InstituteFactory(name="Zorgcentrum de Beuk", place="Elders", verified=True)
    ways = {one["way"] for one in client.get(NAMES, {"naam": institute.name}).json()["institutes"]}
    assert ways == {f"/instellingen/{institute.slug}/overnemen/", f"/instellingen/{verified.slug}/aansluiten/"}


def test_what_is_hidden_is_not_named(client):
    factories.InstituteFactory(name="Geheimzorg", status=InstituteStatus.NAMED)
    assert client.get(NAMES, {"naam": "Geheimzorg"}).json()["institutes"] == []


def test_claimed_from_its_page(client):
    institute = named(institute__website="https://debeuk.example")
    page = Page.of(client.get(institute.get_absolute_url()))
    assert "De redactie krijgt uw vraag en zoekt iemand die het weet." in page.main
    way = page.link("Werkt u hier? Neem de pagina over")
    assert "Het project dat erop staat" in Page.of(client.get(way)).main
    response = client.post(way, follow=True)
    registration = Registration.objects.get()
    assert (registration.kind, registration.institute) == (RegistrationKind.CLAIM, institute)
    assert Page.of(response).soup.select_one("#id_name, #id_kvk_number")


def test_what_has_no_page_is_not_claimed(client):
    hidden = factories.InstituteFactory()
    assert client.get(f"/instellingen/{hidden.slug}/overnemen/").status_code == 404
    assert client.post(f"/instellingen/{hidden.slug}/overnemen/").status_code == 404
