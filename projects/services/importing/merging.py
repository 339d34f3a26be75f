"""What a row makes of its project: the fields that the file names, and the rules that hold between fields."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from projects.services.importing.resolving import ends_before_start
from projects.services.importing.rows import Row
from projects.states import Language, Phase, Status, may_become

PLAIN = (
    "title",
    "summary",
    "problem",
    "approach",
    "results",
    "phase",
    "phase_source_year",
    "stop_reasons",
    "stop_explanation",
    "start",
    "end",
    "scope",
    "kept",
    "kept_explanation",
    "source_url",
    "source_accessed",
    "confirmed_on",
)
"""Fields that stand in the record and in the table under one name, empty included."""


def merge(row: Row, *, status: str, now: datetime) -> None:
    """Put the fields that the row names on its project, remember which changed, and check the rules between them.

    `status` is for new projects whose row has none. An empty status, slug or day of publication changes nothing.
    """
    project, values = row.project, row.values
    old_status = project.status
    for name in PLAIN:
        if name in values:
            change(row, name, values[name])
    if "language" in values:
        change(row, "language", values["language"] or Language.DUTCH)
    if values.get("slug"):
        change(row, "slug", values["slug"])
    change(row, "status", values.get("status") or (status if row.is_new else old_status))
    published_at = values.get("published_at") or project.published_at
    change(row, "published_at", published_at or (now if project.status == Status.PUBLISHED else None))
    row.problems += _broken_rules(row, old_status)


def change(row: Row, name: str, value: Any) -> None:
    """Set a field, and remember it when it really is another value."""
    if getattr(row.project, name) != value:
        setattr(row.project, name, value)
        row.changed.add(name)


def _broken_rules(row: Row, old_status: str) -> list[tuple[str, str]]:
    project, problems = row.project, []
    if ends_before_start(project.start, project.end):
        problems.append(("end", _("Het einde ligt vóór het begin.")))
    if project.phase != Phase.STOPPED and (project.stop_reasons or project.stop_explanation):
        field = "stop_reasons" if project.stop_reasons else "stop_explanation"
        problems.append((field, _("Alleen een gestopt project (phase: stopped) heeft redenen om te stoppen.")))
    if not row.is_new and not may_become(old_status, project.status):
        known = {"old": old_status, "new": project.status}
        problems.append(("status", _("Een project kan niet van %(old)s naar %(new)s.") % known))
    return problems
