"""Asking: the form says who gets it and when, nothing typed is lost, and one click is one request."""

import pytest
import time_machine
from django.utils.html import escape

from peers.models import ContactRequest, Handling, Profile
from tests import factories
from tests.mailbox import mails
from tests.peers.contacting import asked, contact_person, member, moment, project, turn

pytestmark = pytest.mark.django_db
TYPED = {"onderwerp": "Hoe kreeg u de wijk mee?", "vraag": "Wij beginnen met beeldzorg."}


@pytest.fixture
def asker(client):
    user = member()
    client.force_login(user)
    return user


def path(about):
    return f"/contact/nieuw/?project={about.slug}"


def test_visitor_comes_back_with_what_they_came_for(client):
    about = project()
    response = client.get(path(about))
    assert response.status_code == 302
    assert f"next=/contact/nieuw/%3Fproject%3D{about.slug}" in response.url


@pytest.mark.parametrize(
    ("now", "answer", "last"),
    [
        # Thursday 24, then Christmas and a weekend, Monday 28, 29, 30; and 31, New Year, 4, 5 and 6 January.
        ("2026-12-23 10:00", "woensdag 30 december", "woensdag 6 januari"),
        # Good Friday and Easter Monday are off.
        ("2026-04-02 10:00", "vrijdag 10 april", "donderdag 16 april"),
        # On a Saturday it counts from the Monday.
        ("2026-11-28 10:00", "vrijdag 4 december", "donderdag 10 december"),
    ],
)
def test_form_says_who_and_when_with_holidays(client, now, answer, last):
    with time_machine.travel(moment(now), tick=False):
        client.force_login(member())
        about = project()
        contact_person(about)
        page = client.get(path(about)).content.decode()
    assert "Uw vraag gaat naar Anne Antwoord." in page
    assert f"uiterlijk {answer}" in page
    assert f"Is er op {last} nog niets" in page


@pytest.mark.parametrize("joined", [True, False])
def test_form_names_nobody_who_does_not_stand_for_it(client, asker, joined):
    about = project(owner=member("Stille Eigenaar") if joined else None)
    page = client.get(path(about)).content.decode()
    assert "Stille Eigenaar" not in page
    assert (f"naar iemand van {about.institute.name}" if joined else "Uw vraag gaat naar de redactie") in page


def test_asking(client, asker):
    about = project()
    handler = contact_person(about)
    given = {**TYPED, "geprobeerd": "Gebeld met de leverancier."}
    response = client.post(path(about), given, follow=True)
    request = ContactRequest.objects.get()
    assert response.redirect_chain[-1][0] == f"/contact/{request.reference}/"
    assert "Uw vraag is verstuurd" in response.content.decode()
    assert request.text == "Wij beginnen met beeldzorg.\n\nWat ik al probeerde:\nGebeld met de leverancier."
    assert turn(request).user == handler
    (mail,) = mails()
    assert mail.to == [handler.email]
    assert "Gebeld met de leverancier." in mail.message


def test_second_click_is_the_same_request(client, asker):
    about = project()
    first = client.post(path(about), TYPED)
    second = client.post(path(about), TYPED)
    assert first.url == second.url
    assert ContactRequest.objects.count() == 1


def test_another_question_about_the_same_keeps_what_was_typed(client, asker):
    about = project()
    request = asked(about, asker)
    assert client.get(path(about)).url == request.get_absolute_url()
    page = client.post(path(about), {"onderwerp": "Iets anders", "vraag": "Een heel andere vraag."}).content.decode()
    assert "Een heel andere vraag." in page
    assert request.get_absolute_url() in page
    assert ContactRequest.objects.count() == 1


def test_what_is_not_ticked_is_neither_kept_nor_sent(client, asker):
    about, institute = project(), factories.MembershipFactory(user=asker).institute
    contact_person(about)
    plan = factories.ProjectFactory(institute=institute, summary="Geheim plan.")
    client.post(path(about), {**TYPED, "plan": plan.slug, "plan_tekst": "Nog geheimer plan."})
    request = ContactRequest.objects.get()
    assert (request.plan, request.plan_text) == (None, "")
    assert not any("geheim" in mail.message.lower() for mail in mails())


def test_plan_that_is_ticked_goes_along_as_it_is_now(client, asker):
    about, institute = project(), factories.MembershipFactory(user=asker).institute
    handler = contact_person(about)
    plan = factories.ProjectFactory(institute=institute)
    factories.RevisionFactory(project=plan, content={"title": "Ons plan", "summary": "Beeldzorg bij 20 mensen."})
    client.post(path(about), {**TYPED, "plan_mee": "on", "plan": plan.slug})
    request = ContactRequest.objects.get()
    assert request.plan_text == "Ons plan\n\nBeeldzorg bij 20 mensen."
    client.force_login(handler)
    page = client.get(request.get_absolute_url()).content.decode()
    assert "Beeldzorg bij 20 mensen." in page
    # A draft of somebody else's institute is not there for them.
    assert plan.get_absolute_url() not in page


def test_plan_of_the_address_is_chosen_but_not_ticked(client, asker):
    institute = factories.MembershipFactory(user=asker).institute
    plan = factories.ProjectFactory(institute=institute)
    page = client.get(f"{path(project())}&plan={plan.slug}").content.decode()
    assert f'value="{plan.slug}" selected' in page
    assert 'name="plan_mee" checked' not in page


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"onderwerp": ""}, "Vul in waar uw vraag over gaat."),
        ({"vraag": ""}, "Schrijf op wat u wilt weten."),
        ({"plan_mee": "on"}, "Kies een project of plak uw plan."),
        ({"plan_mee": "on", "plan_tekst": "x" * 20_001}, "20000"),
        ({"plan_mee": "on", "plan": "van-een-ander"}, "Kies een project uit de lijst."),
        ({"instelling": "999999"}, "Selecteer"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, asker, given, told):
    factories.ProjectFactory(institute=factories.MembershipFactory(user=asker).institute)
    page = client.post(path(project()), {**TYPED, "geprobeerd": "Al gebeld.", **given}).content.decode()
    assert told in page
    assert "Al gebeld." in page
    assert not ContactRequest.objects.exists()


def test_in_the_name_of_an_own_institute_only(client, asker):
    own, other = factories.MembershipFactory(user=asker).institute, factories.InstituteFactory(verified=True)
    about = project()
    page = client.get(path(about)).content.decode()
    assert escape(other.name) not in page
    client.post(path(about), {**TYPED, "instelling": own.pk})
    assert ContactRequest.objects.get().asker_institute == own


@pytest.mark.parametrize(("days_old", "most"), [(0, 2), (30, 5)])
def test_limit_of_a_day_keeps_what_was_typed(client, days_old, most):
    with time_machine.travel(moment("2026-11-02 09:00"), tick=False):
        young = factories.UserFactory()
        young.date_joined = moment("2026-11-02 08:00") if days_old == 0 else moment("2026-09-02 08:00")
        young.save()
        for _number in range(most):
            asked(by=young)
        client.force_login(young)
        page = client.post(path(project()), TYPED).content.decode()
        assert f"{most} vragen per 24 uur" in page
        assert TYPED["vraag"] in page
        assert ContactRequest.objects.count() == most
    with time_machine.travel(moment("2026-11-03 09:01"), tick=False):
        client.force_login(young)
        assert client.post(path(project()), TYPED).status_code == 302


def test_limit_of_a_month(client):
    person = member()
    factories.ContactRequestFactory.create_batch(
        20,
        asker=person,
        created_at=moment("2026-11-01 09:00"),
        status="withdrawn",
        closed_at=moment("2026-11-01 10:00"),
    )
    with time_machine.travel(moment("2026-11-20 09:00"), tick=False):
        client.force_login(person)
        assert "dertig dagen al 20 vragen" in client.post(path(project()), TYPED).content.decode()


def test_not_oneself(client, asker):
    own = factories.ProfileFactory(user=asker)
    assert client.get(f"/contact/nieuw/?expert={own.slug}").url == "/mijn/contact/"
    client.post(f"/contact/nieuw/?expert={own.slug}", TYPED)
    assert not Handling.objects.exists()


@pytest.mark.parametrize("query", ["project=concept", "expert=verborgen", "instelling=zonder", "project=bestaat-niet"])
def test_what_is_not_public_is_not_there(client, asker, query):
    factories.ProjectFactory(slug="concept")
    factories.ProfileFactory(slug="verborgen", visibility="hidden")
    factories.InstituteFactory(slug="zonder")
    assert client.get(f"/contact/nieuw/?{query}").status_code == 404
    assert client.post(f"/contact/nieuw/?{query}", TYPED).status_code == 404
    assert not ContactRequest.objects.exists()


def test_members_ask_who_shows_themselves_to_members(client, asker):
    profile = factories.ProfileFactory(member=True)
    client.post(f"/contact/nieuw/?expert={profile.slug}", TYPED)
    request = ContactRequest.objects.get()
    assert (turn(request).user, turn(request).profile) == (profile.user, Profile.objects.get())


def test_institute(client, asker):
    institute = factories.MembershipFactory(manager=True).institute
    client.post(f"/contact/nieuw/?instelling={institute.slug}", TYPED)
    assert ContactRequest.objects.get().institute == institute
