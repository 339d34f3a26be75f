"""A project goes from status to status: only as allowed, by who may, with a trace, and the search follows."""

import datetime
import threading

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone, translation

from projects.models import Project
from projects.search.shelf import shelf
from projects.services import projects as services
from projects.services.refusals import ConfirmationRefused, ReasonMissing, TransitionRefused
from projects.states import Status, may_become
from tests.factories import LessonFactory, MembershipFactory, ProjectFactory, UserFactory
from tests.searching import indexed

VERBS = {
    Status.SUBMITTED: services.submit,
    Status.PUBLISHED: services.publish,
    Status.RETURNED: services.return_with_reason,
    Status.ARCHIVED: services.archive,
}


def in_status(status, **more):
    return ProjectFactory(**({} if status == Status.DRAFT else {str(status): True}), **more)


def last_event(project):
    return Project.pgh_event_model.objects.filter(pgh_obj_id=project.pk).latest("pgh_id")


@pytest.mark.parametrize("old", Status.values)
@pytest.mark.parametrize("new", VERBS)
def test_matrix_of_transitions(db, old, new):
    project = in_status(old, indexed=True)
    legal = old != new and may_become(old, new)
    if legal:
        assert VERBS[new](project=project, by=None, reason="Omdat het moet").status == new
    else:
        with pytest.raises(TransitionRefused):
            VERBS[new](project=project, by=None, reason="Omdat het moet")
    status = Project.objects.get().status
    assert status == (new if legal else old)
    assert indexed() == ({project.pk} if status == Status.PUBLISHED else set())


def test_refusal_says_why_in_the_language_of_the_page(db):
    project = ProjectFactory(title="Zorgpad", returned=True)
    with pytest.raises(TransitionRefused) as caught:
        services.publish(project=project, by=None)
    assert str(caught.value) == (
        "‘Zorgpad’ heeft de status ‘Teruggestuurd’ en kan daarom niet de status ‘Gepubliceerd’ krijgen."
    )


def test_refusal_of_what_is_so_already(db):
    with pytest.raises(TransitionRefused, match="heeft al de status ‘Gepubliceerd’"):
        services.publish(project=ProjectFactory(published=True), by=None)


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_return_needs_a_reason(db, reason):
    project = ProjectFactory(submitted=True)
    with pytest.raises(ReasonMissing):
        services.return_with_reason(project=project, by=None, reason=reason)
    assert Project.objects.get().status == Status.SUBMITTED


@pytest.mark.parametrize("new", VERBS)
def test_reason_and_person_are_kept(db, new):
    moderator = UserFactory(moderator=True)
    old = next(status for status in Status if status != new and may_become(status, new))
    project = in_status(old)
    VERBS[new](project=project, by=moderator, reason="  Zo is het beter. ")
    event = last_event(project)
    assert event.status == new
    assert event.pgh_context.metadata == {"user": moderator.pk, "action": str(new), "reason": "Zo is het beter."}


def test_date_of_publication_stays_that_of_the_first_time(db):
    project = ProjectFactory(submitted=True)
    with time_machine.travel(datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC), tick=False):
        services.publish(project=project, by=None)
    services.archive(project=project, by=None)
    with time_machine.travel(datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC), tick=False):
        again = services.publish(project=project, by=None)
    assert again.published_at == datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC)
    assert again.updated_at == datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)


def test_archived_project_is_not_found_nor_are_its_lessons(db):
    project = ProjectFactory(published=True, with_lessons=True, indexed=True)
    assert (len(indexed()), len(indexed("lesson"))) == (1, 3)
    services.archive(project=project, by=None)
    assert indexed() == indexed("lesson") == indexed("institute") == set()


def test_confirm_is_of_today_in_the_netherlands(db):
    project = ProjectFactory(published=True, indexed=True)
    with time_machine.travel(datetime.datetime(2026, 3, 1, 23, 30, tzinfo=datetime.UTC), tick=False):
        services.confirm(project=project, by=None)
    assert Project.objects.get().confirmed_on == datetime.date(2026, 3, 2)
    assert shelf("project").columns.confirmed.tolist() == [datetime.date(2026, 3, 2).toordinal()]


@pytest.mark.parametrize("status", [status for status in Status if status != Status.PUBLISHED])
def test_only_what_everyone_reads_is_confirmed(db, status):
    with pytest.raises(ConfirmationRefused, match="is niet gepubliceerd"):
        services.confirm(project=in_status(status), by=None)
    assert Project.objects.get().confirmed_on is None


def test_only_what_the_caller_saw_is_overwritten(db):
    seen_before = ProjectFactory(submitted=True)
    services.publish(project=Project.objects.get(), by=None)
    seen_before.title = "Nieuwe titel"
    services.save_project(project=seen_before, by=None, fields={"title"})
    saved = Project.objects.get()
    assert (saved.title, saved.status) == ("Nieuwe titel", Status.PUBLISHED)
    assert indexed() == {saved.pk}


def test_new_project_remembers_who_made_it(db):
    moderator = UserFactory(moderator=True)
    project = ProjectFactory.build(institute=None)
    services.save_project(project=project, by=moderator)
    assert Project.objects.get().created_by == moderator
    assert last_event(project).pgh_context.metadata == {"user": moderator.pk}


def test_refresh_follows_lessons(db):
    project = ProjectFactory(published=True, indexed=True)
    lesson = LessonFactory(project=project)
    services.refresh(project=project)
    assert lesson.pk in indexed("lesson")


@pytest.mark.parametrize("verb", ["publish", "return_with_reason", "archive"])
@pytest.mark.parametrize("role", ["stranger", "member", "manager"])
def test_moderators_only(db, verb, role):
    project = ProjectFactory(submitted=True)
    stranger = UserFactory()
    member = MembershipFactory(institute=project.institute, manager=role == "manager").user
    with pytest.raises(PermissionDenied):
        getattr(services, verb)(project=project, by=stranger if role == "stranger" else member, reason="Toch")
    assert Project.objects.get().status == Status.SUBMITTED


def test_member_submits_and_confirms_for_the_own_institute_only(db):
    project = ProjectFactory()
    member, other = MembershipFactory(institute=project.institute).user, MembershipFactory().user
    with pytest.raises(PermissionDenied):
        services.submit(project=project, by=other)
    services.submit(project=project, by=member)
    services.publish(project=project, by=None)
    with pytest.raises(PermissionDenied):
        services.confirm(project=project, by=other)
    assert services.confirm(project=project, by=member).confirmed_on == timezone.localdate()


def test_member_does_not_save_around_the_moderators(db):
    project = ProjectFactory(published=True, title="Oud")
    project.title = "Nieuw"
    with pytest.raises(PermissionDenied):
        services.save_project(project=project, by=MembershipFactory(institute=project.institute).user)
    assert Project.objects.get().title == "Oud"


def test_all_or_nothing(db, monkeypatch):
    project = ProjectFactory(submitted=True)

    def broken(kind, pks):
        raise RuntimeError("search is away")

    monkeypatch.setattr(services, "index", broken)
    with pytest.raises(RuntimeError, match="search is away"), transaction.atomic():
        services.publish(project=project, by=None)
    assert Project.objects.get().status == Status.SUBMITTED


@pytest.mark.django_db(transaction=True)
def test_two_moderators_at_once_decide_once():
    project = ProjectFactory(submitted=True)
    start, outcomes = threading.Barrier(2), []

    def decide(verb):
        start.wait()
        try:
            outcomes.append(verb(project=project, by=None, reason="Tegelijk").status)
        except TransitionRefused:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=decide, args=[verb]) for verb in (services.publish, services.return_with_reason)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=str) in (["published", "refused"], ["refused", "returned"])
    assert Project.pgh_event_model.objects.filter(pgh_obj_id=project.pk, pgh_label="update").count() == 1


def test_refusal_in_english_page(db):
    with translation.override("en"), pytest.raises(TransitionRefused) as caught:
        services.publish(project=ProjectFactory(title="Care path", published=True), by=None)
    assert "Care path" in str(caught.value)
