"""Time passes over weekends and holidays: a reminder after four working days, the next one after eight, once each."""

import datetime

import pytest
import time_machine

from peers.models import Handling, Notice
from peers.services.contact.ending import close_quiet
from peers.services.contact.reminding import follow_time
from peers.services.contact.writing import write
from peers.states import HandlingEnd
from peers.tasks.contact import follow_contact_requests
from tests.mailbox import mails
from tests.peers.contacting import answered, asked, contact_person, moment, project, turn

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def asked_at(start):
    about = project()
    people = [contact_person(about, name, position=n) for n, name in enumerate(("Een", "Twee"))]
    with time_machine.travel(moment(start), tick=False):
        return asked(about), people


def hourly(start, end):
    """Run the job each hour in between; return when it did something, and what."""
    now, last, did = moment(start), moment(end), []
    while now <= last:
        with time_machine.travel(now, tick=False):
            done = {name: count for name, count in follow_contact_requests(timestamp=0).items() if count}
        if done:
            did.append((now.strftime("%Y-%m-%d %H:%M"), *done))
        now += HOUR
    return did


@pytest.mark.parametrize(
    ("start", "reminded", "handed_over"),
    [
        ("2026-11-16 09:00", "2026-11-20 09:00", "2026-11-26 09:00"),
        # Over a weekend, and what comes in on a Saturday counts from the Monday on.
        ("2026-11-19 16:00", "2026-11-25 16:00", "2026-12-01 16:00"),
        ("2026-11-21 12:00", "2026-11-27 00:00", "2026-12-03 00:00"),
        # Good Friday and Easter Monday.
        ("2026-04-01 10:00", "2026-04-09 10:00", "2026-04-15 10:00"),
        # Christmas on Friday and Saturday, New Year's Day on Friday.
        ("2026-12-23 10:00", "2026-12-30 10:00", "2027-01-06 10:00"),
        # The clock goes back in the night of 25 October.
        ("2026-10-22 10:00", "2026-10-28 10:00", "2026-11-03 10:00"),
    ],
)
def test_steps(start, reminded, handed_over):
    request, people = asked_at(start)
    did = hourly(start, handed_over)
    assert did == [(reminded, "reminded"), (handed_over, "handed_over")]
    assert turn(request).user == people[1]


def test_everybody_is_told_at_every_step_once():
    request, (first, second) = asked_at("2026-11-16 09:00")
    hourly("2026-11-19 10:00", "2026-11-26 12:00")
    told = Notice.objects.order_by("pk").values_list("user__name", "code")
    assert list(told) == [
        (first.name, "contact_asked"),
        (first.name, "contact_reminder"),
        (request.asker.name, "contact_reminded"),
        (second.name, "contact_asked"),
        (request.asker.name, "contact_moved"),
        (first.name, "contact_taken"),
    ]
    assert [mail.subject for mail in mails(request.asker.email)] == [
        "We hebben aan uw vraag herinnerd: Hoe kreeg u de wijk mee?",
        "Uw vraag ligt bij iemand anders: Hoe kreeg u de wijk mee?",
    ]
    assert "donderdag 26 november" in mails(first.email)[1].message


def test_next_one_has_the_same_time_and_then_the_editors():
    request, people = asked_at("2026-11-16 09:00")
    did = hourly("2026-11-16 09:00", "2026-12-14 12:00")
    assert did == [
        ("2026-11-20 09:00", "reminded"),
        ("2026-11-26 09:00", "handed_over"),
        ("2026-12-02 09:00", "reminded"),
        ("2026-12-08 09:00", "handed_over"),
    ]
    assert turn(request).is_editors


def test_answer_stops_the_clock():
    request, (first, _second) = asked_at("2026-11-16 09:00")
    with time_machine.travel(moment("2026-11-19 09:00"), tick=False):
        write(request=request, by=first, text="Begin klein.")
    assert hourly("2026-11-19 10:00", "2026-12-04 10:00") == []


def test_late_reminder_gives_the_time_that_it_promises():
    """The worker stood still for three weeks."""
    request, (first, _second) = asked_at("2026-11-02 09:00")
    assert hourly("2026-11-23 09:00", "2026-11-27 08:00") == [("2026-11-23 09:00", "reminded")]
    assert turn(request).user == first
    assert hourly("2026-11-27 09:00", "2026-11-27 12:00") == [("2026-11-27 09:00", "handed_over")]


def test_who_is_no_longer_active_is_passed_by():
    request, (first, second) = asked_at("2026-11-16 09:00")
    first.is_active = False
    first.save()
    assert hourly("2026-11-16 10:00", "2026-11-16 12:00") == [("2026-11-16 10:00", "gone")]
    assert Handling.objects.get(user=first).ended_by == HandlingEnd.GONE
    assert turn(request).user == second


def test_quiet_conversation_is_closed_once():
    with time_machine.travel(moment("2026-06-01 09:00"), tick=False):
        request = answered()
    assert close_quiet(now=moment("2026-08-15 09:00")) == 0
    assert [close_quiet(now=moment("2026-09-01 09:00")) for _run in range(2)] == [1, 0]
    request.refresh_from_db()
    assert request.status == "closed"


def test_worker_that_is_killed_leaves_the_rest_for_the_next_run(monkeypatch):
    """The first request fails in the middle of its hand-over: nothing of it stays, and nothing is done twice."""
    requests = [asked_at("2026-11-16 09:00")[0] for _number in range(2)]
    follow_time(now=moment("2026-11-20 09:30"))
    before = Notice.objects.count(), len(mails())

    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("peers.services.contact.turns.tell_moved", killed)
        with pytest.raises(KeyboardInterrupt):
            follow_time(now=moment("2026-11-26 09:30"))
    assert (Notice.objects.count(), len(mails())) == before
    assert Handling.objects.count() == 2
    for _run in range(2):
        follow_time(now=moment("2026-11-26 09:30"))
    assert [request.handlings.count() for request in requests] == [2, 2]
    assert len({mail.message_id for mail in mails()}) == len(mails())


def test_who_answered_and_is_written_to_again_is_reminded_once_for_it_and_keeps_it():
    request, (first, _second) = asked_at("2026-11-16 09:00")
    with time_machine.travel(moment("2026-11-16 10:00"), tick=False):
        write(request=request, by=first, text="Met een kop koffie.")
    with time_machine.travel(moment("2026-11-17 11:00"), tick=False):
        write(request=request, by=request.asker, text="En hoe ging dat daarna?")
    assert hourly("2026-11-17 12:00", "2026-12-04 12:00") == [("2026-11-23 11:00", "reminded_again")]
    assert turn(request).user == first
    assert mails(first.email)[-1].subject == f"{request.asker_name} wacht nog op u: Hoe kreeg u de wijk mee?"
    with time_machine.travel(moment("2026-12-07 09:00"), tick=False):
        write(request=request, by=request.asker, text="Ik wacht nog.")
    assert hourly("2026-12-07 10:00", "2026-12-14 12:00") == [("2026-12-11 09:00", "reminded_again")]


def test_who_answered_last_is_not_reminded():
    request, (first, _second) = asked_at("2026-11-16 09:00")
    with time_machine.travel(moment("2026-11-16 10:00"), tick=False):
        write(request=request, by=first, text="Met een kop koffie.")
    assert hourly("2026-11-16 11:00", "2026-12-04 12:00") == []
