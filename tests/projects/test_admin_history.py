"""The history button tells who changed what, when and why, in words."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from projects.models import Project
from projects.services.projects import return_with_reason
from projects.services.saving import delete
from tests.factories import (
    InstituteFactory,
    LessonFactory,
    ProjectFactory,
    ProjectFundingFactory,
    RegionFactory,
    SectorFactory,
    ThemeFactory,
    UserFactory,
)
from tests.projects.admin_forms import save
from vindplaats.audit import acting


def history(client, thing, query=""):
    name = f"admin:{thing._meta.app_label}_{thing._meta.model_name}_history"
    return client.get(reverse(name, args=[thing.pk]) + query)


def entries(client, thing):
    return history(client, thing).context["entries"]


def told(entry):
    return {change.field: (change.old, change.new) for change in entry.changes}


def test_change_in_the_admin(moderator_client, moderator):
    project = ProjectFactory(published=True, title="Oude titel")
    save(
        moderator_client,
        reverse("admin:projects_project_change", args=[project.pk]),
        title="Nieuwe titel",
        phase="stopped",
        stop_reasons=["funding"],
    )
    entry = entries(moderator_client, project)[0]
    assert (entry.who, entry.what, entry.verb) == (moderator.name, "Project", "gewijzigd")
    assert told(entry) == {
        "Titel": ("Oude titel", "Nieuwe titel"),
        "Fase": ("Pilot", "Gestopt"),
        "Redenen om te stoppen": ("leeg", "Geld op of niet structureel"),
    }
    page = history(moderator_client, project).content.decode()
    assert "Oude titel" in page
    assert moderator.name in page


def test_bulk_change_by_a_command(moderator_client):
    project, institute = ProjectFactory(), InstituteFactory(name="Woonzorg De Wilg")
    with acting(command="merge_institutes", file="lijst.csv"):
        Project.objects.filter(pk=project.pk).update(institute=institute, start="2024-01")
    entry = entries(moderator_client, project)[0]
    assert (entry.who, entry.means) == ("het systeem", "merge_institutes lijst.csv")
    assert told(entry)["Instelling"] == (project.institute.name, "Woonzorg De Wilg")


def test_reason_of_a_decision(moderator_client, moderator):
    project = ProjectFactory(submitted=True)
    return_with_reason(project=project, by=moderator, reason="Resultaten ontbreken.")
    entry = entries(moderator_client, project)[0]
    assert (entry.reason, told(entry)["Status"]) == ("Resultaten ontbreken.", ("Ingediend", "Teruggestuurd"))
    assert "Resultaten ontbreken." in history(moderator_client, project).content.decode()


def test_links_and_belongings(moderator_client):
    sector, theme, region = SectorFactory(name="Revalidatie"), ThemeFactory(name="Rouw"), RegionFactory(name="Twente")
    project = ProjectFactory(sectors=[sector], themes=[theme], regions=[region])
    lesson = LessonFactory(project=project, title="Wacht niet")
    project.sectors.clear()
    lesson.delete()
    what = {(entry.what, entry.verb) for entry in entries(moderator_client, project)}
    assert {("Sector: Revalidatie", "toegevoegd"), ("Sector: Revalidatie", "verwijderd")} <= what
    assert {("Thema: Rouw", "toegevoegd"), (f"Regio: Twente ({region.scheme.name})", "toegevoegd")} <= what
    assert {("Les: Wacht niet", "toegevoegd"), ("Les: Wacht niet", "verwijderd")} <= what


def test_years_amounts_and_dates_as_a_reader_writes_them(moderator_client):
    project = ProjectFactory(phase_source_year=2019, source_accessed=datetime.date(2026, 3, 1))
    ProjectFundingFactory(project=project, amount_eur=Decimal("1250000.5"))
    changes = {}
    for entry in entries(moderator_client, project):
        changes |= told(entry)
    assert changes["Fase volgens bron in jaar"] == ("", "2019")
    assert changes["Bron gelezen op"] == ("", "1 maart 2026")
    assert changes["Bedrag in euro"] == ("", "1.250.000,50")
    assert "Volgorde" not in changes  # nobody filled it in


def test_history_of_another_is_not_shown(moderator_client):
    mine, other = ProjectFactory(), ProjectFactory(title="Een heel ander project")
    LessonFactory(project=other, title="Les van een ander")
    page = history(moderator_client, mine).content.decode()
    assert "ander" not in page.replace("verandering", "")


def test_deleted_project_still_has_a_history(moderator_client, db):
    administrator = UserFactory(administrator=True)
    project = ProjectFactory(title="Weg ermee")
    delete(things=Project.objects.filter(pk=project.pk), by=administrator)
    entry = entries(moderator_client, project)[0]
    assert (entry.verb, entry.who, told(entry)["Titel"]) == ("verwijderd", administrator.name, ("Weg ermee", ""))


def test_erased_account_is_not_named(moderator_client, db):
    editor, project = UserFactory(name="Vertrokken"), ProjectFactory()
    with acting(user=editor):
        Project.objects.update(title="Anders")
    editor.delete()
    assert entries(moderator_client, project)[0].who == "iemand met een verwijderd account"
    assert "Vertrokken" not in history(moderator_client, project).content.decode()


def test_long_text_is_cut_and_markup_is_text(moderator_client):
    project = ProjectFactory(summary="<script>alert(1)</script>" + "lang " * 2000)
    page = history(moderator_client, project).content.decode()
    assert "<script>alert(1)" not in page
    assert len(page) < 50_000


def test_password_is_not_in_the_history(client, db):
    client.force_login(UserFactory(administrator=True))
    user = UserFactory()
    hashed = user.password
    user.set_password("een-heel-nieuw-geheim")
    user.save()
    page = history(client, user).content.decode()
    assert hashed not in page
    assert user.password not in page


@pytest.mark.parametrize("number", ["9999999", "abc", "99999999999999999999999", "-1"])
def test_unknown_object(moderator_client, number):
    response = moderator_client.get(f"/admin/projects/project/{number}/history/")
    assert (response.status_code, response.headers["Location"]) == (302, "/admin/")


@pytest.mark.parametrize("query", ["?p=2", "?p=abc", "?p=-1", "?p=99999999999999999999"])
def test_pages(moderator_client, query):
    project = ProjectFactory()
    for number in range(60):
        Project.objects.update(title=f"Titel {number}")
    assert history(moderator_client, project, query).status_code == 200
    assert len(entries(moderator_client, project)) == 50


def test_same_queries_for_a_short_and_a_long_history(moderator_client, django_assert_num_queries):
    project = ProjectFactory()
    history(moderator_client, project)
    for more in (1, 3):
        LessonFactory.create_batch(more, project=project)
        project.sectors.set(SectorFactory.create_batch(more))
        project.regions.set(RegionFactory.create_batch(more))
        Project.objects.update(institute=InstituteFactory(), title=f"Titel {more}")
        with django_assert_num_queries(11):
            history(moderator_client, project)
