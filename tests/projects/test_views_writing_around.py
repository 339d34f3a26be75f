"""Around the form: what is like it, how far it is, sending it in, and the lists."""

import pytest
from django.urls import reverse

from projects.models import Project, Revision
from projects.services import revisions
from tests import factories
from tests.pages import Page
from tests.projects.writing import begun, published, submitted, write
from tests.projects.writing_pages import at, get

pytestmark = pytest.mark.django_db


def test_what_may_be_the_same_stands_beside_the_form(client, writer):
    same = factories.ProjectFactory(
        title="Samen eten in de wijk",
        summary="Buurtbewoners koken elke week voor elkaar.",
        published=True,
        indexed=True,
    )
    hidden = factories.ProjectFactory(title="Samen eten in de wijk", institute=factories.InstituteFactory())
    revision = begun(writer)
    page = client.get(at("section", revision, "waarom"))
    assert [one["project"].pk for one in page.context["same"]] == [same.pk]
    assert hidden.pk not in [one["project"].pk for one in page.context["same"]]
    assert "Is dit hetzelfde project?" in Page.of(page).text


def test_comparable_projects_stand_beside_the_form(client, writer):
    other = factories.ProjectFactory(
        title="Koken voor de buurt", summary="Buurtbewoners koken met een kok.", published=True, indexed=True
    )
    revision = begun(writer)
    page = client.get(at("section", revision, "hoe"))
    assert [one.pk for one in page.context["comparable"]] == [other.pk]
    assert page.context["same"] == []


def test_the_overview_tells_how_far_each_section_is(client, writer):
    revision = revisions.begin_new(institute=writer.institute, title="Samen eten", by=writer.user)
    steps = {step.section.slug: step.state for step in client.get(at("overview", revision)).context["steps"]}
    assert steps == {
        "wat": "empty",
        "waarom": "optional",
        "hoe": "empty",
        "resultaten": "optional",
        "lessen": "optional",
        "hulpmiddelen": "optional",
        "wie": "empty",
        "waar": "optional",
        "contact": "ready",
    }
    write(revision, writer.user, summary="Koken.", approach="Zo.")
    steps = {step.section.slug: step.state for step in client.get(at("overview", revision)).context["steps"]}
    assert (steps["wat"], steps["hoe"]) == ("started", "ready")


def test_sending_in(client, writer):
    revision = begun(writer)
    page = get(client, at("check", revision))
    assert "Een kok en tien vrijwilligers" in page.text
    response = client.post(at("check", revision), {"version": revision.version, "note": "Klopt de fase?"})
    assert response.url == reverse("projects:submission_sent", args=["samen-eten-in-de-wijk"])
    assert f"V-{revision.pk}" in get(client, response.url).text
    assert Revision.objects.get().note == "Klopt de fase?"


def test_what_is_not_ready_is_not_sent_in(client, writer):
    revision = begun(writer, approach="")
    page = get(client, at("check", revision))
    assert "Dit moet nog voordat u kunt indienen" in page.text
    assert client.post(at("check", revision), {"version": revision.version}).status_code == 200
    assert Revision.objects.get().status == "draft"


def test_what_was_saved_after_reading_over_is_shown_first(client, writer):
    revision = begun(writer)
    write(revision, writer.user, problem="Later.")
    response = client.post(at("check", revision), {"version": revision.version})
    assert response.status_code == 409
    assert Revision.objects.get().status == "draft"


def test_what_waits_can_be_taken_back(client, writer):
    revision = submitted(writer)
    page = get(client, reverse("projects:submission_overview", args=[Project.objects.get().slug]))
    assert "Wat er nu gebeurt" in page.text
    project = Project.objects.get()
    client.post(reverse("projects:submission_withdraw", args=[project.slug]))
    assert Revision.objects.get().status == "draft"
    assert client.get(at("section", revision, "wat")).status_code == 200, "also by the address it had"


def test_throwing_away_is_asked_first(client, writer):
    revision = begun(writer)
    assert "Dit kan niet ongedaan worden gemaakt." in get(client, at("discard", revision)).text
    assert client.post(at("discard", revision)).url == reverse("projects:submission_list")
    assert not Project.objects.exists()


def test_my_projects_tell_what_comes_next(client, writer):
    moderator = factories.UserFactory(moderator=True)
    begun(writer, title="Nog te schrijven")
    returned = submitted(writer, title="Teruggekomen")
    revisions.return_with_reason(revision=returned, by=moderator, reason="Vertel wat het opleverde.")
    submitted(writer, title="Bij de moderator")
    published(writer, title="Op de site")
    published(title="Van een ander")
    page = get(client, reverse("projects:submission_list"))
    for words in ("Nog te schrijven", "Vertel wat het opleverde.", "Wacht op een moderator", "Op de site"):
        assert words in page.text
    assert "Van een ander" not in page.text


def test_the_list_takes_one_number_of_queries(client, writer, django_assert_max_num_queries):
    begun(writer)
    published(writer)
    with django_assert_max_num_queries(14) as few:
        client.get(reverse("projects:submission_list"))
    for _ in range(2):
        begun(writer)
        published(writer)
    with django_assert_max_num_queries(len(few)):
        client.get(reverse("projects:submission_list"))
