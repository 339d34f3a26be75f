"""An address that refuses our mail for good is noted; nobody else can have one noted."""

import io
import smtplib
import sys

import pytest
from django.core.management import call_command
from post_office.models import STATUS, Email

from vindplaats import hooks
from vindplaats.mail import bounces, failing, queue, sending
from vindplaats.mail.models import FailingAddress

pytestmark = pytest.mark.django_db
TO = "Jan@zorg.example"
DSN = """\
From: MAILER-DAEMON@mx.example
To: geen-antwoord@vindplaats.example
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="x"
MIME-Version: 1.0

--x
Content-Type: text/plain

Sorry.
--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {to}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} no such user

--x
Content-Type: {kind}

Message-ID: {message_id}
Subject: Proef

--x--
"""


@pytest.fixture
def mail():
    made = queue(to=TO, template="trial", context={"name": "Vindplaats"})
    Email.objects.update(status=STATUS.sent)
    return made


def dsn(mail, *, to=TO, action="failed", status="5.1.1", kind="text/rfc822-headers", message_id=""):
    text = DSN.format(to=to, action=action, status=status, kind=kind, message_id=message_id or mail.message_id)
    return text.encode()


class TestReading:
    """Delivery status notifications (RFC 3464)."""

    @pytest.mark.parametrize("kind", ["text/rfc822-headers", "message/rfc822"])
    def test_a_hard_bounce_is_noted(self, mail, kind):
        assert bounces.receive(dsn(mail, kind=kind)) == ["jan@zorg.example"]
        one = FailingAddress.objects.get()
        assert (one.address, one.count) == ("jan@zorg.example", 1)
        assert "5.1.1" in one.reason
        bounces.receive(dsn(mail))
        assert FailingAddress.objects.get().count == 2

    @pytest.mark.parametrize(
        "forged",
        [
            {"to": "piet@zorg.example"},
            {"message_id": "<niet-van-ons@vindplaats.example>"},
            {"action": "delayed", "status": "4.4.1"},
            {"action": "delivered", "status": "2.0.0"},
            {"status": "5.2.2"},
            {"status": "5.7.1"},
            {"status": "4.2.2"},
            {"kind": "text/plain"},
        ],
    )
    def test_what_does_not_count(self, mail, forged):
        assert bounces.receive(dsn(mail, **forged)) == []
        assert not FailingAddress.objects.exists()

    def test_a_mail_that_was_not_sent_cannot_bounce(self, mail):
        Email.objects.update(status=STATUS.queued)
        assert bounces.receive(dsn(mail)) == []

    @pytest.mark.parametrize("raw", [b"", b"\x00\xff", b"Subject: hoi\n\nhoi", b"Content-Type: multipart/report\n\n--"])
    def test_anything_else_is_left(self, raw):
        assert bounces.receive(raw) == []

    def test_as_a_command(self, mail, monkeypatch):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(dsn(mail))))
        call_command("receive_bounce", stdout=io.StringIO())
        assert FailingAddress.objects.exists()


class TestSending:
    """What the mail server answers at once."""

    @pytest.mark.parametrize(
        ("code", "text", "noted"),
        [
            (550, b"5.1.1 weg", True),
            (452, b"4.2.2 vol", False),
            (552, b"5.2.2 vol", False),
            (554, b"5.7.1 spam", False),
        ],
    )
    def test_refused_for_good_is_noted_and_given_up(self, monkeypatch, code, text, noted):
        queue(to=TO, template="trial", context={"name": "Vindplaats"})
        error = smtplib.SMTPRecipientsRefused({TO: (code, text)})
        monkeypatch.setattr(sending, "_hand_over", lambda mail, connection: error)
        sending.send_waiting()
        assert FailingAddress.objects.exists() is noted
        assert Email.objects.get().status == (STATUS.failed if noted else STATUS.requeued)


def test_others_are_told_in_the_same_transaction(mail):
    told = []
    hooks.mail_failed.register(told.append)
    try:
        failing.note_failure(address=TO, reason="550")
    finally:
        hooks.mail_failed._functions.remove(told.append)
    assert told == ["jan@zorg.example"]
    assert failing.is_failing("JAN@zorg.example")
    failing.works_again(address=TO)
    assert not failing.is_failing(TO)
