"""A moderator publishes, returns, archives and confirms: one project at its page, many from the list."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from projects.admin.deciding import MOST_AT_ONCE
from projects.models import Project
from projects.states import Status
from tests.factories import ProjectFactory
from tests.searching import indexed

LIST = reverse("admin:projects_project_changelist")


def decide_url(project, name):
    return reverse("admin:projects_project_decide", args=[project.pk, name])


def choose(client, name, projects, **more):
    data = {"action": f"{name}_selected", ACTION_CHECKBOX_NAME: [project.pk for project in projects], **more}
    return client.post(LIST, data, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


def statuses():
    return set(Project.objects.values_list("status", flat=True))


def test_publish_from_the_list(moderator_client, db):
    projects = [ProjectFactory(), ProjectFactory(submitted=True)]
    assert said(choose(moderator_client, "publish", projects)) == ["Publiceren: gedaan voor 2 projecten."]
    assert statuses() == {Status.PUBLISHED}
    assert len(indexed()) == 2


def test_one_refusal_does_not_stop_the_others(moderator_client, db):
    returned, submitted = ProjectFactory(returned=True), ProjectFactory(submitted=True)
    messages = said(choose(moderator_client, "publish", [returned, submitted]))
    assert messages[0] == "Publiceren: gedaan voor 1 project."
    assert messages[1].startswith(f"‘{returned.title}’ heeft de status ‘Teruggestuurd’")
    submitted.refresh_from_db()
    assert submitted.status == Status.PUBLISHED


def test_archive_from_the_list_asks_why_and_keeps_it(moderator_client, moderator, db):
    projects = ProjectFactory.create_batch(2, published=True, indexed=True)
    asked = choose(moderator_client, "archive", projects)
    assert statuses() == {Status.PUBLISHED}
    assert "Waarom?" in asked.content.decode()
    choose(moderator_client, "archive", projects, decided=1, reason="Dubbel opgenomen")
    assert statuses() == {Status.ARCHIVED}
    assert not indexed()
    event = projects[0].pgh_event_model.objects.filter(pgh_obj=projects[0]).latest("pgh_id")
    assert event.pgh_context.metadata["reason"] == "Dubbel opgenomen"
    assert event.pgh_context.metadata["user"] == moderator.pk


def test_return_needs_a_reason(moderator_client, db):
    project = ProjectFactory(submitted=True)
    page = choose(moderator_client, "return", [project], decided=1, reason="  ")
    assert "Dit veld is verplicht." in page.content.decode()
    assert statuses() == {Status.SUBMITTED}


def test_not_more_at_once_than_a_person_waits_for(moderator_client, db, monkeypatch):
    monkeypatch.setattr("projects.admin.deciding.MOST_AT_ONCE", 2)
    projects = ProjectFactory.create_batch(3)
    assert said(choose(moderator_client, "publish", projects)) == ["Kies hoogstens 2 projecten tegelijk."]
    assert statuses() == {Status.DRAFT}
    assert MOST_AT_ONCE <= 1000 - 10  # Django refuses a form with more than 1000 fields


@pytest.mark.parametrize(
    ("trait", "offered"),
    [
        (None, {"submit", "publish", "archive"}),
        ("submitted", {"publish", "return"}),
        ("returned", {"submit", "archive"}),
        ("published", {"confirm", "archive"}),
        ("archived", {"publish"}),
    ],
)
def test_page_offers_what_makes_sense(moderator_client, db, trait, offered):
    project = ProjectFactory(**({trait: True} if trait else {}))
    response = moderator_client.get(reverse("admin:projects_project_change", args=[project.pk]))
    assert {decision.name for decision in response.context["decisions"]} == offered
    for name in offered:
        assert decide_url(project, name) in response.content.decode()


def test_decide_on_one_asks_first(moderator_client, db):
    project = ProjectFactory(submitted=True)
    assert project.title in moderator_client.get(decide_url(project, "return")).content.decode()
    assert statuses() == {Status.SUBMITTED}
    response = moderator_client.post(decide_url(project, "return"), {"reason": "Voeg resultaten toe."}, follow=True)
    assert response.redirect_chain[-1][0] == reverse("admin:projects_project_change", args=[project.pk])
    assert statuses() == {Status.RETURNED}


def test_confirm_one(moderator_client, db):
    project = ProjectFactory(published=True)
    moderator_client.post(decide_url(project, "confirm"))
    project.refresh_from_db()
    assert project.confirmed_on is not None


def test_second_moderator_is_told_that_it_was_done(moderator_client, db):
    project = ProjectFactory(published=True)
    response = moderator_client.post(decide_url(project, "publish"), follow=True)
    assert said(response) == [f"‘{project.title}’ heeft al de status ‘Gepubliceerd’."]


@pytest.mark.parametrize("path", ["9999999/besluit/publish/", "abc/besluit/publish/", "{pk}/besluit/wissen/"])
def test_unknown_project_or_decision(moderator_client, db, path):
    project = ProjectFactory()
    url = LIST + path.format(pk=project.pk)
    assert moderator_client.post(url).status_code == 404
    assert statuses() == {Status.DRAFT}
