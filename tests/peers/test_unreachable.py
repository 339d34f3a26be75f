"""Mail that comes back: notices stay on the site, questions go to another, the newsletter stops, and one is told."""

import pytest
from django.utils import timezone

from peers.models import Notice, Subscriber
from peers.services.notices import tell
from peers.states import HandlingEnd
from tests import factories
from tests.mailbox import mails
from vindplaats.mail import failing
from vindplaats.mail.models import FailingAddress
from vindplaats.mine.data import archive
from vindplaats.mine.erasing import erase

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    return factories.UserFactory(email="weg@zorg.example")


def test_notices_stay_on_the_site(member):
    failing.note_failure(address=member.email, reason="550 5.1.1")
    factories.NoticeSettingFactory(user=member, kind="reaction", frequency="at_once")
    tell(user=member, code="reaction", title="Iets", path="/projecten/")
    assert Notice.objects.get().mailed_at is None
    assert not mails(member.email)


def test_newsletter_stops(member):
    factories.SubscriberFactory(email=member.email.lower())
    other = factories.SubscriberFactory()
    failing.note_failure(address=member.email, reason="550")
    assert Subscriber.objects.get() == other


def test_open_turns_go_to_another(member):
    turn = factories.HandlingFactory(user=member)
    answered = factories.HandlingFactory(user=member, answered_at=timezone.now())
    failing.note_failure(address=member.email, reason="550")
    turn.refresh_from_db()
    answered.refresh_from_db()
    assert (turn.ended_by, answered.ended_at) == (HandlingEnd.UNREACHABLE, None)
    assert turn.request.handlings.filter(ended_at=None).exists()


def test_is_told_and_can_say_that_it_works_again(client, member):
    client.force_login(member)
    assert "komt niet aan" not in client.get("/mijn/").text
    assert "komt aan" in client.get("/mijn/mail/").text
    failing.note_failure(address=member.email, reason="550")
    assert "Onze mail aan u komt niet aan" in client.get("/mijn/").text
    shown = client.get("/mijn/mail/").text
    assert member.email in shown
    assert "Wijzig uw e-mailadres" in shown
    client.post("/mijn/mail/")
    assert not FailingAddress.objects.exists()
    assert client.get("/en/mijn/mail/").status_code == 200


def test_goes_with_the_person(member):
    failing.note_failure(address=member.email, reason="550")
    factories.SubscriberFactory(email=member.email.lower())
    assert archive(member)
    erase(user=member)
    assert not FailingAddress.objects.exists()
    assert not Subscriber.objects.exists()
