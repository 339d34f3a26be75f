"""The outbox is emptied once, whatever happens to mail server and worker in between."""

import datetime
import smtplib
import threading

import pytest
import time_machine
from django.core import mail as django_mail
from django.db import connection
from django.utils import timezone
from post_office.models import STATUS, Email, Log

from vindplaats.mail.models import Mail
from vindplaats.mail.sending import GIVE_UP_AFTER, send_waiting
from vindplaats.mail.tasks import remove_old_mail

REFUSED = smtplib.SMTPRecipientsRefused({"jan@zorg.example": (450, b"later")})


def statuses():
    return list(Mail.objects.order_by("pk").values_list("status", flat=True))


@pytest.mark.django_db
def test_sends_all_over_one_connection(trial, server):
    mails = [trial() for _ in range(3)]
    assert send_waiting() == 3
    assert [message.extra_headers["Message-ID"] for message in django_mail.outbox] == [m.message_id for m in mails]
    assert statuses() == [STATUS.sent] * 3
    assert send_waiting() == 0
    assert len(django_mail.outbox) == 3


@pytest.mark.django_db
def test_without_mail_the_server_is_left_alone(server):
    assert send_waiting() == 0
    assert server.opened == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError("weg"),
        TimeoutError("traag"),
        smtplib.SMTPServerDisconnected("weg"),
        smtplib.SMTPAuthenticationError(535, b"wie?"),
        RuntimeError("iets anders"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_server_away_loses_nothing(trial, server, error):
    first, second = trial(), trial()
    server.error = error
    assert send_waiting() == 0
    assert statuses()[0] == STATUS.requeued
    assert Log.objects.get(email=first).exception_type == type(error).__name__
    server.error = None
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=2)):
        assert send_waiting() == 2
    assert sorted(message.extra_headers["Message-ID"] for message in django_mail.outbox) == sorted(
        [first.message_id, second.message_id]
    )


@pytest.mark.django_db
def test_server_away_is_asked_once_for_many_mails(trial, server):
    for _ in range(20):
        trial()
    server.error = TimeoutError("traag")
    send_waiting()
    send_waiting()
    assert server.opened == 1


@pytest.mark.django_db
def test_one_refused_mail_keeps_no_other_waiting(trial, server):
    trial()
    other = trial(to="piet@zorg.example")
    server.error, server.refused = REFUSED, {"jan@zorg.example"}
    assert send_waiting() == 1
    assert [message.to for message in django_mail.outbox] == [other.to]
    assert statuses() == [STATUS.requeued, STATUS.sent]


@pytest.mark.django_db
def test_pauses_grow_and_end_after_a_day(trial, server):
    mail = trial()
    server.error = TimeoutError("traag")
    pauses, now = [], mail.created
    while Mail.objects.get().status != STATUS.failed:
        with time_machine.travel(now, tick=False):
            send_waiting()
        due = Mail.objects.get().scheduled_time
        pauses.append(due - now)
        now = due
    assert pauses == sorted(pauses)
    assert pauses[0] == datetime.timedelta(minutes=1)
    assert GIVE_UP_AFTER <= now - mail.created - pauses[-1] < GIVE_UP_AFTER + datetime.timedelta(hours=2)
    assert Mail.objects.get().number_of_retries == len(pauses)


@pytest.mark.django_db
def test_given_up_can_be_sent_again(trial, server):
    mail = trial()
    Mail.objects.update(status=STATUS.failed, number_of_retries=9, created=timezone.now() - datetime.timedelta(days=3))
    assert send_waiting() == 0
    Mail.objects.get().send_again()
    assert send_waiting() == 1
    assert django_mail.outbox[0].extra_headers["Message-ID"] == mail.message_id


@pytest.mark.django_db
def test_sent_and_given_up_go_after_thirty_days_and_waiting_mail_stays(trial, server):
    waiting, sent, failed, recent = (trial(key=f"{n}") for n in range(4))
    long_ago = timezone.now() - datetime.timedelta(days=31)
    Mail.objects.filter(pk=sent.pk).update(status=STATUS.sent, last_updated=long_ago)
    Mail.objects.filter(pk=failed.pk).update(status=STATUS.failed, last_updated=long_ago)
    Mail.objects.filter(pk=recent.pk).update(status=STATUS.sent)
    Mail.objects.filter(pk=waiting.pk).update(last_updated=long_ago)
    assert remove_old_mail(timestamp=0) == 2
    assert set(Email.objects.all()) == {waiting, recent}


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_mail_once(trial, server):
    for number in range(30):
        trial(to=f"m{number}@zorg.example")
    gate = threading.Barrier(2)

    def work():
        gate.wait()
        send_waiting()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(message.to[0] for message in django_mail.outbox) == sorted(f"m{n}@zorg.example" for n in range(30))


@pytest.mark.django_db(transaction=True)
def test_two_requests_with_one_key_queue_once(trial):
    gate = threading.Barrier(4)
    given = []

    def ask():
        gate.wait()
        given.append(trial(key="welkom").pk)
        connection.close()

    people = [threading.Thread(target=ask) for _ in range(4)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert given == [Email.objects.get().pk] * 4
