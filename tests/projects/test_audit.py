"""Every change leaves a row: who, when, what; for bulk changes and links as well, whatever way they came."""

import pghistory
import pytest
from django.apps import apps
from django.db import connection, models
from pghistory.models import Event

from projects.models import LinkCheck, Project, ProjectTheme, ProjectUpload, Sector
from projects.models.projects import ProjectSector
from tests.factories import LessonFactory, ProjectFactory, SectorFactory, TechnologyFactory, ThemeFactory, UserFactory
from vindplaats.audit import acting

ProjectEvent, SectorEvent = Project.pgh_event_model, Sector.pgh_event_model
LINKS = {
    "sectors": SectorFactory,
    "themes": ThemeFactory,
    "technologies": TechnologyFactory,
}


def labels(event_model, **about):
    return list(event_model.objects.filter(**about).order_by("pgh_id").values_list("pgh_label", flat=True))


def latest(event_model, **about):
    return event_model.objects.filter(**about).latest("pgh_id")


def test_create_update_delete_of_one(db):
    project = ProjectFactory(title="Eerst")
    project.title = "Daarna"
    project.save()
    pk = project.pk
    project.delete()
    assert labels(ProjectEvent, pgh_obj_id=pk) == ["insert", "update", "delete"]
    titles = ProjectEvent.objects.filter(pgh_obj_id=pk).order_by("pgh_id").values_list("title", flat=True)
    assert list(titles) == ["Eerst", "Daarna", "Daarna"]


def test_bulk_changes(db):
    sectors = Sector.objects.bulk_create(Sector(name=f"Sector {n}", slug=f"s{n}") for n in range(3))
    Sector.objects.update(position=7)
    sectors[0].name = "Anders"
    Sector.objects.bulk_update(sectors[:1], ["name"])
    Sector.objects.all()._raw_delete("default")
    assert labels(SectorEvent, slug="s0") == ["insert", "update", "update", "delete"]
    assert labels(SectorEvent, slug="s2") == ["insert", "update", "delete"]


def test_sql_by_hand(db):
    project = ProjectFactory()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE projects_project SET status = 'archived'")
    assert latest(ProjectEvent, pgh_obj=project).status == "archived"


def test_upsert(db):
    SectorFactory(slug="zorg", name="Oud")
    fresh = [Sector(slug="zorg", name="Nieuw"), Sector(slug="ander", name="Ander")]
    Sector.objects.bulk_create(fresh, update_conflicts=True, unique_fields=["slug"], update_fields=["name"])
    assert labels(SectorEvent, slug="zorg") == ["insert", "update"]
    assert latest(SectorEvent, slug="zorg").name == "Nieuw"
    assert labels(SectorEvent, slug="ander") == ["insert"]


def test_update_that_changes_nothing_leaves_no_row(db):
    sector = SectorFactory()
    Sector.objects.update(name=sector.name)
    assert labels(SectorEvent, pgh_obj=sector) == ["insert"]


@pytest.mark.parametrize("field", LINKS)
def test_links(db, field):
    project, term = ProjectFactory(), LINKS[field]()
    getattr(project, field).add(term)
    getattr(project, field).remove(term)
    getattr(project, field).set([term])
    getattr(project, field).clear()
    through = Project._meta.get_field(field).remote_field.through
    tracked = next(model for model in apps.get_models() if _tracks(model, through))
    assert labels(tracked) == ["insert", "delete", "insert", "delete"]
    assert all(event.pgh_created_at for event in tracked.objects.all())


def test_links_know_both_ends(db):
    project, sector = ProjectFactory(), SectorFactory()
    project.sectors.add(sector)
    event = ProjectSector.pgh_event_model.objects.get()
    assert (event.project_id, event.sector_id) == (project.pk, sector.pk)


def test_what_went_with_something_else(db):
    lesson = LessonFactory(themes=[ThemeFactory()])
    project = lesson.project
    pk = lesson.pk
    project.delete()
    assert labels(type(lesson).pgh_event_model, pgh_obj_id=pk) == ["insert", "delete"]


def test_who_and_why(db):
    project, user = ProjectFactory(), UserFactory()
    with acting(user=user, action="archive", reason="Dubbel"):
        Project.objects.filter(pk=project.pk).update(title="Nieuw")
        project.sectors.add(SectorFactory())
    for event in (latest(ProjectEvent), latest(ProjectSector.pgh_event_model)):
        assert event.pgh_context.metadata == {"user": user.pk, "action": "archive", "reason": "Dubbel"}


def test_reason_does_not_stick_to_what_follows(db):
    first, second = ProjectFactory(), ProjectFactory()
    with pghistory.context(user=1, url="/admin/"):
        with acting(reason="Alleen hier"):
            Project.objects.filter(pk=first.pk).update(title="A")
        Project.objects.filter(pk=second.pk).update(title="B")
    assert latest(ProjectEvent, pgh_obj=first).pgh_context.metadata == {
        "user": 1,
        "url": "/admin/",
        "reason": "Alleen hier",
    }
    assert latest(ProjectEvent, pgh_obj=second).pgh_context.metadata == {"user": 1, "url": "/admin/"}


def test_each_reason_keeps_to_its_own_project(db):
    projects = ProjectFactory.create_batch(3)
    with acting(command="clean_up"):
        for project in projects:
            with acting(reason=f"Reden {project.pk}"):
                Project.objects.filter(pk=project.pk).update(title="Op")
    for project in projects:
        metadata = latest(ProjectEvent, pgh_obj=project).pgh_context.metadata
        assert metadata == {"command": "clean_up", "reason": f"Reden {project.pk}"}


def test_reason_is_gone_after_an_error(db):
    project = ProjectFactory()
    with pghistory.context(user=1):
        with pytest.raises(ZeroDivisionError), acting(reason="Mislukt"):
            _ = 1 / 0
        project.title = "Verder"
        project.save()
    assert latest(ProjectEvent).pgh_context.metadata == {"user": 1}


def test_request_says_who_and_where(moderator_client, moderator):
    project = ProjectFactory(submitted=True)
    url = f"/admin/projects/project/{project.pk}/besluit/publish/"
    moderator_client.post(url)
    metadata = latest(ProjectEvent, pgh_obj=project).pgh_context.metadata
    assert metadata == {"user": moderator.pk, "url": url, "action": "published"}


def test_password_is_not_copied(db):
    columns = {field.name for field in UserFactory().pgh_event_model._meta.get_fields()}
    assert not columns & {"password", "last_login"}


def _tracks(model: type[models.Model], table: type[models.Model]) -> bool:
    tracked = getattr(model, "pgh_tracked_model", None)
    return issubclass(model, Event) and bool(tracked) and tracked._meta.concrete_model is table


def test_every_table_of_ours_is_audited():
    tables = {
        model
        for label in ("projects", "accounts")
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if not issubclass(model, Event) and not model._meta.proxy
    }
    audited = {event.pgh_tracked_model._meta.concrete_model for event in apps.get_models() if issubclass(event, Event)}
    # Rights follow from moderator and administrator; nothing reads or writes these two.
    unused = {model for model in tables if model.__name__ in ("User_groups", "User_user_permissions")}
    # What is gone after a day, or what a job saw of an address; nobody writes these by hand.
    assert tables - audited == unused | {ProjectUpload, LinkCheck}
    assert ProjectTheme in audited
