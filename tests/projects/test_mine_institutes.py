"""One's own page: where somebody belongs, what waits; taking data along, leaving, and what is not kept for ever."""

import datetime

import pytest
from django.apps import apps
from django.utils import timezone
from post_office.models import Email

from projects import tasks
from projects.mine import institutes
from projects.models import Invitation, Membership, Registration, ReviewCase
from projects.states import MemberStatus, Stage
from tests import factories
from tests.pages import Page
from tests.projects.joining import draft, sent_in

pytestmark = pytest.mark.django_db


def panel(user):
    (one,) = institutes.panels(user)
    return one


def lines(user):
    return [(item.label, item.status, item.waits) for item in panel(user).items]


def test_who_belongs_nowhere_is_told_how_to_come_somewhere(client):
    user = factories.UserFactory(email="ada@linde.example")
    assert panel(user).items == []
    factories.InstituteFactory(name="De Linde", verified=True, email_domains=["linde.example"])
    factories.InstituteFactory(name="De Eik", verified=True, email_domains=["eik.example"])
    labels = [label for label, _url in panel(user).actions]
    assert labels == ["Zoek uw instelling", "Sluit u aan bij De Linde", "Uw instelling aanmelden"]
    client.force_login(user)
    assert "Mijn instellingen" in Page.of(client.get("/mijn/")).main


def test_a_public_address_offers_nothing(db):
    user = factories.UserFactory(email="ada@gmail.com")
    factories.InstituteFactory(verified=True, email_domains=["gmail.com"])
    assert len(panel(user).actions) == 2


def test_everything_at_once():
    user = factories.UserFactory()
    own = factories.InstituteFactory(name="De Linde", verified=True)
    factories.MembershipFactory(user=user, institute=own, manager=True)
    factories.MembershipFactory.create_batch(2, institute=own, status=MemberStatus.REQUESTED)
    factories.MembershipFactory(user=user, institute__name="De Eik", status=MemberStatus.REQUESTED)
    factories.MembershipFactory(user=user, institute__name="De Es", status=MemberStatus.ENDED)
    factories.InvitationFactory(institute__name="De Els", email=user.email)
    past = timezone.now() - datetime.timedelta(days=1)
    factories.InvitationFactory(institute__name="De Esdoorn", email=user.email, expires_at=past)
    factories.RegistrationFactory(name="De Berk", created_by=user, status=Stage.RETURNED)
    assert lines(user) == [
        ("Uitnodiging van De Els", "Nog aan te nemen", True),
        ("Aanmelding van De Berk", "Teruggestuurd", True),
        ("De Eik", "Wacht op een beheerder", False),
        ("De Linde", "Beheerder", False),
        ("2 personen willen bij De Linde horen", "", True),
    ]


def test_a_member_does_not_see_who_asks():
    member = factories.MembershipFactory()
    factories.MembershipFactory(institute=member.institute, status=MemberStatus.REQUESTED)
    assert lines(member.user) == [(member.institute.name, "Lid", False)]


def test_taken_along():
    user = factories.UserFactory(email="demi@debeuk.example")
    factories.MembershipFactory(user=user, institute__name="De Linde")
    factories.InvitationFactory(email=user.email)
    sent_in()
    factories.InvitationFactory()
    factories.RegistrationFactory()
    data = institutes.person_data(user)
    assert {name: len(rows) for name, rows in data.items()} == {
        "lidmaatschappen": 1,
        "uitnodigingen": 1,
        "aanmeldingen": 1,
    }
    assert data["lidmaatschappen"][0]["institute__name"] == "De Linde"
    assert data["aanmeldingen"][0]["manager_email"] == user.email
    assert "token" not in str(data)


def events_with(text):
    names = ("RegistrationEvent", "InvitationEvent", "MembershipEvent", "ReviewCaseEvent")
    rows = [row for name in names for row in apps.get_model("projects", name).objects.values()]
    return [row for row in rows if text in str(row)]


def test_forgotten():
    user = factories.UserFactory(email="demi@debeuk.example")
    own = factories.MembershipFactory(user=user, manager=True, note="Ik ben Demi.")
    other = factories.MembershipFactory(user=user, institute__name="Met twee", manager=True)
    factories.MembershipFactory(institute=other.institute, manager=True)
    factories.InvitationFactory(email=user.email)
    sent_in()
    institutes.forget_person(user)
    assert not Membership.objects.filter(user=user).exists()
    assert not Invitation.objects.filter(email=user.email).exists()
    assert not Registration.objects.exists()
    assert not ReviewCase.objects.filter(closed_at=None).exists()
    assert events_with("demi@debeuk.example") == events_with("Demi Voorbeeld") == events_with("Ik ben Demi.") == []
    (told,) = [mail.subject for mail in Email.objects.all() if "beheerder meer" in mail.subject]
    assert told == f"{own.institute.name} heeft geen beheerder meer"


def aged(thing, days):
    type(thing).objects.filter(pk=thing.pk).update(updated_at=timezone.now() - datetime.timedelta(days=days))
    return thing


def test_what_is_not_kept():
    aged(draft(name="Oud"), 31)
    young = aged(draft(name="Jong"), 29)
    waiting = aged(sent_in(name="Wacht"), 900)
    for stage in (Stage.DECLINED, Stage.WITHDRAWN, Stage.ACCEPTED, Stage.RETURNED):
        aged(factories.RegistrationFactory(name=f"Oud {stage}", status=stage), 366)
    recent = aged(factories.RegistrationFactory(status=Stage.DECLINED), 364)
    long_ago = timezone.now() - datetime.timedelta(days=366)
    factories.InvitationFactory(email="oud@zorg.example", expires_at=long_ago)
    factories.InvitationFactory(email="jong@zorg.example")
    assert tasks.clean_up_registrations(0) == 6
    assert set(Registration.objects.all()) == {young, waiting, recent}
    assert [one.email for one in Invitation.objects.all()] == ["jong@zorg.example"]
    assert events_with("oud@zorg.example") == []
    assert tasks.clean_up_registrations(0) == 0
