"""The page with which a project is kept true."""

import pytest

from projects.models import Project, StatusUpdate
from tests import factories


@pytest.fixture
def member(db):
    return factories.MembershipFactory()


@pytest.fixture
def project(member):
    return factories.ProjectFactory(published=True, indexed=True, institute=member.institute)


@pytest.fixture
def mine(client, member):
    client.force_login(member.user)
    return client


def address(project):
    return f"/mijn/projecten/{project.slug}/bijhouden/"


def test_visitor_logs_in_first(client, project):
    assert client.get(address(project)).url.startswith("/account/login/")


@pytest.mark.parametrize("method", ["get", "post"])
def test_of_another_institute_is_not_there(client, project, method):
    client.force_login(factories.MembershipFactory().user)
    assert getattr(client, method)(address(project), {"what": "confirm"}).status_code == 404
    assert Project.objects.get().confirmed_on is None


def test_draft_is_not_there(mine, member):
    draft = factories.ProjectFactory(institute=member.institute)
    assert mine.get(address(draft)).status_code == 404


def test_confirm(mine, project):
    page = mine.post(address(project), {"what": "confirm"}, follow=True)
    assert "vandaag nog klopte" in page.content.decode()
    assert Project.objects.get().confirmed_on is not None


def test_status_update_is_on_the_page_of_the_project(mine, project):
    mine.post(address(project), {"what": "update", "text": "Nu op **vier** locaties."})
    page = mine.get(project.get_absolute_url()).content.decode()
    assert "Stand van zaken" in page
    assert "<strong>vier</strong>" in page
    assert StatusUpdate.objects.get().author is not None


def test_script_in_a_status_update_is_text(mine, project):
    mine.post(address(project), {"what": "update", "text": "<script>alert(1)</script>"})
    assert "<script>alert" not in mine.get(project.get_absolute_url()).content.decode()


def test_empty_and_too_long_updates_are_refused_with_what_was_typed(mine, project):
    assert "Schrijf in een paar zinnen" in mine.post(address(project), {"what": "update", "text": " "}).content.decode()
    long = "zorg " * 700
    page = mine.post(address(project), {"what": "update", "text": long}).content.decode()
    assert "De tekst is te lang" in page
    assert long.strip() in page
    assert not StatusUpdate.objects.exists()


def test_take_an_update_away(mine, project):
    update = factories.StatusUpdateFactory(project=project)
    other = factories.StatusUpdateFactory()
    assert mine.post(address(project), {"what": "remove", "update": other.pk}).status_code == 404
    assert mine.post(address(project), {"what": "remove", "update": "x"}).status_code == 404
    mine.post(address(project), {"what": "remove", "update": update.pk})
    assert list(StatusUpdate.objects.all()) == [other]


@pytest.mark.parametrize(("months", "kept"), [("24", 24), ("7", 60), ("", 60)])
def test_interval(mine, project, months, kept):
    mine.post(address(project), {"what": "interval", "months": months})
    assert Project.objects.get().confirm_every == kept


def test_unknown_act(mine, project):
    assert mine.post(address(project), {"what": "sluiten"}).status_code == 404


def test_many_updates_ask_no_more(mine, project, django_assert_num_queries):
    factories.StatusUpdateFactory(project=project, author=factories.UserFactory())
    mine.get(address(project))
    with django_assert_num_queries(5) as first:
        mine.get(address(project))
    for _count in range(5):
        factories.StatusUpdateFactory(project=project, author=factories.UserFactory())
    with django_assert_num_queries(len(first)):
        mine.get(address(project))
