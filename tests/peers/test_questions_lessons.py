"""An accepted answer becomes a lesson: who may propose it, who agrees, who decides, and what everybody is told."""

import pytest
from django.utils import timezone

from peers.models import LessonProposal, Notice
from peers.services.questions import accepting, lessons
from peers.services.questions.refusals import ProposalRefused
from projects.models import Lesson, Project, ReviewCase
from projects.search.indexing import index
from projects.services.refusals import TextWaits
from projects.services.review.kinds import find
from projects.states import LessonKind, Stage
from tests import factories
from tests.mailbox import mails
from tests.pages import Page
from tests.peers.asking import answered, place
from tests.searching import found

pytestmark = pytest.mark.django_db
DRAFT = lessons.Draft(LessonKind.TIP, "Begin met één team", situation="De nacht was onrustig.", advice="Kies wie wil.")


@pytest.fixture
def answer():
    """An answer that helped, of somebody whose institute leads a project."""
    author = factories.UserFactory(name="Antwoord Voorbeeld")
    factories.MembershipFactory(user=author, institute__slug="eigen")
    return answered(author=author, accepted_at=timezone.now(), text="Kies een team dat wil. De rest volgt.")


@pytest.fixture
def project(answer):
    institute = answer.author.memberships.get().institute
    return factories.ProjectFactory(published=True, indexed=True, institute=institute, title="Nachtzorg met beeld")


@pytest.fixture
def manager(project):
    return factories.MembershipFactory(institute=project.institute, manager=True).user


def sent(project, **other):
    return {"project": project.slug, "kind": "tip", "title": DRAFT.title, "advice": DRAFT.advice, **other}


def codes(user):
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("code", flat=True))


def test_with_one_click_filled_in_from_the_answer(client, answer, project, manager):
    client.force_login(answer.question.asker)
    page = Page.of(client.get(answer.question.get_absolute_url()))
    assert page.soup.select_one(f'a[href="{place(answer, "les")}"]')
    form = Page.of(client.get(place(answer, "les"))).soup
    assert form.select_one("#id_title")["value"] == "Kies een team dat wil."
    assert form.select_one("#id_advice").get_text().strip() == answer.text
    assert form.select_one(f'[name="project"][value="{project.slug}"]')
    response = client.post(place(answer, "les"), sent(project))
    proposal = LessonProposal.objects.get()
    assert response.url == f"/vragen/lesvoorstel/{proposal.pk}/"
    assert (proposal.status, proposal.project) == (Stage.DRAFT, project)
    assert codes(manager) == ["lesson_asked"]
    assert not ReviewCase.objects.exists()
    assert client.get(place(answer, "les")).url == response.url


def test_another_project_is_looked_for_without_losing_anything(client, answer, project):
    other = factories.ProjectFactory(published=True, indexed=True, title="Rollators op maat")
    factories.ProjectFactory(title="Rollators in het geheim", indexed=True)
    client.force_login(answer.author)
    typed = sent(project, stap="zoek", zoek="rollators", title="Wat ik al schreef")
    page = Page.of(client.post(place(answer, "les"), typed))
    assert not page.title.startswith("Fout:")
    assert page.soup.select_one("#id_title")["value"] == "Wat ik al schreef"
    assert page.soup.select_one(f'[name="project"][value="{other.slug}"]')
    assert "geheim" not in page.text
    client.post(place(answer, "les"), sent(other, zoek="rollators"))
    assert LessonProposal.objects.get().project == other


def test_a_project_that_is_named_in_the_answer_is_offered(client, answer, project):
    other = factories.ProjectFactory(published=True, slug="dansen-tegen-vallen")
    answer.text = "Kijk bij /projecten/dansen-tegen-vallen/ hoe het ging."
    answer.save()
    client.force_login(answer.author)
    assert Page.of(client.get(place(answer, "les"))).soup.select_one(f'[name="project"][value="{other.slug}"]')


def test_not_from_any_answer_and_not_by_anybody(client, answer, project, manager):
    client.force_login(manager)
    assert client.get(place(answer, "les")).status_code == 404
    accepting.take_back(answer=answer, by=answer.question.asker)
    client.force_login(answer.author)
    assert client.get(place(answer, "les")).status_code == 404


def test_mistakes_are_told(client, answer, project):
    client.force_login(answer.author)
    page = Page.of(client.post(place(answer, "les"), {"advice": "Bel 06-12345678", "zoek": ""}))
    assert page.title.startswith("Fout:")
    assert "Kies een project." in page.text
    assert "een telefoonnummer" in page.text
    assert not LessonProposal.objects.exists()


def test_the_project_agrees_and_a_moderator_puts_it_on_the_site(client, answer, project, manager):
    proposal = lessons.propose(answer=answer, project=project, draft=DRAFT, by=answer.question.asker)
    client.force_login(manager)
    client.post(f"/vragen/lesvoorstel/{proposal.pk}/", {"besluit": "akkoord"})
    case = ReviewCase.objects.get()
    assert (case.kind, case.flags) == ("lesson", [])
    moderator = factories.UserFactory(moderator=True)
    client.force_login(moderator)
    kind = find("lesson")
    thing = kind.load(case.object_id)
    kind.decision(thing, "opnemen").carry_out(thing, by=moderator)
    lesson = Lesson.objects.get(project=project)
    assert (lesson.title, lesson.advice) == (DRAFT.title, DRAFT.advice)
    assert found("onrustig", "lesson") == {lesson.pk}
    assert codes(answer.author)[-1] == codes(answer.question.asker)[-1] == "lesson_accepted"
    client.logout()
    page = Page.of(client.get(project.get_absolute_url()))
    card = page.soup.select_one(f"#les-{lesson.slug}")
    assert card.select_one(f'a[href="{answer.get_absolute_url()}"]')


def test_the_project_says_no_and_why(client, answer, project, manager):
    proposal = lessons.propose(answer=answer, project=project, draft=DRAFT, by=answer.question.asker)
    client.force_login(manager)
    address = f"/vragen/lesvoorstel/{proposal.pk}/"
    page = Page.of(client.post(address, {"besluit": "nee", "reden": " "}))
    assert page.title.startswith("Fout:")
    client.post(address, {"besluit": "nee", "reden": "Dit ging bij ons anders."})
    proposal.refresh_from_db()
    assert (proposal.status, proposal.reason) == (Stage.DECLINED, "Dit ging bij ons anders.")
    (mail,) = [one for one in mails(answer.author.email) if "komt niet op de site" in one.subject]
    assert "Dit ging bij ons anders." in mail.message
    client.force_login(answer.author)
    assert "Dit ging bij ons anders." in Page.of(client.get(address)).text
    again = lessons.propose(answer=answer, project=project, draft=DRAFT, by=answer.author)
    assert (again.pk, again.status, again.reason) == (proposal.pk, Stage.DRAFT, "")


def test_who_speaks_for_the_project_agrees_by_proposing(answer, project):
    answer.author.memberships.update(role="manager")
    proposal = lessons.propose(answer=answer, project=project, draft=DRAFT, by=answer.author)
    assert (proposal.status, proposal.agreed_by) == (Stage.SUBMITTED, answer.author)
    assert ReviewCase.objects.get().object_id == proposal.pk


def test_of_a_project_without_people_the_moderator_decides_alone(answer):
    orphan = factories.ProjectFactory(published=True, indexed=True)
    proposal = lessons.propose(answer=answer, project=orphan, draft=DRAFT, by=answer.author)
    assert ReviewCase.objects.get().flags == ["no_owner"]
    moderator = factories.UserFactory(moderator=True)
    lesson = lessons.accept_lesson(proposal=proposal, by=moderator)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.agreed_by, proposal.lesson) == (Stage.ACCEPTED, moderator, lesson)


def test_a_moderator_declines_with_a_reason(answer, project):
    answer.author.memberships.update(role="manager")
    proposal = lessons.propose(answer=answer, project=project, draft=DRAFT, by=answer.author)
    lessons.decline_lesson(proposal=proposal, by=factories.UserFactory(moderator=True), reason="Dit is reclame.")
    assert codes(answer.author)[-1] == "lesson_declined"
    assert not Lesson.objects.exists()


def test_once_and_only_for_what_is_on_the_site(answer, project, manager):
    lessons.propose(answer=answer, project=project, draft=DRAFT, by=answer.author)
    with pytest.raises(ProposalRefused):
        lessons.propose(answer=answer, project=project, draft=DRAFT, by=answer.author)
    LessonProposal.objects.all().delete()
    with pytest.raises(ProposalRefused):
        lessons.propose(answer=answer, project=factories.ProjectFactory(), draft=DRAFT, by=answer.author)


def test_not_while_a_text_of_the_project_is_on_its_way(answer, project):
    answer.author.memberships.update(role="manager")
    proposal = lessons.propose(answer=answer, project=project, draft=DRAFT, by=answer.author)
    factories.RevisionFactory(project=project)
    with pytest.raises(TextWaits):
        lessons.accept_lesson(proposal=proposal, by=factories.UserFactory(moderator=True))
    assert ReviewCase.objects.get().closed_at is None
    assert not Lesson.objects.exists()


def test_others_do_not_see_a_proposal(client, answer, project):
    proposal = lessons.propose(answer=answer, project=project, draft=DRAFT, by=answer.author)
    client.force_login(factories.UserFactory())
    assert client.get(f"/vragen/lesvoorstel/{proposal.pk}/").status_code == 404
    colleague = factories.MembershipFactory(institute=project.institute).user
    client.force_login(colleague)
    assert client.get(f"/vragen/lesvoorstel/{proposal.pk}/").status_code == 404


def test_the_projects_of_a_nameless_writer_are_not_offered(client, answer, project):
    answer.question.is_anonymous = True
    answer.question.asker = answer.author
    answer.question.save()
    answer.is_anonymous, answer.author_name = True, ""
    answer.save()
    Project.objects.filter(pk=project.pk).update(title="Rollators op maat")
    index("project", [project.pk])
    client.force_login(factories.UserFactory(moderator=True))
    assert "Rollators op maat" not in Page.of(client.get(place(answer, "les"))).text
