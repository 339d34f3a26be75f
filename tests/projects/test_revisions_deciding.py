"""A text is accepted, returned, restored; who answers for it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone

from projects.models import ContactPerson, Institute, Project, ReviewCase, Revision
from projects.search.engine import Answer, Question
from projects.services import projects as services
from projects.services import revisions
from projects.services.refusals import AlreadyDecided, ReasonMissing, TextWaits
from projects.services.revisions.refusals import (
    AlreadyBeingWritten,
    ArchivedRefused,
    ChangedMeanwhile,
    ReceiverRefused,
    StageRefused,
)
from tests import factories
from tests.projects.writing import member, on_site, published, submitted, write
from vindplaats.mail.models import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(moderator):
    return moderator


def subjects(user):
    return [mail.subject for mail in Mail.objects.order_by("pk") if user.email in mail.to]


def found(words):
    return [hit.object_id for hit in Answer("project", Question(words)).hits(0, 10)]


def test_accepting_puts_the_text_on_the_site(editor):
    lessons = [{"kind": "pitfall", "title": "Te veel ineens", "advice": "Begin met één straat."}]
    revision = submitted(lessons=lessons, technologies=["bakfiets"], partners=["Slagerij Smit"])
    revisions.accept(revision=revision, by=editor)
    project = Project.objects.get()
    assert (project.status, project.confirmed_on, project.owner) == (
        "published",
        timezone.localdate(),
        revision.created_by,
    )
    assert project.published_at is not None
    assert [lesson.advice for lesson in project.lessons.all()] == ["Begin met één straat."]
    assert [partner.name for partner in project.partners.all()] == ["Slagerij Smit"]
    assert found("buurtbewoners koken") == [project.pk]
    revision.refresh_from_db()
    assert (revision.status, revision.number, revision.decided_by) == ("accepted", 1, editor)
    assert revision.content == on_site(project)
    assert ReviewCase.objects.get().outcome == "approved"
    assert subjects(revision.created_by)[1:] == ["Op de site: Samen eten in de wijk"]


def test_who_answers_is_kept_with_the_project_only(editor):
    revision = submitted()
    revisions.accept(revision=revision, by=editor)
    person = ContactPerson.objects.get()
    assert (person.name, person.email, person.project, person.institute) == (
        "Demi Voorbeeld",
        "demi@linde.example",
        revision.project,
        revision.project.institute,
    )
    revision.refresh_from_db()
    assert "contact" not in revision.content
    assert "demi@linde.example" not in str(Revision.objects.values())


def test_who_answers_stays_the_same_row_and_goes_when_left_out():
    project = published()
    first = ContactPerson.objects.get()
    people = [
        {"name": "Demi V.", "role": "", "email": "DEMI@linde.example"},
        {"name": "Noor", "email": "noor@linde.example"},
    ]
    revision = write(revisions.begin_edit(project=project, by=project.owner), project.owner, contact=people)
    revisions.submit(revision=revision, by=project.owner)
    editor = factories.UserFactory(moderator=True)
    revisions.accept(revision=revision, by=editor)
    assert [(one.pk == first.pk, one.name) for one in ContactPerson.objects.all()] == [
        (True, "Demi V."),
        (False, "Noor"),
    ]
    revision = write(revisions.begin_edit(project=project, by=project.owner), project.owner, contact=people[1:])
    revisions.submit(revision=revision, by=project.owner)
    revisions.accept(revision=revision, by=editor)
    assert [one.name for one in ContactPerson.objects.all()] == ["Noor"]


def test_only_a_moderator_decides():
    revision = submitted()
    with pytest.raises(PermissionDenied):
        revisions.accept(revision=revision, by=revision.created_by)
    with pytest.raises(PermissionDenied):
        revisions.return_with_reason(revision=revision, by=revision.created_by, reason="Nee.")
    with pytest.raises(PermissionDenied):
        revisions.mark_reviewed(revision=revision, by=revision.created_by)


def test_people_of_another_institute_touch_nothing():
    revision, other = submitted(), member(manager=True).user
    for act in (revisions.withdraw, revisions.discard, revisions.submit):
        with pytest.raises(PermissionDenied):
            act(revision=revision, by=other)
    with pytest.raises(PermissionDenied):
        write(revision, other, problem="x")
    with pytest.raises(PermissionDenied):
        revisions.begin_edit(project=revision.project, by=other)
    with pytest.raises(PermissionDenied):
        revisions.restore(project=revision.project, number=1, by=other)


def test_returning_says_why_and_the_text_can_be_submitted_again(editor):
    revision = submitted()
    with pytest.raises(ReasonMissing):
        revisions.return_with_reason(revision=revision, by=editor, reason=" ")
    revisions.return_with_reason(revision=revision, by=editor, reason="Vertel ook wat het opleverde.")
    revision.refresh_from_db()
    assert (revision.status, revision.reason, Project.objects.get().status) == (
        "returned",
        "Vertel ook wat het opleverde.",
        "returned",
    )
    mail = Mail.objects.order_by("pk").last()
    assert "Vertel ook wat het opleverde." in mail.message
    again = write(revision, revision.created_by, results="Minder eenzaamheid.")
    assert revisions.submit(revision=again, by=revision.created_by).status == "submitted"
    assert Project.objects.get().status == "submitted"


def test_the_row_of_a_project_is_not_published_without_its_text(editor):
    revision = submitted()
    for act in (services.publish, services.return_with_reason):
        with pytest.raises(TextWaits):
            act(project=revision.project, by=editor, reason="x")


def test_an_edit_leaves_the_page_as_it_is_until_it_is_accepted(editor):
    project = published()
    before = on_site(project)
    revision = write(revisions.begin_edit(project=project, by=project.owner), project.owner, summary="Nieuw.")
    revisions.submit(revision=revision, by=project.owner)
    project.refresh_from_db()
    assert (project.status, on_site(project)) == ("published", before)
    revisions.accept(revision=revision, by=editor)
    revision.refresh_from_db()
    assert (revision.number, revision.base["summary"], revision.content["summary"]) == (2, before["summary"], "Nieuw.")
    assert on_site(project)["summary"] == "Nieuw."


def test_there_is_one_text_in_the_making():
    project = published()
    first = revisions.begin_edit(project=project, by=project.owner)
    colleague = member(institute=project.institute).user
    assert revisions.begin_edit(project=project, by=colleague) == first
    with pytest.raises(AlreadyBeingWritten):
        revisions.restore(project=project, number=1, by=colleague)


def test_what_others_changed_meanwhile_has_to_be_seen_and_stays(editor):
    project = published()
    revision = write(revisions.begin_edit(project=project, by=project.owner), project.owner, summary="Van ons.")
    revisions.submit(revision=revision, by=project.owner)
    Project.objects.filter(pk=project.pk).update(problem="Van de redactie.")
    with pytest.raises(ChangedMeanwhile) as refused:
        revisions.accept(revision=revision, by=editor)
    assert refused.value.fields == ["problem"]
    assert ReviewCase.objects.filter(closed_at=None).count() == 1
    revisions.accept(revision=revision, by=editor, over_changes=True)
    project.refresh_from_db()
    assert (project.summary, project.problem) == ("Van ons.", "Van de redactie.")


def test_a_trusted_institute_is_online_at_once_and_looked_at_afterwards(editor):
    membership = member()
    Institute.objects.update(is_trusted=True)
    membership.institute.refresh_from_db()
    revision = submitted(membership)
    assert Project.objects.get().status == "published"
    case = ReviewCase.objects.get()
    assert (case.closed_at, case.flags, Revision.objects.get().status) == (None, ["trusted"], "accepted")
    with pytest.raises(StageRefused):
        revisions.accept(revision=revision, by=editor)
    revisions.mark_reviewed(revision=revision, by=editor)
    with pytest.raises(AlreadyDecided):
        revisions.mark_reviewed(revision=revision, by=editor)


def test_a_trusted_edit_over_changes_of_others_waits(editor):
    project = published()
    Institute.objects.update(is_trusted=True)
    revision = write(revisions.begin_edit(project=project, by=project.owner), project.owner, summary="Van ons.")
    Project.objects.filter(pk=project.pk).update(problem="Van de redactie.")
    assert revisions.submit(revision=revision, by=project.owner).status == "submitted"
    assert ReviewCase.objects.get(closed_at=None).flags == []


def test_an_older_version_comes_back_as_a_text_of_its_own(editor):
    project = published()
    revision = write(
        revisions.begin_edit(project=project, by=project.owner),
        project.owner,
        summary="Nieuw.",
        lessons=[{"kind": "tip", "title": "T"}],
    )
    revisions.submit(revision=revision, by=project.owner)
    revisions.accept(revision=revision, by=editor)
    back = revisions.restore(project=project, number=1, by=project.owner)
    assert (back.status, back.content["summary"], back.content["lessons"]) == (
        "draft",
        "Buurtbewoners koken elke week voor elkaar.",
        [],
    )
    assert [person["name"] for person in back.content["contact"]] == ["Demi Voorbeeld"]
    revisions.submit(revision=back, by=project.owner)
    revisions.accept(revision=back, by=editor)
    assert on_site(project)["summary"] == "Buurtbewoners koken elke week voor elkaar."
    assert not project.lessons.exists()


def test_what_stood_there_before_the_first_version_can_be_restored(editor):
    project = factories.ProjectFactory(published=True, themes=[factories.ThemeFactory(slug="eenzaamheid")])
    user = member(institute=project.institute).user
    old = project.summary
    people = [{"name": "A", "email": "a@linde.example"}]
    revision = write(revisions.begin_edit(project=project, by=user), user, summary="Nieuw.", contact=people)
    revisions.submit(revision=revision, by=user)
    revisions.accept(revision=revision, by=editor)
    assert revisions.restore(project=project, number=0, by=user).content["summary"] == old
    with pytest.raises(Revision.DoesNotExist):
        revisions.restore(
            project=factories.ProjectFactory(published=True, institute=project.institute), number=3, by=user
        )


def test_what_is_archived_is_not_written_or_accepted(editor):
    project = published()
    user = project.owner
    revision = write(revisions.begin_edit(project=project, by=user), user, summary="Nieuw.")
    revisions.submit(revision=revision, by=user)
    services.archive(project=project, by=editor)
    with pytest.raises(ArchivedRefused):
        revisions.accept(revision=revision, by=editor)
    project.refresh_from_db()
    with pytest.raises(PermissionDenied):
        revisions.begin_edit(project=project, by=user)


@pytest.mark.parametrize(
    ("old", "new"), [("accepted", "draft"), ("withdrawn", "submitted"), ("draft", "accepted"), ("returned", "draft")]
)
def test_the_database_refuses_a_stage_that_cannot_follow(old, new):
    now = timezone.now()
    more = {"number": 1, "decided_at": now} if old == "accepted" else {}
    revision = factories.RevisionFactory(status=old, reason="x", submitted_at=now, **more)
    with pytest.raises(DatabaseError, match="Invalid transition"), transaction.atomic():
        Revision.objects.filter(pk=revision.pk).update(
            status=new, number=1 if new == "accepted" else None, decided_at=now
        )


def test_the_owner_hands_over_to_a_colleague():
    project = published()
    colleague = member(institute=project.institute).user
    with pytest.raises(ReceiverRefused):
        revisions.hand_over(project=project, to=factories.UserFactory(), by=project.owner)
    revisions.hand_over(project=project, to=colleague, by=project.owner)
    project.refresh_from_db()
    assert project.owner == colleague
    with pytest.raises(PermissionDenied):
        revisions.hand_over(project=project, to=colleague, by=member(institute=project.institute).user)


def test_who_leaves_is_taken_out_of_texts_in_the_making():
    revision = revisions.begin_new(institute=(one := member()).institute, title="X", by=one.user)
    revisions.forget_writer(user=one.user)
    one.user.delete()
    revision.refresh_from_db()
    assert (revision.content["contact"], revision.created_by) == ([], None)


def test_every_step_says_in_the_audit_who_did_it(editor):
    revision = submitted()
    revisions.accept(revision=revision, by=editor)
    actions = [event.pgh_context.metadata["action"] for event in revision.events.order_by("pgh_id")]
    assert actions[0] == "begin"
    assert actions[-2:] == ["submit", "accept"]
    last = revision.project.events.order_by("pgh_id").last()
    assert last.pgh_context.metadata["user"] == editor.pk
