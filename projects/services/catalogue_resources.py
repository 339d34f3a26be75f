"""The resources that ship: public ones that belong to no project, each known by its slug."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from projects.models import Resource
from projects.search.indexing import index
from projects.services.catalogue import COMMAND
from projects.services.reference.files import CATALOGUE
from projects.services.reference.ownership import changed_by_editors, deleted_by_editors
from projects.services.resources.texts import NAMES, as_json, put_on, text_of
from vindplaats.audit import acting

RESOURCES = CATALOGUE / "resources.jsonl"
EMPTY = {"year": None, "audiences": [], "themes": [], "conditions": [], "target_groups": []}
"""What a record leaves out of what is no text."""


def records(file: Path = RESOURCES) -> list[dict[str, Any]]:
    """Return the records of the file, one a line."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


@transaction.atomic
def load_resources(file: Path = RESOURCES) -> int:
    """Make the resources of the file as it says; return how many were new or changed.

    One that somebody else changed or deleted, or whose slug is of something else, is left alone.
    """
    with acting(command=COMMAND):
        changed = [pk for record in _ours(records(file)) if (pk := _load(record))]
    index("resource", changed)
    return len(changed)


def _ours(found: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Give the records that nobody else has the last word on."""
    there = Resource.objects.filter(slug__in=[record["slug"] for record in found])
    theirs = changed_by_editors(Resource, list(there.values_list("pk", flat=True)), command=COMMAND)
    theirs |= set(there.exclude(institute=None, project=None).values_list("pk", flat=True))
    taken = set(there.filter(pk__in=theirs).values_list("slug", flat=True))
    taken |= {slug for (slug,) in deleted_by_editors(Resource, ["slug"], command=COMMAND)}
    return (record for record in found if record["slug"] not in taken)


def _load(record: dict[str, Any]) -> int | None:
    """Bring one resource up to date; return its id when there was anything to do."""
    wanted = as_json({name: record.get(name, EMPTY.get(name, "")) for name in NAMES if name != "revised_on"})
    for name in ("themes", "conditions", "target_groups"):
        wanted[name] = sorted(wanted[name])
    resource = Resource.objects.filter(slug=record["slug"]).first()
    if resource is not None and {**text_of(resource), **wanted} == text_of(resource):
        return None
    resource = resource or Resource(slug=record["slug"], published_at=timezone.now())
    put_on(resource, wanted)
    return resource.pk
