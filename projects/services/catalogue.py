"""The catalogue that ships: projects from public sources, for a site that has none of its own yet."""

from collections.abc import Collection
from pathlib import Path

from django.db.models import Q

from projects.models import Lesson, Project, Resource
from projects.services.reference.files import CATALOGUE
from projects.services.reference.ownership import events_of_others

COMMAND = "load_catalogue"
PROJECTS = CATALOGUE / "projects.jsonl"


def catalogue_file(chosen: str) -> Path | None:
    """Return the file to load: the one that ships, another one, or None for "none"."""
    if chosen == "none":
        return None
    return Path(chosen) if chosen else PROJECTS


def others_have_it(ids: Collection[str]) -> set[str]:
    """Return which of these projects the catalogue must leave alone.

    Those that their institute confirmed, and those that somebody else than the catalogue changed or deleted: the audit
    tells. A lesson or resource that somebody changed counts as well.
    """
    projects = Project.objects.filter(external_id__in=ids)
    confirmed = projects.filter(confirmed_on__isnull=False).values_list("external_id", flat=True)
    changed = events_of_others(Project, COMMAND).filter(pgh_label__in=["update", "delete"], external_id__in=ids)
    parts = [
        events_of_others(model, COMMAND).filter(project__in=projects).values("project") for model in (Lesson, Resource)
    ]
    in_parts = projects.filter(Q(pk__in=parts[0]) | Q(pk__in=parts[1])).values_list("external_id", flat=True)
    return {*confirmed, *changed.values_list("external_id", flat=True), *in_parts}
