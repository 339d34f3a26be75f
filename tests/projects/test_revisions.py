"""What becomes of a text: begun, saved, submitted, withdrawn, thrown away, accepted, returned, restored."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone

from projects.models import ContactPerson, FormerSlug, Institute, Project, ReviewCase, Revision
from projects.search.engine import Answer, Question
from projects.services import projects as services
from projects.services import revisions
from projects.services.refusals import AlreadyDecided, ReasonMissing, TextWaits
from projects.services.revisions.refusals import (
    AlreadyBeingWritten,
    ArchivedRefused,
    ChangedMeanwhile,
    Conflict,
    Incomplete,
    ReceiverRefused,
    StageRefused,
)
from tests import factories
from tests.projects.writing import begun, member, on_site, published, submitted, write
from vindplaats.mail.models import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(moderator):
    return moderator


def subjects(user):
    return [mail.subject for mail in Mail.objects.order_by("pk") if user.email in mail.to]


def found(words):
    return [hit.object_id for hit in Answer("project", Question(words)).hits(0, 10)]


def test_a_project_begins_with_a_title_and_who_begins_it():
    membership = member()
    revision = revisions.begin_new(institute=membership.institute, title="Samen eten", by=membership.user)
    project = revision.project
    assert (project.title, project.status, project.owner, project.slug) == (
        "Samen eten",
        "draft",
        membership.user,
        "samen-eten",
    )
    assert revision.content["title"] == "Samen eten"
    assert [person["user"] for person in revision.content["contact"]] == [membership.user.pk]


def test_only_members_of_an_institute_that_takes_part_begin():
    membership = member()
    for user in (
        factories.UserFactory(),
        member().user,
        factories.MembershipFactory(institute=membership.institute, status="requested").user,
    ):
        with pytest.raises(PermissionDenied):
            revisions.begin_new(institute=membership.institute, title="X", by=user)
    Institute.objects.update(status="declined")
    membership.institute.refresh_from_db()
    with pytest.raises(PermissionDenied):
        revisions.begin_new(institute=membership.institute, title="X", by=membership.user)


def test_saving_keeps_a_section_and_counts():
    revision = begun()
    saved = write(revision, revision.created_by, problem="Men at alleen.")
    assert saved.content["problem"] == "Men at alleen."
    assert saved.version == revision.version + 1
    assert saved.content["title"] == "Samen eten in de wijk"


def test_a_section_keeps_only_its_own_fields():
    revision = begun()
    saved = revisions.save_section(
        revision=revision,
        section="waarom",
        values={"problem": "x", "status": "published", "title": "y"},
        version=revision.version,
        by=revision.created_by,
    )
    assert "status" not in saved.content
    assert saved.content["title"] == "Samen eten in de wijk"


def test_the_second_writer_of_a_section_is_told_and_sees_both_texts():
    revision = begun()
    colleague = member(institute=revision.project.institute).user
    write(revision, revision.created_by, problem="Eerst.")
    with pytest.raises(Conflict) as refused:
        revisions.save_section(
            revision=revision, section="waarom", values={"problem": "Later."}, version=revision.version, by=colleague
        )
    assert (refused.value.theirs["problem"], refused.value.mine) == ("Eerst.", {"problem": "Later."})
    assert Revision.objects.get().content["problem"] == "Eerst."


def test_who_writes_another_section_is_not_bothered():
    revision = begun()
    from projects.services.revisions.saving import fingerprint
    from projects.services.revisions.sections import part_of

    seen = fingerprint(part_of(revision.content, "resultaten"))
    write(revision, revision.created_by, problem="Eerst.")
    saved = revisions.save_section(
        revision=revision,
        section="resultaten",
        values={"results": "Ja."},
        version=revision.version,
        by=revision.created_by,
        seen=seen,
    )
    assert (saved.content["problem"], saved.content["results"]) == ("Eerst.", "Ja.")


def test_the_title_of_a_draft_follows_its_text():
    revision = begun(title="Een heel andere titel")
    assert Project.objects.get().title == "Een heel andere titel"
    assert revision.project.slug == "samen-eten"


def test_another_phase_lets_go_of_the_year_of_the_source():
    project = factories.ProjectFactory(published=True, phase="pilot", phase_source_year=2020)
    user = member(institute=project.institute).user
    revision = revisions.begin_edit(project=project, by=user)
    assert write(revision, user, phase="pilot").content["phase_source_year"] == 2020
    assert write(Revision.objects.get(), user, phase="scaling").content["phase_source_year"] is None


def test_submitting_opens_a_case_and_tells_the_sender():
    revision = submitted()
    project = Project.objects.get()
    assert (revision.status, project.status, project.summary) == (
        "submitted",
        "submitted",
        "Buurtbewoners koken elke week voor elkaar.",
    )
    case = ReviewCase.objects.get(kind="revision", object_id=revision.pk)
    assert (case.title, case.institute, case.flags) == ("Samen eten in de wijk", project.institute, [])
    assert subjects(revision.created_by) == ["Ontvangen: Samen eten in de wijk"]
    assert not project.lessons.exists()


def test_submitting_gives_the_address_of_the_title_and_keeps_the_old_one():
    project = submitted().project
    project.refresh_from_db()
    assert project.slug == "samen-eten-in-de-wijk"
    assert FormerSlug.objects.get().slug == "samen-eten"


def test_what_is_missing_is_told_by_section():
    revision = begun(
        summary="", themes=[], contact=[{"name": "", "email": "geen adres"}], lessons=[{"kind": "tip", "title": ""}]
    )
    with pytest.raises(Incomplete) as refused:
        revisions.submit(revision=revision, by=revision.created_by)
    told = {(one.section, one.place) for one in refused.value.problems}
    assert told == {("wat", "summary"), ("wie", "themes"), ("contact", "contact.1"), ("lessen", "lessons.1.title")}
    assert "Les 1, Titel: Dit veld is verplicht en is leeg of ontbreekt." in [
        one.message for one in refused.value.problems
    ]
    assert not ReviewCase.objects.exists()
    assert Project.objects.get().status == "draft"


def test_a_stopped_project_says_why():
    revision = begun(phase="stopped")
    with pytest.raises(Incomplete) as refused:
        revisions.submit(revision=revision, by=revision.created_by)
    assert [one.place for one in refused.value.problems] == ["stop_reasons"]


def test_a_text_that_the_import_refuses_is_not_submitted():
    institute = factories.InstituteFactory(name="De Beuk", place="A")
    factories.InstituteFactory(name="De Beuk", place="B")
    revision = begun(partners=[{"name": "De Beuk", "institute": {"name": "De Beuk"}}])
    with pytest.raises(Incomplete) as refused:
        revisions.submit(revision=revision, by=revision.created_by)
    assert [one.section for one in refused.value.problems] == ["wie"]
    assert institute.place in str(refused.value.problems[0].message)


def test_submitting_what_was_saved_meanwhile_shows_it_again():
    revision = begun()
    seen = revision.version
    write(revision, revision.created_by, problem="Nog iets.")
    with pytest.raises(Conflict):
        revisions.submit(revision=revision, by=revision.created_by, version=seen)


def test_what_waits_is_neither_saved_nor_submitted_nor_thrown_away():
    revision = submitted()
    by = revision.created_by
    with pytest.raises(StageRefused):
        write(revision, by, problem="Nog iets.")
    with pytest.raises(StageRefused):
        revisions.submit(revision=revision, by=by)
    with pytest.raises(StageRefused):
        revisions.discard(revision=revision, by=by)
    assert ReviewCase.objects.count() == 1


def test_a_moderator_corrects_what_waits(editor):
    revision = submitted()
    assert write(revision, editor, problem="Beter.").content["problem"] == "Beter."
    revisions.accept(revision=revision, by=editor)
    project = Project.objects.get()
    assert (project.problem, project.owner) == ("Beter.", revision.created_by)


def test_withdrawing_leaves_the_queue(editor):
    revision = submitted()
    revisions.withdraw(revision=revision, by=revision.created_by)
    assert (Revision.objects.get().status, Project.objects.get().status) == ("draft", "draft")
    assert ReviewCase.objects.get().outcome == "withdrawn"
    with pytest.raises(AlreadyDecided):
        revisions.accept(revision=revision, by=editor)
    revisions.submit(revision=Revision.objects.get(), by=revision.created_by)
    assert len(subjects(revision.created_by)) == 1, "the same text is confirmed once"


def test_a_draft_that_was_never_public_goes_with_its_project():
    revision = begun()
    revisions.discard(revision=revision, by=revision.created_by)
    assert not Project.objects.exists()


def test_a_draft_that_others_filled_in_stays():
    project = factories.ProjectFactory()
    user = member(institute=project.institute).user
    revisions.discard(revision=revisions.begin_edit(project=project, by=user), by=user)
    assert Project.objects.get().approach
    assert Revision.objects.get().status == "withdrawn"


def test_throwing_away_an_edit_leaves_the_page_and_forgets_who_answers():
    project = published()
    user = project.owner
    before = on_site(project)
    revision = write(revisions.begin_edit(project=project, by=user), user, title="Anders")
    revisions.discard(revision=revision, by=user)
    project.refresh_from_db()
    assert (project.status, on_site(project)) == ("published", before)
    assert "contact" not in Revision.objects.get(pk=revision.pk).content


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
