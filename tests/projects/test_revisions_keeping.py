"""A change of a published project leaves alone what its text does not hold: what lessons and resources hang on."""

import datetime

import pytest

from projects.models import ClusterMember, CollectionItem, Lesson, LessonHelp, Resource
from projects.services import revisions
from projects.services.lessons import pair, put_together
from tests import factories
from tests.projects.writing import member, write
from tests.projects.writing_pages import post

pytestmark = pytest.mark.django_db
OF_A_RESOURCE = {
    "kind": "decision_aid",
    "summary": "Wel of geen heupoperatie.",
    "owner": "De Linde",
    "year": 2024,
    "revised_on": datetime.date(2025, 3, 1),
    "licence": "cc-by",
    "audiences": ["patienten"],
    "decision_moment": "Bij een gebroken heup.",
    "reading_level": "b1",
    "keeper": "Afdeling orthopedie",
    "quality": "Met patiënten getest.",
}


@pytest.fixture
def writer():
    return member()


@pytest.fixture
def project(writer):
    """A published project, complete, with a lesson and a resource on which as much hangs as can."""
    made = factories.ProjectFactory(
        published=True, institute=writer.institute, phase="pilot", approach="Zo.", themes=[factories.ThemeFactory()]
    )
    factories.ContactPersonFactory(project=made, institute=made.institute)
    factories.LessonFactory(project=made, title="Te laat", phase="pilot", themes=[factories.ThemeFactory()])
    about = {"conditions": [factories.ConditionFactory()], "target_groups": [factories.TargetGroupFactory()]}
    resource = factories.ResourceFactory(
        project=made, with_file=True, themes=[factories.ThemeFactory()], **OF_A_RESOURCE, **about
    )
    factories.CollectionItemFactory(project=None, resource=resource)
    return made


@pytest.fixture
def hung(project, moderator):
    """Have the lesson lead others, be answered by a tip, and stand in a collection."""
    lesson = project.lessons.get()
    put_together(lead=lesson, merged=[factories.LessonFactory()], linked=[factories.LessonFactory()], by=moderator)
    pair(helper=factories.LessonFactory(kind="tip"), pitfall=lesson, by=moderator)
    factories.CollectionItemFactory(project=None, lesson=lesson)
    return snapshot(project)


def snapshot(project):
    """Return all that hangs on its lesson and its resource, and all fields of the resource."""
    resource = Resource.objects.filter(project=project)
    lessons = list(Lesson.objects.filter(project=project).values("pk", "slug", "phase", "themes"))
    return {
        "lessons": lessons,
        "members": list(ClusterMember.objects.in_order().values("cluster", "lesson", "position", "is_merged")),
        "helps": list(LessonHelp.objects.values("helper", "pitfall")),
        "collected": list(CollectionItem.objects.order_by("pk").values("lesson", "resource", "collection")),
        "resource": resource.values().get() | {"updated_at": None, "version": None},
        "about": list(resource.values("themes", "conditions", "target_groups")),
    }


def accepted(revision, moderator):
    revision = revisions.submit(revision=revision, by=revision.created_by)
    return revisions.accept(revision=revision, by=moderator).project


def test_another_part_of_the_text(project, writer, hung, moderator):
    revision = revisions.begin_edit(project=project, by=writer.user)
    accepted(write(revision, writer.user, approach="Anders."), moderator)
    project.refresh_from_db()
    assert project.approach == "Anders."
    assert snapshot(project) == hung


def test_the_words_of_the_lesson_itself(client, project, writer, hung, moderator):
    client.force_login(writer.user)
    revision = revisions.begin_edit(project=project, by=writer.user)
    [lesson] = revision.content["lessons"]
    sent = {"kind": "pitfall", "slug": lesson["slug"], "title": "Veel te laat", "advice": "Begin in mei."}
    response = post(client, revision, "lessen", **sent_as("lessons", sent))
    assert response.status_code == 302
    revision.refresh_from_db()
    accepted(revision, moderator)
    assert project.lessons.get().title == "Veel te laat"
    now = snapshot(project)
    assert now | {"lessons": None} == hung | {"lessons": None}
    assert now["lessons"][0]["pk"] == hung["lessons"][0]["pk"]
    assert now["lessons"][0]["themes"] == hung["lessons"][0]["themes"]


def test_the_title_of_the_resource(client, project, writer, hung, moderator):
    client.force_login(writer.user)
    revision = revisions.begin_edit(project=project, by=writer.user)
    [resource] = revision.content["resources"]
    told = {name: resource[name] for name in ("kind", "slug", "url", "summary", "owner", "year") if name in resource}
    response = post(client, revision, "hulpmiddelen", **sent_as("resources", {**told, "title": "Samen kiezen"}))
    assert response.status_code == 302
    revision.refresh_from_db()
    accepted(revision, moderator)
    now = snapshot(project)
    assert now["resource"]["title"] == "Samen kiezen"
    assert now["resource"] | {"title": None} == hung["resource"] | {"title": None}
    assert now["about"] == hung["about"]
    assert now["collected"] == hung["collected"]


def sent_as(name, item):
    """Return one item as the form of a section sends it."""
    return {f"{name}-aantal": "1", **{f"{name}-0-{key}": value for key, value in item.items()}}
