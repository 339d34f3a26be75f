"""A text is begun, saved, submitted, taken back or thrown away."""

import pytest
from django.core.exceptions import PermissionDenied

from projects.models import FormerSlug, Institute, Project, ReviewCase, Revision
from projects.search.engine import Answer, Question
from projects.services import revisions
from projects.services.refusals import AlreadyDecided
from projects.services.revisions.refusals import (
    Conflict,
    Incomplete,
    StageRefused,
)
from projects.services.revisions.saving import fingerprint
from projects.services.revisions.sections import part_of
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
