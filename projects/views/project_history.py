"""What changed on a project since it appeared, for everyone to see: days and parts, never who."""

from itertools import groupby, pairwise
from typing import Any

from django.db.models import Model
from django.utils import timezone

from projects.models import Project
from projects.states import Status

# Only what a reader can see on the page; statuses, sources of import and people stay out. The timeline itself tells
# when the institute confirmed.
PUBLIC_FIELDS = ("title", "summary", "problem", "approach", "results", "phase", "start", "end")
PUBLIC_FIELDS += ("institute_id", "kept", "kept_explanation", "stop_reasons", "stop_explanation")
MOST_DAYS = 20


def public_history(project: Project) -> list[dict[str, Any]]:
    """Return days with the names of the parts that changed, latest first; the first day is that of publication."""
    events = [event for event in project.events.order_by("pgh_id") if event.status == Status.PUBLISHED]
    changes = [(_day(new), _changed(old, new)) for old, new in pairwise(events)]
    by_day = [
        (day, [name for _, names in group for name in names]) for day, group in groupby(changes, lambda one: one[0])
    ]
    days = [{"day": day, "parts": [_label(name) for name in dict.fromkeys(names)]} for day, names in by_day if names]
    return days[::-1][:MOST_DAYS]


def _day(event: Model) -> Any:
    return timezone.localdate(event.pgh_created_at)


def _changed(old: Model, new: Model) -> list[str]:
    return [name for name in PUBLIC_FIELDS if getattr(old, name) != getattr(new, name)]


def _label(name: str) -> str:
    return str(Project._meta.get_field(name.removesuffix("_id")).verbose_name)
