"""Two at once, each in a thread and a connection of its own: one outcome, and who is late is told and loses nothing."""

import pytest
from django.test import Client

from peers.models import ContactMessage, ContactRequest, Handling
from peers.services.contact.asking import ask
from peers.services.contact.refusals import AlreadyAsked, NotYourTurn
from peers.services.contact.reminding import follow_time
from peers.services.contact.subjects import Subject
from peers.services.contact.turns import hand_on
from peers.services.contact.writing import write
from peers.states import HandlingEnd
from tests import factories
from tests.mailbox import mails
from tests.peers.contacting import asked, contact_person, member, moment, project, turn
from tests.projects.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
WORDS = {"title": "Hoe?", "text": "Wij beginnen."}


def test_last_place_of_an_expert_goes_to_one_and_the_other_loses_nothing():
    profile = factories.ProfileFactory(monthly_limit=1)
    askers, typed = [member("Een"), member("Twee")], {"onderwerp": "Hoe?", "vraag": "Een lang verhaal."}

    def send(user):
        client = Client()
        client.force_login(user)
        return client.post(f"/contact/nieuw/?expert={profile.slug}", typed)

    answers = at_once(*(lambda user=user: send(user) for user in askers))
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    page = next(answer for answer in answers if answer.status_code == 200).content.decode()
    assert "heeft deze maand geen plaats meer" in page
    assert "Een lang verhaal." in page
    assert Handling.objects.get().profile == profile
    assert len(mails(profile.user.email)) == 1


def test_two_clicks_are_one_request():
    about, asker = project(owner=member()), member()
    told = at_once(*[lambda: ask(asker=asker, subject=Subject(project=about), **WORDS)] * 2)
    assert {type(one) for one in told} == {ContactRequest, AlreadyAsked}
    assert ContactRequest.objects.count() == 1
    assert len(mails()) == 1


def test_limit_holds_for_two_at_once():
    asker = member()
    for _number in range(4):
        asked(by=asker)
    at_once(*(lambda: ask(asker=asker, subject=Subject(project=project()), **WORDS) for _number in range(2)))
    assert ContactRequest.objects.filter(asker=asker).count() == 5


@pytest.mark.parametrize("_round", range(3))
def test_answer_at_the_moment_of_the_hand_over(_round):
    about = project()
    first, second = contact_person(about, "Een", position=1), contact_person(about, "Twee", position=2)
    request = asked(about)
    Handling.objects.update(started_at=moment("2026-11-02 09:00"), reminded_at=moment("2026-11-06 09:00"))
    told = at_once(
        lambda: write(request=request, by=first, text="Begin klein."),
        lambda: follow_time(now=moment("2026-11-16 09:00")),
    )
    request.refresh_from_db()
    if isinstance(told[0], ContactMessage):
        assert (request.status, turn(request).user, told[1]["handed_over"]) == ("talking", first, 0)
    else:
        assert isinstance(told[0], NotYourTurn)
        assert (request.status, turn(request).user, told[1]["handed_over"]) == ("waiting", second, 1)
        assert not ContactMessage.objects.exists()


def test_two_workers_hand_over_once():
    about = project()
    contact_person(about, "Een", position=1)
    second = contact_person(about, "Twee", position=2)
    request = asked(about)
    Handling.objects.update(started_at=moment("2026-11-02 09:00"), reminded_at=moment("2026-11-06 09:00"))
    at_once(*[lambda: follow_time(now=moment("2026-11-16 09:00"))] * 2)
    assert (request.handlings.count(), turn(request).user) == (2, second)
    assert len(mails(second.email)) == 1


def test_bounce_and_hand_over_at_once_are_one_step():
    about = project()
    for number, name in enumerate(("Een", "Twee", "Drie")):
        contact_person(about, name, position=number)
    request = asked(about)
    current = turn(request)
    told = at_once(
        lambda: hand_on(handling=current, reason=HandlingEnd.UNREACHABLE),
        lambda: hand_on(handling=current, reason=HandlingEnd.TOO_LATE),
    )
    assert [one is None for one in told].count(True) == 1
    assert request.handlings.count() == 2
