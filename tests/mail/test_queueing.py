"""A mail is a row and a job of the transaction that caused it; what cannot be a mail is refused there and then."""

import pytest
from django.db import transaction
from post_office.models import STATUS, Email

from tests.jobs import jobs
from vindplaats.mail import absolute, queue
from vindplaats.mail.models import Mail, MailKey

pytestmark = pytest.mark.django_db
SEND = "vindplaats.mail.tasks.send"


def test_row_and_job(trial, mailoutbox):
    mail = trial()
    assert (mail.to, mail.status, mail.subject) == (["jan@zorg.example"], STATUS.queued, "Proef van Vindplaats")
    assert mail.from_email == "Vindplaats <geen-antwoord@vindplaats.example>"
    assert mail.message_id.endswith("@vindplaats.example>")
    assert mail.headers["Auto-Submitted"] == "auto-generated"
    assert jobs(SEND) == [{}]
    assert mailoutbox == []


def test_rolled_back_is_neither_mail_nor_job(trial):
    with transaction.atomic():
        trial()
        transaction.set_rollback(True)
    assert not Email.objects.exists()
    assert jobs(SEND) == []


def test_key_queues_once(trial):
    first = trial(key="welkom-1")
    assert trial(key="welkom-1", to="piet@zorg.example") == first
    assert trial(key="welkom-2") != first
    assert trial() != trial()
    assert Email.objects.count() == 4
    assert len(jobs(SEND)) == 4


def test_key_goes_with_its_mail(trial):
    trial(key="welkom-1").delete()
    assert not MailKey.objects.exists()


def test_language_of_who_gets_it(trial):
    english = trial(language="en")
    assert english.subject == "Trial from Vindplaats"
    assert "Kind regards" in english.message
    assert '<html lang="en">' in english.html_message
    assert trial(language="fy").subject == "Proef van Vindplaats"


def test_both_parts_say_the_same():
    mail = queue(to="jan@zorg.example", template="trial", context={"name": "<b>R&D</b>"})
    assert "van <b>R&D</b>." in mail.message
    assert "van &lt;b&gt;R&amp;D&lt;/b&gt;." in mail.html_message
    assert '<li><a href="https://vindplaats.example/">https://vindplaats.example/</a></li>' in mail.html_message


def test_addresses_that_people_typed_are_not_made_links():
    evil = "https://vindplaats.example.kwaad.example/ en https://kwaad.example/"
    mail = queue(to="jan@zorg.example", template="trial", context={"name": evil})
    assert "kwaad" in mail.html_message
    assert 'href="https://vindplaats.example.' not in mail.html_message
    assert 'href="https://kwaad' not in mail.html_message


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\n\n", "\r", "\x0b", "\x85", "\u2028"])
def test_line_break_in_a_value_ends_no_header(breaks, server):
    mail = queue(to="jan@zorg.example", template="trial", context={"name": f"A{breaks}Bcc: b@kwaad.example"})
    assert mail.subject == "Proef van A Bcc: b@kwaad.example"
    message = mail.email_message().message()
    assert message["Bcc"] is None
    assert message["Subject"] == mail.subject


@pytest.mark.parametrize(
    "address",
    [
        "",
        "geen adres",
        "a@b.example,c@d.example",
        "a@b.example\nBcc: c@d.example",
        "a@b.example\r\n",
        "A <a@b.example>",
    ],
)
def test_address_that_is_not_one(trial, address):
    with pytest.raises(ValueError, match="one e-mail address"):
        trial(to=address)
    assert not Email.objects.exists()


@pytest.mark.parametrize(
    "headers", [{"Reply-To": "a@b.example\nBcc: c@d.example"}, {"X\nBcc": "c@d.example"}, {"": "a"}, {"X: y": "a"}]
)
def test_header_that_is_not_one(trial, headers):
    with pytest.raises(ValueError, match="cannot stand in a mail"):
        trial(headers=headers)


def test_headers_of_the_caller_win(trial):
    message = trial(headers={"Reply-To": "b@c.example", "List-Unsubscribe": "<https://x.example>"}).email_message()
    assert message.message()["Reply-To"] == "b@c.example"
    assert message.message()["List-Unsubscribe"] == "<https://x.example>"


def test_absolute_addresses_come_from_the_settings():
    assert absolute("/account/") == "https://vindplaats.example/account/"
    for path in ("account/", "//kwaad.example/", "https://kwaad.example/", ""):
        with pytest.raises(ValueError, match="no path of this site"):
            absolute(path)


def test_template_without_a_subject(trial):
    with pytest.raises(ValueError, match="a line with the subject"):
        queue(to="jan@zorg.example", template="_foot", context={})


def test_outbox_has_its_own_order(trial):
    late, early = trial(), trial()
    Mail.objects.filter(pk=early.pk).update(priority=3)
    assert list(Mail.objects.due(early.created)) == [early, late]
