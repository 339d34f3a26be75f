"""The queue: each thing once, its place kept, and one decision however many moderators press the button."""

import threading

import pytest
from django.db import connection

from projects.models import ReviewCase
from projects.services.refusals import AlreadyDecided
from projects.services.review.cases import close_case, open_case
from projects.states import Outcome
from tests import factories


def put(**changes):
    return open_case(**{"kind": "revision", "object_id": 7, "title": "Wijkzorg", **changes})


def test_opened_twice_is_one_case_that_keeps_its_place(db):
    first = put()
    again = put(title="Wijkzorg dichtbij", flags=["personal"])
    assert (again.pk, again.opened_at) == (first.pk, first.opened_at)
    case = ReviewCase.objects.get()
    assert (case.title, case.flags) == ("Wijkzorg dichtbij", ["personal"])
    assert case.due_at > case.opened_at


def test_closed_with_who_and_why(db):
    put()
    moderator = factories.UserFactory(moderator=True)
    case = close_case(kind="revision", object_id=7, outcome=Outcome.RETURNED, by=moderator, reason=" Vul aan. ")
    assert (case.outcome, case.decided_by, case.reason) == (Outcome.RETURNED, moderator, "Vul aan.")
    assert put().pk != case.pk


def test_second_decision_is_refused(db):
    put()
    close_case(kind="revision", object_id=7, outcome=Outcome.APPROVED, by=None)
    with pytest.raises(AlreadyDecided):
        close_case(kind="revision", object_id=7, outcome=Outcome.DECLINED, by=None)
    assert ReviewCase.objects.get().outcome == Outcome.APPROVED


def test_nothing_to_close(db):
    assert close_case(kind="revision", object_id=8, outcome=Outcome.WITHDRAWN, by=None, required=False) is None


@pytest.mark.django_db(transaction=True)
def test_two_moderators_at_once():
    put()
    start, told = threading.Barrier(2), []

    def decide(outcome):
        try:
            start.wait(timeout=10)
            close_case(kind="revision", object_id=7, outcome=outcome, by=None)
            told.append(outcome)
        except AlreadyDecided:
            told.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=decide, args=[outcome]) for outcome in (Outcome.APPROVED, Outcome.DECLINED)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(map(str, told)).count("refused") == 1
    assert ReviewCase.objects.get().outcome in told
