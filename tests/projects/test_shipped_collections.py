"""The editors' collections and the milestones that ship: they name what is there, and editors have the last word."""

import re

import pytest
from django.core.management import call_command

from projects.models import Collection, Lesson, ProgrammeMilestone, Project
from projects.models.programmes import DATE_AS_KNOWN
from projects.search.engine import Answer, Question
from projects.services.collections import making, shipped
from projects.services.reference import load_reference
from projects.services.reference.files import read_records
from projects.services.review import personal_data
from tests import factories
from vindplaats.audit import acting
from vindplaats.text import fold

COLLECTIONS = read_records("collections.jsonl")
PROJECTS = {record["id"]: record for record in read_records("projects.jsonl")}
RESOURCES = {record["slug"] for record in read_records("resources.jsonl")}


@pytest.mark.parametrize("record", COLLECTIONS, ids=lambda record: record["collection"])
def test_what_is_in_it_is_in_the_catalogue(record):
    assert len(record["items"]) >= 5
    for item in record["items"]:
        if "resource" in item:
            assert item["resource"] in RESOURCES
            continue
        number, title = item.get("lesson", (item.get("project"), None))
        lessons = {fold(lesson["title"]) for lesson in PROJECTS[number]["lessons"]}
        assert title is None or fold(title) in lessons
    texts = [record["title"], record["text"], *(item["note"] for item in record["items"])]
    assert not any(personal_data.find(text) for text in texts)


def test_milestones_have_dates_and_sources():
    found = [(record, one) for record in read_records("programmes.jsonl") for one in record.get("milestones", [])]
    assert len(found) >= 15
    for record, one in found:
        assert record["source_url"]
        assert re.fullmatch(DATE_AS_KNOWN, one["moment"])
        assert one["state"] in ("planned", "reached", "dropped")


@pytest.fixture
def catalogue(db):
    """Of the first collection all projects and lessons, of the others none."""
    for item in COLLECTIONS[0]["items"]:
        number, title = item.get("lesson", (item.get("project"), None))
        project = Project.objects.filter(external_id=number).first() or factories.ProjectFactory(
            external_id=number, published=True
        )
        if title and not Lesson.objects.filter(title=title).exists():
            factories.LessonFactory(project=project, title=title)


def test_resources_stand_in_it_as_well(db):
    shipped.load_collections()
    assert not Collection.objects.exists()
    record = next(one for one in COLLECTIONS if any("resource" in item for item in one["items"]))
    slugs = [item["resource"] for item in record["items"] if "resource" in item]
    for slug in slugs:
        factories.ResourceFactory(project=None, slug=slug)
    shipped.load_collections()
    collection = Collection.objects.get(slug=record["collection"])
    assert [item.resource.slug for item in collection.items.all()] == slugs
    assert not shipped.load_collections().touched


def test_loaded_once_and_found(catalogue):
    assert shipped.load_collections().counts["added"] == 1
    collection = Collection.objects.get()
    assert (collection.items.count(), collection.is_editorial) == (len(COLLECTIONS[0]["items"]), True)
    assert Answer("collection", Question("vallen")).ids(0, 9) == [collection.pk]
    assert not shipped.load_collections().touched


def test_editors_have_the_last_word(catalogue, moderator):
    shipped.load_collections()
    collection = Collection.objects.get()
    given = {"text": "", "language": "nl", "visibility": "public", "institute": None}
    making.change_collection(collection=collection, title="Anders", by=moderator, **given)
    assert shipped.load_collections().counts["kept"] == 1
    assert Collection.objects.get().title == "Anders"
    making.throw_away(collection=collection, by=moderator)
    shipped.load_collections()
    assert not Collection.objects.exists()


def test_milestones_are_loaded_once(db):
    assert load_reference()["milestones"].counts["added"] >= 15
    assert not load_reference()["milestones"].touched
    with acting(action="milestone"):
        ProgrammeMilestone.objects.first().delete()
    assert load_reference()["milestones"].counts["kept"] == 1


def test_the_command_tells(catalogue, capsys, monkeypatch):
    monkeypatch.setenv("VINDPLAATS_CATALOGUE", "none")
    call_command("load_catalogue")
    assert "none is loaded" in capsys.readouterr().out
