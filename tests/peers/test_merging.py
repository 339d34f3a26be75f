"""Two pages become one: what people asked, said and follow comes along, and nothing of it is lost."""

import pytest
from django.utils import timezone

from peers import models
from peers.services.merging import OF_INSTITUTE, OF_PROJECT
from projects.services.merging.institutes import merge_institutes
from projects.services.merging.projects import merge_projects
from tests import factories


def hung_on_project(project):
    factories.ContactRequestFactory(project=project)
    factories.ContactRequestFactory(project=None, institute=project.institute, plan=project)
    factories.ReactionFactory(project=project)
    factories.AdoptionFactory(project=project)
    factories.LessonProposalFactory(project=project)
    factories.FollowFactory(kind="project", query="", project=project)
    factories.ProfileFactory(projects=[project])
    return project


def hung_on_institute(institute):
    factories.ContactRequestFactory(project=None, institute=institute)
    factories.ContactRequestFactory(asker_institute=institute)
    factories.QuestionFactory(institute=institute)
    factories.PositionFactory(institute=institute)
    factories.AdoptionFactory(institute=institute)
    factories.MarkFactory(institute=institute)
    factories.ReactionFactory(institute=institute)
    return institute


def rows(relations, *things):
    """Return (model, field, id) of all rows that hang on these."""
    return {
        (one.model, one.field, pk)
        for one in relations
        for pk in one.model._base_manager.filter(**{f"{one.field}__in": things}).values_list("pk", flat=True)
    }


@pytest.mark.parametrize(
    ("make", "hang", "relations", "merge"),
    [
        (lambda: factories.ProjectFactory(published=True), hung_on_project, OF_PROJECT, merge_projects),
        (lambda: factories.InstituteFactory(verified=True), hung_on_institute, OF_INSTITUTE, merge_institutes),
    ],
    ids=["projects", "institutes"],
)
def test_every_row_of_before_is_there_after(moderator, make, hang, relations, merge):
    keep, gone = hang(make()), hang(make())
    before = rows(relations, keep, gone)
    assert {(model, field) for model, field, _pk in before} == {(one.model, one.field) for one in relations}
    merge(keep=keep, gone=gone, by=moderator)
    assert rows(relations, keep) == before


def test_what_was_said_of_a_lesson_that_both_have_is_said_of_the_one_that_stays(moderator):
    keep, gone = factories.ProjectFactory.create_batch(2, published=True)
    same = {"kind": "pitfall", "title": "Te laat", "situation": "Laat.", "outcome": "", "advice": "Vroeg."}
    stays, goes = (factories.LessonFactory(project=project, **same) for project in (keep, gone))
    person = factories.UserFactory()
    factories.MarkFactory(lesson=stays, user=person)
    factories.MarkFactory(lesson=goes, user=person)
    other = factories.MarkFactory(lesson=goes)
    merge_projects(keep=keep, gone=gone, by=moderator)
    assert keep.lessons.get() == stays
    assert set(models.Mark.objects.values_list("user", "lesson")) == {(person.pk, stays.pk), (other.user_id, stays.pk)}


def test_who_follows_both_follows_one(moderator):
    keep, gone = factories.ProjectFactory.create_batch(2, published=True)
    person = factories.UserFactory()
    for project in (keep, gone):
        factories.FollowFactory(user=person, kind="project", query="", project=project)
    merge_projects(keep=keep, gone=gone, by=moderator)
    assert models.Follow.objects.get(user=person).project == keep


def test_the_same_lesson_from_two_answers_names_both_questions(moderator, visit):
    keep, gone = factories.ProjectFactory.create_batch(2, published=True)
    same = {"kind": "tip", "title": "Vraag vroeg", "situation": "", "outcome": "", "advice": "Vroeg."}
    lessons = [factories.LessonFactory(project=project, **same) for project in (keep, gone)]
    questions = [factories.QuestionFactory(title=title) for title in ("Wanneer?", "Hoe vroeg?")]
    for lesson, question in zip(lessons, questions, strict=True):
        factories.LessonProposalFactory(
            lesson=lesson,
            project=lesson.project,
            answer__question=question,
            status="accepted",
            agreed_at=timezone.now(),
        )
    merge_projects(keep=keep, gone=gone, by=moderator)
    stays = keep.lessons.get()
    assert list(models.LessonProposal.objects.values_list("lesson", "project")) == [(stays.pk, keep.pk)] * 2
    page = visit(stays.get_absolute_url())
    assert "Kwam uit een antwoord op de vraag Wanneer? en Hoe vroeg?" in page.main
