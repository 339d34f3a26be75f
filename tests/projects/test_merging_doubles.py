"""What two projects had both is there once when they become one, and its other address leads on."""

import pytest

from projects.services.merging import merge_projects
from projects.services.slugs import Slugs
from tests import factories

pytestmark = pytest.mark.django_db


def merge(keep, gone, moderator):
    return merge_projects(keep=keep, gone=gone, by=moderator)


def twice(keep, gone):
    """Give both the same lesson and the same resource; return those that go, and those that stay, in that order."""
    lesson = {"title": "Vraag het", "kind": "tip", "situation": "", "outcome": "", "advice": "Doe het."}
    made = [
        (factories.LessonFactory(project=one, **lesson), factories.ResourceFactory(project=one, title="Werkboek"))
        for one in (gone, keep)
    ]
    return list(zip(*made, strict=True))


def test_the_addresses_of_doubles_lead_on(moderator, client):
    keep, gone, third = factories.ProjectFactory.create_batch(3, published=True)
    places = twice(keep, gone)
    merge(keep, gone, moderator)
    for went, stays in places:
        answer = client.get(went.get_absolute_url())
        assert (answer.status_code, answer["Location"]) == (301, stays.get_absolute_url())
    again = twice(third, keep)
    merge(third, keep, moderator)
    last = [stays for _went, stays in again]
    for (went, stays), there in zip(places, last, strict=True):
        for one in (went, stays):
            assert client.get(one.get_absolute_url())["Location"] == there.get_absolute_url()


def test_the_address_of_a_double_is_not_given_to_another(moderator):
    keep, gone = factories.ProjectFactory.create_batch(2, published=True)
    [(lesson, _stays), (resource, _other)] = twice(keep, gone)
    merge(keep, gone, moderator)
    for one in (lesson, resource):
        slugs = Slugs(type(one), fallback="x")
        assert slugs.taken([one.slug]) == {one.slug}


def test_a_double_of_a_hidden_project_leads_nowhere(moderator, client):
    keep, gone = factories.ProjectFactory.create_batch(2, archived=True)
    places = twice(keep, gone)
    merge(keep, gone, moderator)
    assert {client.get(went.get_absolute_url()).status_code for went, _stays in places} == {404}


def test_a_resource_with_another_file_is_no_double(moderator):
    keep, gone = factories.ProjectFactory.create_batch(2, published=True)
    for project in (keep, gone):
        factories.ResourceFactory(project=project, title="Werkboek", with_file=True)
    merge(keep, gone, moderator)
    assert keep.resources.count() == 2
