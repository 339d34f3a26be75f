"""The page of an institute that wants to take part: what there is to check, and what is decided."""

import pytest

from projects.models import Institute
from projects.services import registrations
from tests import factories
from tests.pages import Page
from tests.projects.moderating import do, page, said
from vindplaats.mail.models import Mail

pytestmark = pytest.mark.django_db


def register(**more):
    """Have an institute sent in, as its form does."""
    registration = factories.RegistrationFactory(
        **{"status": "draft", "submitted_at": None, "manager_role": "Bestuurder", "kvk_number": "12345678", **more}
    )
    given = {"email_domain": "beuk.example", "manager_email": "demi@beuk.example"}
    for name, value in (given | {name: more[name] for name in given if name in more}).items():
        setattr(registration, name, value)
    registration.save()
    return registrations.submit(registration=registration)


def test_a_registration_with_all_there_is_to_check(moderator_client):
    named = factories.InstituteFactory(name="Zorgcentrum De Beuk", place="Beukendorp")
    register(name="Zorgcentrum De Beuk", brings="Ervaring met muziek.", unlike=[named.pk])
    shown = page(moderator_client)
    for words in (
        "KVK-nummer 12345678",
        "Ervaring met muziek.",
        "hoort bij het e-maildomein",
        "E-maildomein beuk.example",
    ):
        assert words in shown.text
    (row,) = shown.all(".review-duplicates tbody tr")
    assert row == "Zorgcentrum De Beuk Beukendorp Alleen genoemd 0 een andere"


def test_a_registration_of_a_private_address(moderator_client):
    register(manager_email="demi@gmail.com", email_domain="beuk.example", email_note="Mail doet het niet.")
    assert "De beheerder heeft een privéadres." in page(moderator_client).text
    assert "E-mailadres past niet" in page(moderator_client).all(".review-about .review-flag")


def test_accepted_as_a_new_institute(moderator_client):
    register(name="Zorgcentrum De Beuk")
    response = do(moderator_client, "besluit:aannemen")
    assert said(response) == ["Zorgcentrum De Beuk: Aangenomen."]
    institute = Institute.objects.get(name="Zorgcentrum De Beuk")
    assert (institute.status, institute.kvk_number) == ("verified", "12345678")
    assert institute.invitations.get().email == "demi@beuk.example"


def test_accepted_as_one_that_is_named_already(moderator_client):
    named = factories.InstituteFactory(name="Zorgcentrum De Beuk", place="Beukendorp")
    register(name="Zorgcentrum De Beuk", unlike=[named.pk])
    shown = Page.of(do(moderator_client, "besluit:aannemen"))
    assert "Koppel de aanmelding aan die instelling." in shown.all(".errornote")[0]
    do(moderator_client, "besluit:aannemen", **{"aannemen-institute": named.pk})
    named.refresh_from_db()
    assert named.status == "verified"
    assert Institute.objects.count() == 1


def test_a_claim_names_the_page_that_is_claimed(moderator_client):
    named = factories.InstituteFactory(name="De Beuk")
    register(name="De Beuk", kind="claim", institute=named, place=named.place)
    shown = page(moderator_client)
    assert "Neemt deze pagina over: De Beuk (Alleen genoemd)" in shown.text
    assert "aannemen-institute" not in str(shown.soup)
    do(moderator_client, "besluit:aannemen")
    named.refresh_from_db()
    assert named.status == "verified"


@pytest.mark.parametrize(("decision", "status"), [("vragen", "returned"), ("afwijzen", "declined")])
def test_a_question_or_a_refusal_is_mailed(moderator_client, decision, status):
    registration = register()
    assert "Schrijf op waarom" in Page.of(do(moderator_client, f"besluit:{decision}")).text
    do(moderator_client, f"besluit:{decision}", tekst="Wie kunnen wij bellen?")
    registration.refresh_from_db()
    assert registration.status == status
    mail = Mail.objects.latest("pk")
    assert mail.to == ["demi@beuk.example"]
    assert "Wie kunnen wij bellen?" in mail.message
