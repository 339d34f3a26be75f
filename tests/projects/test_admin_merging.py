"""The pages on which two things are put together: choose two, look, do."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from projects.models import Institute, Project
from tests import factories
from tests.pages import Page

pytestmark = pytest.mark.django_db
PROJECTS = reverse("admin_merge", args=["projecten"])
INSTITUTES = reverse("admin_merge", args=["instellingen"])


@pytest.fixture
def pair():
    keep = factories.ProjectFactory(published=True, title="Blijft", results="Eigen", problem="")
    gone = factories.ProjectFactory(
        published=True, title="Gaat", results="Ander", problem="Zo begon het", with_lessons=True
    )
    return keep, gone


def address(keep, gone, page=PROJECTS):
    return f"{page}?blijft={keep.pk}&gaat={gone.pk}"


def test_two_side_by_side_with_what_comes_over(moderator_client, pair):
    page = Page.of(moderator_client.get(address(*pair)))
    assert "lessen: 3" in page.all(".review-list li")
    assert page.all(".review-choice legend") == ["Titel", "Instelling", "Aanleiding", "Resultaten"]
    ticked = {box["name"]: box["value"] for box in page.soup.select("input[type=radio][checked]")}
    assert ticked == {"title": "blijft", "institute": "blijft", "problem": "gaat", "results": "blijft"}
    assert Project.objects.count() == 2


def test_put_together_with_what_was_chosen(moderator_client, pair):
    keep, gone = pair
    sent = {
        "title": "blijft",
        "institute": "blijft",
        "problem": "gaat",
        "results": "gaat",
        "reden": "Twee keer ingelezen",
    }
    response = moderator_client.post(address(keep, gone), sent, follow=True)
    assert response.redirect_chain[-1][0] == reverse("admin:projects_project_change", args=[keep.pk])
    assert [str(message) for message in response.context["messages"]] == ["Gaat is toegevoegd aan Blijft."]
    keep.refresh_from_db()
    assert (keep.title, keep.problem, keep.results, keep.lessons.count()) == ("Blijft", "Zo begon het", "Ander", 3)


def test_what_was_not_chosen_is_asked(moderator_client, pair):
    page = Page.of(moderator_client.post(address(*pair), {"title": "onzin", "results": "gaat"}))
    assert "Kies bij elk verschil wat blijft." in page.text
    assert page.soup.select_one("input[name=results][value=gaat]").has_attr("checked")
    assert Project.objects.count() == 2


def test_why_it_cannot_be_is_said_before_and_after(moderator_client, pair):
    keep, gone = pair
    factories.RevisionFactory(project=gone)
    page = Page.of(moderator_client.get(address(keep, gone)))
    assert "Van ‘Gaat’ is een tekst in de maak." in page.all(".errornote")[0]
    assert page.soup.select("[type=submit][disabled]")
    sent = dict.fromkeys(("title", "institute", "problem", "results"), "blijft")
    assert "tekst in de maak" in Page.of(moderator_client.post(address(keep, gone), sent)).all(".errornote")[1]
    assert Project.objects.count() == 2


@pytest.mark.parametrize("query", ["", "?blijft=1", "?blijft=abc&gaat=%27", "?blijft=99999999999999999999&gaat=1"])
def test_without_two_it_asks_which(moderator_client, query):
    page = Page.of(moderator_client.get(PROJECTS + query))
    assert "Dit blijft" in page.text
    assert "Wat er meegaat" not in page.text


def test_one_and_the_same_is_refused(moderator_client, pair):
    page = Page.of(moderator_client.get(address(pair[0], pair[0])))
    assert "Kies twee verschillende." in page.text


def test_unknown_kind(moderator_client):
    assert moderator_client.get(reverse("admin_merge", args=["lessen"])).status_code == 404


def test_institutes(moderator_client):
    keep, gone = factories.InstituteFactory(name="Oost"), factories.InstituteFactory(name="Zorg Oost", verified=True)
    factories.ProjectFactory.create_batch(2, institute=gone)
    page = Page.of(moderator_client.get(address(keep, gone, INSTITUTES)))
    assert "projecten: 2" in page.all(".review-list li")
    moderator_client.post(address(keep, gone, INSTITUTES), {"name": "gaat"})
    keep.refresh_from_db()
    assert (keep.name, keep.projects.count(), Institute.objects.count()) == ("Zorg Oost", 2, 1)


@pytest.mark.parametrize(
    ("model", "page"), [(factories.ProjectFactory, PROJECTS), (factories.InstituteFactory, INSTITUTES)]
)
def test_their_own_pages_lead_here(moderator_client, model, page):
    thing = model()
    url = reverse(f"admin:projects_{type(thing).__name__.lower()}_change", args=[thing.pk])
    assert f"{page}?blijft={thing.pk}" in moderator_client.get(url).content.decode()


def test_as_many_queries_for_much_as_for_little(moderator_client):
    def count(number):
        keep, gone = factories.ProjectFactory.create_batch(2, published=True)
        for project in (keep, gone):
            factories.LessonFactory.create_batch(number, project=project)
            factories.ProjectPartnerFactory.create_batch(number, project=project)
        with CaptureQueriesContext(connection) as queries:
            assert moderator_client.get(address(keep, gone)).status_code == 200
        return len(queries)

    for_one = count(1)
    assert count(3) == for_one
    assert count(30) == for_one
