"""The preview of a text, its versions, and what its writers see on the page of a project."""

import pytest
from django.db import connection
from django.urls import reverse

from projects.models import Project, Revision
from projects.services import revisions
from tests import factories
from tests.projects.writing import begun, member, published, submitted, write
from tests.projects.writing_pages import at, get
from vindplaats.mine.data import collect

pytestmark = pytest.mark.django_db


def accepted(project, **values):
    """Have an edit of the project accepted."""
    revision = write(revisions.begin_edit(project=project, by=project.owner), project.owner, **values)
    revisions.submit(revision=revision, by=project.owner)
    return revisions.accept(revision=revision, by=factories.UserFactory(moderator=True))


def test_the_preview_shows_all_of_the_text(client, writer):
    region = factories.RegionFactory(name="Drenthe")
    line = factories.ProgrammeLineFactory(name="Lijn 1")
    factories.SectorFactory(slug="wijk", name="Wijkverpleging")
    revision = begun(
        writer,
        lessons=[
            {"kind": "pitfall", "title": "Te veel ineens", "advice": "Begin klein."},
            {"kind": "tip", "title": ""},
        ],
        resources=[{"kind": "toolkit", "title": "Kookboek", "url": "https://linde.example/boek"}],
        funding=[{"kind": "fund", "name": "Fonds Samen", "amount_eur": 12500}],
        partners=["Slagerij Smit"],
        technologies=["bakfiets"],
        sectors=["wijk"],
        programmes=[{"id": line.programme.external_id, "line": "Lijn 1"}],
        regions=[f"{region.slug}@{region.scheme.valid_from.isoformat()}"],
        start="heden",
    )
    page = get(client, at("preview", revision))
    assert "Dit is een voorbeeld" in page.text
    for words in (
        "Eenzaamheid",
        "Begin klein.",
        "Kookboek",
        "Fonds Samen",
        "Slagerij Smit",
        "bakfiets",
        "Wijkverpleging",
    ):
        assert words in page.text, words
    assert "Drenthe" in page.text
    assert "Lijn 1" in page.text


def test_the_preview_writes_nothing_and_shows_no_address(client, writer):
    revision = begun(writer)
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value FROM search_generation")
        before = cursor.fetchone()
        held = list(Project.objects.values()), list(Revision.objects.values())
        response = client.get(at("preview", revision))
        cursor.execute("SELECT last_value FROM search_generation")
        assert cursor.fetchone() == before
    assert held == (list(Project.objects.values()), list(Revision.objects.values()))
    assert "demi@linde.example" not in response.content.decode()
    assert response["Cache-Control"].startswith("max-age=0")


def test_the_preview_of_an_edit_is_not_the_page(client, writer):
    project = published(writer)
    write(revisions.begin_edit(project=project, by=writer.user), writer.user, summary="Heel anders.")
    assert "Heel anders." in get(client, reverse("projects:submission_preview", args=[project.slug])).text
    assert "Heel anders." not in get(client, project.get_absolute_url()).text


def test_fifty_lessons_take_no_more_queries(client, writer, django_assert_max_num_queries):
    revision = begun(writer, lessons=[{"kind": "tip", "title": "Eén"}])
    with django_assert_max_num_queries(40) as few:
        client.get(at("preview", revision))
    write(Revision.objects.get(), writer.user, lessons=[{"kind": "tip", "title": f"L{n}"} for n in range(50)])
    with django_assert_max_num_queries(len(few)):
        client.get(at("preview", revision))


def test_the_page_of_a_draft_leads_to_its_preview(client, writer):
    revision = submitted(writer)
    slug = Project.objects.get().slug
    assert client.get(reverse("projects:project_detail", args=[slug])).url == at("preview", revision).replace(
        revision.project.slug, slug
    )


def test_writers_see_the_way_to_edit_and_that_a_change_waits(client, writer):
    project = published(writer)
    address = project.get_absolute_url()
    edit = reverse("projects:submission_edit", args=[project.slug])
    assert edit in client.get(address).content.decode()
    client.post(edit)
    write(Revision.objects.first(), writer.user, summary="Nieuw.")
    assert "schrijft aan een wijziging" in get(client, address).text
    revisions.submit(revision=Revision.objects.first(), by=writer.user)
    assert "wacht op een moderator" in get(client, address).text
    client.logout()
    page = client.get(address).content.decode()
    assert edit not in page
    assert "wacht op een moderator" not in page


def test_versions_can_be_read_and_any_two_compared(client, writer):
    project = published(writer)
    accepted(project, summary="Tweede samenvatting.")
    accepted(project, summary="Derde samenvatting.", themes=[])
    address = reverse("projects:submission_versions", args=[project.slug])
    page = client.get(address)
    assert (page.context["numbers"], page.context["older"], page.context["newer"]) == ([1, 2, 3], 2, 3)
    assert [one.name for one in page.context["differences"]] == ["summary", "themes"]
    page = client.get(address, {"van": "1", "tot": "2"})
    assert [one.name for one in page.context["differences"]] == ["summary"]
    assert "Een van deze versies is er niet." in get(client, address, van="1", tot="9").text
    one = get(client, reverse("projects:submission_version", args=[project.slug, 2]))
    assert "Tweede samenvatting." in one.text
    assert client.get(reverse("projects:submission_version", args=[project.slug, 9])).status_code == 404


def test_a_version_comes_back_from_its_page(client, writer):
    project = published(writer)
    accepted(project, summary="Tweede samenvatting.")
    address = reverse("projects:submission_version", args=[project.slug, 1])
    assert "Begin een wijziging met deze tekst" in get(client, address).text
    client.post(reverse("projects:submission_restore", args=[project.slug, 1]))
    assert Revision.objects.get(status="draft").content["summary"] == "Buurtbewoners koken elke week voor elkaar."
    assert "Begin een wijziging met deze tekst" not in get(client, address).text


def test_what_was_public_before_the_first_version_is_version_nought(client, writer):
    project = factories.ProjectFactory(published=True, institute=writer.institute, owner=writer.user)
    accepted(project, summary="Nieuw.", contact=[{"name": "A", "email": "a@linde.example"}])
    page = client.get(reverse("projects:submission_versions", args=[project.slug]))
    assert page.context["numbers"] == [0, 1]
    assert [one.name for one in page.context["differences"]] == ["summary"]


def test_the_owner_hands_over_on_the_page(client, writer):
    project = published(writer)
    colleague = member(institute=writer.institute).user
    address = reverse("projects:submission_hand_over", args=[project.slug])
    client.post(address, {"naar": member().user.pk})
    project.refresh_from_db()
    assert project.owner == writer.user
    client.post(address, {"naar": colleague.pk})
    project.refresh_from_db()
    assert project.owner == colleague


def test_what_a_person_takes_along_holds_nobody_elses_address(writer):
    begun(writer)
    rows = collect(writer.user)
    assert rows["projecten"][0]["title"] == "Samen eten in de wijk"
    assert rows["teksten"][0]["content"]["approach"]
    assert "demi@linde.example" not in str(rows["teksten"])
