"""Two at once through the pages, each in a thread and a connection of its own."""

import threading

import pytest
from django.db import connection
from django.test import Client

from projects.models import Project, ReviewCase, Revision, Theme
from projects.services import revisions
from projects.services.refusals import Refused
from projects.services.review.terms import propose_term
from tests import factories
from tests.projects.moderating import sent_along, url
from tests.projects.writing import member, submitted
from vindplaats.mail.models import Mail

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def together(*acts):
    """Do all of these at the same moment; return what each gave, refusals by name."""
    start, told = threading.Barrier(len(acts)), {}

    def run(number, act):
        try:
            start.wait(timeout=10)
            told[number] = act()
        except Refused as refusal:
            told[number] = type(refusal).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(told) == len(acts), "somebody waits for ever"
    return [told[number] for number in range(len(acts))]


def deciding(case, what, **more):
    """A moderator who has read the case and presses a button; gives the status of the answer: 302 when it counted."""
    client = Client()
    client.force_login(factories.UserFactory(moderator=True))
    sent = {"doe": f"besluit:{what}", **sent_along(client, case), **more}
    return lambda: client.post(url(case), sent).status_code


def test_of_two_approvals_one_counts():
    submitted()
    case = ReviewCase.objects.get()
    answers = together(deciding(case, "goedkeuren", tekst="Mooi."), deciding(case, "goedkeuren", tekst="Prachtig."))
    assert sorted(answers) == [200, 302]
    assert Revision.objects.get().number == 1
    assert Mail.objects.filter(subject__startswith="Op de site").count() == 1
    case.refresh_from_db()
    assert case.reason == ("Mooi." if answers[0] == 302 else "Prachtig.")


def test_approval_against_withdrawal():
    revision = submitted()
    case = ReviewCase.objects.get()
    approved, withdrawn = together(
        deciding(case, "goedkeuren"), lambda: revisions.withdraw(revision=revision, by=revision.created_by) and "done"
    )
    outcome = (ReviewCase.objects.get().outcome, Revision.objects.get().status, Project.objects.get().status)
    if withdrawn == "done":
        assert (approved, outcome) == (200, ("withdrawn", "draft", "draft"))
    else:
        assert (approved, withdrawn, outcome) == (302, "AlreadyDecided", ("approved", "accepted", "published"))


def test_two_who_take_in_the_same_term_from_two_proposals():
    """Each answers the other's as well; none waits for the other for ever, and there is one term."""
    for _count in range(2):
        propose_term(kind="theme", name="Rouwzorg", by=member().user)
    sent = {"opnemen-name": "Rouwzorg", "opnemen-name_en": "", "opnemen-parent": ""}
    together(*(deciding(case, "opnemen", **sent) for case in ReviewCase.objects.all()))
    assert Theme.objects.filter(name="Rouwzorg").count() == 1
    assert ReviewCase.objects.waiting().count() <= 1
