"""Two at once, each in a thread and a connection of its own: one of them is told, and nothing happens twice."""

import threading

import pytest
from django.db import connection

from projects.models import Project, ReviewCase, Revision
from projects.services import revisions
from projects.services.refusals import Refused
from projects.services.revisions.refusals import Conflict
from tests import factories
from tests.projects.writing import begun, member, submitted
from vindplaats.mail.models import Mail

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def together(*acts):
    """Do all of these at the same moment; return what came of each: "done" or the class of the refusal."""
    start, told = threading.Barrier(len(acts)), {}

    def run(number, act):
        try:
            start.wait(timeout=10)
            act()
            told[number] = "done"
        except Refused as refusal:
            told[number] = type(refusal).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(told) == len(acts), "somebody waits for ever"
    return sorted(told.values())


def test_of_two_approvals_one_counts():
    revision = submitted()
    editors = [factories.UserFactory(moderator=True) for _ in range(2)]
    told = together(*(lambda by=by: revisions.accept(revision=revision, by=by) for by in editors))
    assert told == ["AlreadyDecided", "done"]
    assert Revision.objects.get().number == 1
    assert Mail.objects.filter(subject__startswith="Op de site").count() == 1


def test_approval_against_return():
    revision = submitted()
    one, other = factories.UserFactory(moderator=True), factories.UserFactory(moderator=True)
    told = together(
        lambda: revisions.accept(revision=revision, by=one),
        lambda: revisions.return_with_reason(revision=revision, by=other, reason="Nee."),
    )
    assert told == ["AlreadyDecided", "done"]
    assert (Revision.objects.get().status, Project.objects.get().status) in {
        ("accepted", "published"),
        ("returned", "returned"),
    }


def test_approval_against_taking_back():
    revision = submitted()
    editor = factories.UserFactory(moderator=True)
    told = together(
        lambda: revisions.accept(revision=revision, by=editor),
        lambda: revisions.withdraw(revision=revision, by=revision.created_by),
    )
    assert told == ["AlreadyDecided", "done"]
    assert (Revision.objects.get().status, Project.objects.get().status) in {
        ("accepted", "published"),
        ("draft", "draft"),
    }
    assert ReviewCase.objects.filter(closed_at=None).count() == 0


def test_submitting_twice_opens_one_case():
    revision = begun()
    colleague = member(institute=revision.project.institute).user
    told = together(
        *(lambda by=by: revisions.submit(revision=revision, by=by) for by in (revision.created_by, colleague))
    )
    assert told == ["StageRefused", "done"]
    assert ReviewCase.objects.count() == 1
    assert Mail.objects.filter(subject__startswith="Ontvangen").count() == 1


def test_of_two_writers_of_a_section_one_is_told():
    revision = begun()
    colleague = member(institute=revision.project.institute).user

    def save(by, text):
        revisions.save_section(
            revision=revision, section="hoe", values={"approach": text}, version=revision.version, by=by
        )

    told = together(lambda: save(revision.created_by, "Van mij."), lambda: save(colleague, "Van haar."))
    assert told == [Conflict.__name__, "done"]
    assert Revision.objects.get().content["approach"] in {"Van mij.", "Van haar."}


def test_saving_against_submitting():
    revision = begun()
    by = revision.created_by
    told = together(
        lambda: revisions.submit(revision=revision, by=by, version=revision.version),
        lambda: revisions.save_section(
            revision=revision, section="hoe", values={"approach": "Later."}, version=revision.version, by=by
        ),
    )
    assert "done" in told
    assert told in (["Conflict", "done"], ["StageRefused", "done"])


def test_beginning_an_edit_twice_is_one_text():
    project = factories.ProjectFactory(published=True)
    people = [member(institute=project.institute).user for _ in range(2)]
    told = together(*(lambda by=by: revisions.begin_edit(project=project, by=by) for by in people))
    assert told == ["done", "done"]
    assert Revision.objects.count() == 1


def test_throwing_away_against_submitting():
    revision = begun()
    by = revision.created_by
    told = together(
        lambda: revisions.submit(revision=revision, by=by), lambda: revisions.discard(revision=revision, by=by)
    )
    assert told in (["Gone", "done"], ["StageRefused", "done"])
    assert Project.objects.count() == ReviewCase.objects.count()
