"""The life of a project in one list: when it ran, when its source was read, and what happened to its page."""

from collections.abc import Iterable
from typing import Any

from django.utils.dateformat import format as format_date
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from projects.models import Project
from projects.views.project_facts import partial_date

Moment = dict[str, Any]
"""`when` in words, `datetime` for machines, `text`, and `own`: whether it is of the project itself, not of its page."""

AFTER_ALL_OF_IT = "~"
"""Sorts after every digit and dash: a project that ended in 2021 ended after all that is known of 2021."""


def timeline(project: Project, history: Iterable[dict[str, Any]]) -> list[Moment]:
    """Return what is known, earliest first; `history` is that of `public_history`."""
    moments = [
        _partial(project.start, _("Start van het project"), ""),
        _day(project.source_accessed, _("Bron gelezen door de redactie")),
        _day(localdate(project.published_at) if project.published_at else None, _("Op Vindplaats gezet")),
        *(_changed(change) for change in history),
        _day(project.confirmed_on, _("Bevestigd door de instelling")),
        _partial(project.end, _("Einde van het project"), AFTER_ALL_OF_IT),
    ]
    # Python keeps the order above for what happened at the same time.
    return sorted((moment for moment in moments if moment), key=lambda moment: moment["datetime"] + moment["after"])


def _partial(value: str, text: str, after: str) -> Moment | None:
    if not value:
        return None
    return {"when": partial_date(value), "datetime": value, "text": text, "own": True, "after": after}


def _day(day: Any, text: str) -> Moment | None:
    if not day:
        return None
    return {"when": format_date(day, "j F Y"), "datetime": f"{day:%Y-%m-%d}", "text": text, "own": False, "after": ""}


def _changed(change: dict[str, Any]) -> Moment | None:
    return _day(change["day"], _("Gewijzigd: %(parts)s") % {"parts": ", ".join(change["parts"])})
