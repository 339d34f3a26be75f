"""The pages of the people of an institute: ask, invite, decide, leave."""

import datetime

import pytest
from django.utils import timezone
from post_office.models import Email

from projects.models import Invitation, Membership
from projects.states import MemberRole, MemberStatus
from tests import factories
from tests.pages import Page
from vindplaats.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def institute():
    return factories.InstituteFactory(name="De Linde", slug="linde", verified=True, email_domains=["linde.example"])


@pytest.fixture
def manager(institute, client):
    """A manager, who is logged in."""
    user = factories.MembershipFactory(institute=institute, manager=True).user
    client.force_login(user)
    return user


MEMBERS = "/mijn/instellingen/linde/leden/"


def post(client, address, **data):
    return Page.of(client.post(address, data, follow=True))


def test_invited_from_the_page(client, manager):
    page = post(client, "/mijn/instellingen/linde/uitnodigen/", email="jan@linde.example", role="member")
    assert "De uitnodiging is onderweg." in page.main
    assert "jan@linde.example" in page.main
    first = Invitation.objects.get()
    way = f"/mijn/instellingen/linde/uitnodigingen/{first.pk}/"
    assert "De vorige geldt niet meer." in post(client, way, again="1").main
    assert Email.objects.count() == 2
    assert "ingetrokken" in post(client, way, withdraw="1").main
    assert client.post(way, {"withdraw": "1"}).status_code == 404


@pytest.mark.parametrize(
    ("email", "message"),
    [("", "Vul een e-mailadres in."), ("jan", "Vul een e-mailadres in, zoals naam@zorg.nl."), ("OWN", "Deze persoon")],
)
def test_whom_one_cannot_invite(client, manager, email, message):
    typed = {"email": manager.email if email == "OWN" else email, "role": "member"}
    page = Page.of(client.post("/mijn/instellingen/linde/uitnodigen/", typed))
    assert page.title.startswith("Fout:")
    assert page.all("#fouten li")[0].startswith(message)
    assert not Email.objects.exists()


def test_decided_about_a_request(client, institute, manager):
    asked = factories.MembershipFactory(
        institute=institute, status=MemberStatus.REQUESTED, note="Ik werk in de keuken.", user__name="Ada"
    )
    page = Page.of(client.get(MEMBERS))
    assert "Ik werk in de keuken." in page.main
    way = page.link("Beslissen : Ada")
    assert "Ada hoort nu bij de instelling." in post(client, way, accept="1").main
    asked.refresh_from_db()
    assert asked.status == MemberStatus.ACTIVE
    assert "Ada is nu beheerder." in post(client, way, manager="1").main
    assert "Ada is nu gewoon lid." in post(client, way, member="1").main
    assert "Ada hoort niet meer" in post(client, way, end="1", reason="Ging weg.").main
    assert "Ging weg." in Email.objects.last().message
    assert client.get(way).status_code == 404


def test_declined(client, institute, manager):
    asked = factories.MembershipFactory(institute=institute, status=MemberStatus.REQUESTED)
    page = post(client, f"{MEMBERS}{asked.pk}/", decline="1", reason="Wij kennen u niet.")
    assert "is afgewezen" in page.main
    assert "Wij kennen u niet." in Email.objects.last().message


def test_decided_by_a_colleague_meanwhile(client, institute, manager):
    asked = factories.MembershipFactory(institute=institute)
    assert "Deze persoon hoort al bij de instelling." in post(client, f"{MEMBERS}{asked.pk}/", accept="1").main


def test_handed_over_and_left(client, institute, manager):
    leave = "/mijn/instellingen/linde/verlaten/"
    assert "Dit is de laatste beheerder." in post(client, leave).main
    other = factories.MembershipFactory(institute=institute, user__name="Ada")
    page = post(client, f"{MEMBERS}{other.pk}/", hand_over="1")
    assert "Ada is nu beheerder, en u bent gewoon lid." in page.main
    assert "Een collega uitnodigen" not in page.main
    assert "U hoort niet meer bij De Linde." in post(client, leave).main
    assert client.get(MEMBERS).status_code == 404


def test_a_member_sees_names_and_no_addresses(client, institute, manager):
    factories.InvitationFactory(institute=institute, email="jan@linde.example")
    asked = factories.MembershipFactory(institute=institute, status=MemberStatus.REQUESTED)
    member = factories.MembershipFactory(institute=institute)
    client.force_login(member.user)
    text = client.get(MEMBERS).content.decode()
    assert manager.name in text
    for hidden in (manager.email, "jan@linde.example", asked.user.name):
        assert hidden not in text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_whatever_its_length(client, institute, manager, number, django_assert_num_queries):
    factories.MembershipFactory.create_batch(number, institute=institute)
    factories.MembershipFactory.create_batch(number, institute=institute, status=MemberStatus.REQUESTED)
    factories.InvitationFactory.create_batch(number, institute=institute)
    client.get(MEMBERS)
    with django_assert_num_queries(8):
        client.get(MEMBERS)


def test_anothers_people_are_not_there(client, institute, manager):
    elsewhere = factories.MembershipFactory(status=MemberStatus.REQUESTED)
    invitation = factories.InvitationFactory()
    for address in (f"{MEMBERS}{elsewhere.pk}/", f"/mijn/instellingen/linde/uitnodigingen/{invitation.pk}/"):
        assert client.post(address, {"accept": "1", "withdraw": "1"}).status_code == 404
    elsewhere.refresh_from_db()
    assert elsewhere.status == MemberStatus.REQUESTED


JOIN = "/instellingen/linde/aansluiten/"


def test_asked_to_join(client, institute):
    client.force_login(factories.UserFactory())
    page = Page.of(client.post(JOIN, {"note": ""}))
    assert page.all("#fouten li") == ["Schrijf op wat u bij de instelling doet, zodat de beheerder u herkent."]
    assert "Uw aanvraag is verstuurd." in post(client, JOIN, note="Ik werk daar.").main
    assert "wacht op een beheerder" in Page.of(client.get(JOIN)).main
    assert "U hebt dit al gevraagd." in post(client, JOIN, note="Nogmaals.").main
    assert "U hoort niet meer bij" in post(client, "/mijn/instellingen/linde/verlaten/").main
    assert Membership.objects.get().status == MemberStatus.ENDED


def test_an_address_of_the_institute_says_enough(client, institute):
    client.force_login(factories.UserFactory(email="ada@linde.example"))
    assert "Uw e-mailadres is een adres van De Linde." in Page.of(client.get(JOIN)).main
    assert "Uw aanvraag is verstuurd." in post(client, JOIN, note="").main


def test_what_is_only_named_is_taken_over_instead(client):
    named = factories.ProjectFactory(published=True).institute
    client.force_login(factories.UserFactory())
    response = client.get(f"/instellingen/{named.slug}/aansluiten/")
    assert response.headers["Location"] == f"/instellingen/{named.slug}/overnemen/"


@pytest.fixture
def invitation(institute):
    return factories.InvitationFactory(institute=institute, email="jan@linde.example", role=MemberRole.MANAGER)


def test_the_invited_accepts(client, invitation):
    user = factories.UserFactory(email="jan@linde.example")
    client.force_login(user)
    page = Page.of(client.get(invitation.get_absolute_url()))
    assert "beheerder van De Linde" in page.main
    assert "U hoort nu bij De Linde." in post(client, invitation.get_absolute_url()).main
    assert Membership.objects.get(user=user).role == MemberRole.MANAGER
    response = client.get(invitation.get_absolute_url())
    assert response.headers["Location"] == "/mijn/instellingen/linde/"


def test_another_account_is_told_why_not(client, invitation):
    client.force_login(factories.UserFactory())
    page = Page.of(client.get(invitation.get_absolute_url()))
    assert "De uitnodiging is voor het adres j•••@linde.example." in page.main
    assert page.soup.select("main form") == []
    assert "voor een ander e-mailadres" in post(client, invitation.get_absolute_url()).main
    assert not Membership.objects.exists()


def test_who_has_no_account_makes_one_and_comes_back(client, invitation):
    """The mail proved the address: no second mail is needed."""
    page = Page.of(client.get(invitation.get_absolute_url()))
    assert page.link("Inloggen") == f"/account/login/?next=%2Fuitnodiging%2F{invitation.token}%2F"
    page = post(client, invitation.get_absolute_url())
    assert page.heading == "Account maken"
    assert page.soup.select_one("#id_email")["value"] == "jan@linde.example"
    back = page.soup.select_one("input[name=next]")["value"]
    typed = {"name": "Jan", "email": "jan@linde.example", "password1": "vier-rustige-woorden-hier", "next": back}
    page = post(client, "/account/aanmelden/", **typed)
    assert page.heading == "Uitnodiging van De Linde"
    assert "U hoort nu bij De Linde." in post(client, invitation.get_absolute_url()).main


def test_the_mail_proves_no_other_address(client, invitation):
    client.post(invitation.get_absolute_url())
    typed = {"name": "Piet", "email": "piet@linde.example", "password1": "vier-rustige-woorden-hier"}
    assert post(client, "/account/aanmelden/", **typed).heading == "Kijk in uw mail"
    assert User.objects.get(name="Piet").email == "piet@linde.example"


def test_who_is_invited_and_has_an_account_makes_no_second_one(client, invitation):
    factories.UserFactory(email="jan@linde.example")
    client.post(invitation.get_absolute_url())
    typed = {"name": "Jan", "password1": "vier-rustige-woorden-hier"}
    for email in ("jan@linde.example", "piet@linde.example"):
        assert post(client, "/account/aanmelden/", email=email, **typed).heading == "Kijk in uw mail"
    assert not client.session.get("_auth_user_id")


def test_not_too_often(client, institute, manager, settings):
    settings.ACCOUNT_RATE_LIMITS = {"invite": "1/h/user", "ask_to_join": "1/h/user"}
    for email in ("jan@linde.example", "piet@linde.example"):
        page = post(client, "/mijn/instellingen/linde/uitnodigen/", email=email, role="member")
    assert "Dit is vaak gedaan in korte tijd." in page.main
    assert page.soup.select_one("#id_email")["value"] == "piet@linde.example"
    client.force_login(factories.UserFactory())
    for note in ("Ik werk daar.", "Echt waar."):
        page = post(client, JOIN, note=note)
    assert Invitation.objects.count() == Membership.objects.filter(status=MemberStatus.REQUESTED).count() == 1


@pytest.mark.parametrize("over", ["accepted_at", "withdrawn_at", "expires_at"])
def test_an_invitation_that_is_over(client, invitation, over):
    moment = timezone.now() - datetime.timedelta(minutes=1)
    Invitation.objects.update(**{over: moment})
    user = factories.UserFactory(email="jan@linde.example")
    client.force_login(user)
    page = Page.of(client.get(invitation.get_absolute_url()))
    assert "geldt niet meer" in page.main
    assert "geldt niet meer" in post(client, invitation.get_absolute_url()).main
    assert not Membership.objects.exists()
