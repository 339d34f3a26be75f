"""The editors' collections that ship with the catalogue: from collections.jsonl."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from projects.models import Collection, CollectionItem, Lesson, Project, Resource
from projects.search.indexing import index
from projects.services.catalogue import COMMAND
from projects.services.reference.files import read_records
from projects.services.reference.loading import Loaded
from projects.services.reference.ownership import events_of_others
from projects.states import Sharing
from vindplaats.audit import acting
from vindplaats.text import fold

FILE = "collections.jsonl"
Wanted = list[tuple[dict[str, int], str]]
"""What an item points at, by column, and its note."""


@transaction.atomic
def load_collections() -> Loaded:
    """Bring the editors' collections up to date with the file; what somebody changed or threw away stays so.

    What is not there is left out, and a collection of which nothing is there is not made.
    """
    records, loaded = read_records(FILE), Loaded()
    taken, touched = _slugs_of_others(), []
    with acting(command=COMMAND):
        for record in records:
            wanted = _wanted(record["items"])
            if not wanted:
                continue
            if record["collection"] in taken:
                loaded.counts["kept"] += 1
                continue
            if done := _load(record, wanted):
                loaded.counts[done[0]] += 1
                touched.append(done[1])
    if touched:
        index("collection", touched)
    return loaded


def _load(record: Mapping[str, Any], wanted: Wanted) -> tuple[str, int] | None:
    """Make or change one; return what was done, and its number. None when it is as in the file."""
    given = {"title": record["title"], "text": record["text"], "is_featured": record.get("featured", False)}
    one = Collection.objects.filter(slug=record["collection"]).first()
    is_new = one is None
    one = one or Collection(slug=record["collection"], is_editorial=True, visibility=Sharing.PUBLIC)
    now = [_pointed(item) for item in one.items.all()] if not is_new else []
    if not is_new and now == wanted and all(getattr(one, name) == value for name, value in given.items()):
        return None
    for name, value in given.items():
        setattr(one, name, value)
    one.updated_at = timezone.now()
    one.save()
    one.items.all().delete()
    CollectionItem.objects.bulk_create(
        CollectionItem(collection=one, note=note, position=place, **column)
        for place, (column, note) in enumerate(wanted)
    )
    return ("added" if is_new else "changed"), one.pk


def _pointed(item: CollectionItem) -> tuple[dict[str, int], str]:
    named = ("project_id", "lesson_id", "resource_id")
    return {name: pk for name in named if (pk := getattr(item, name))}, item.note


def _wanted(items: Iterable[Mapping[str, Any]]) -> Wanted:
    found = ((_column(item), item.get("note", "")) for item in items)
    return [(column, note) for column, note in found if column]


def _column(item: Mapping[str, Any]) -> dict[str, int]:
    """Return what an item points at: a project by its number, a lesson by its title too, a resource by its slug."""
    if "resource" in item:
        pk = Resource.objects.filter(slug=item["resource"]).values_list("pk", flat=True).first()
        return {"resource_id": pk} if pk else {}
    if "project" in item:
        pk = Project.objects.filter(external_id=item["project"]).values_list("pk", flat=True).first()
        return {"project_id": pk} if pk else {}
    number, title = item["lesson"]
    lessons = Lesson.objects.filter(project__external_id=number).values_list("pk", "title")
    pk = next((pk for pk, other in lessons if fold(other) == fold(title)), None)
    return {"lesson_id": pk} if pk else {}


def _slugs_of_others() -> set[str]:
    """Return the addresses of collections that somebody else than the catalogue made, changed or threw away."""
    items = events_of_others(CollectionItem, COMMAND).values("collection_id")
    events = Collection.pgh_event_model.objects.filter(pgh_obj_id__in=items)
    changed = events_of_others(Collection, COMMAND).values_list("slug", flat=True)
    return {*changed, *events.values_list("slug", flat=True)}
