"""Fields of which one of two values stays: by itself that of the thing that stays, unless it is empty."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import models

EMPTY = (None, "", [], {})

PROJECT: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "summary": ("summary",),
    "language": ("language",),
    "phase": ("phase", "phase_source_year", "stop_reasons", "stop_explanation"),
    "start": ("start",),
    "end": ("end",),
    "institute": ("institute",),
    "problem": ("problem",),
    "approach": ("approach",),
    "results": ("results",),
    "kept": ("kept", "kept_explanation"),
    "scope": ("scope",),
    "source_url": ("source_url", "source_accessed"),
}
"""Fields of a project that are chosen together, by the first of them."""
INSTITUTE: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "kind": ("kind",),
    "place": ("place", "gemeente"),
    "website": ("website",),
    "description": ("description", "language"),
    "brings": ("brings",),
    "seeks": ("seeks",),
    "logo": ("logo",),
    "kvk_number": ("kvk_number",),
    "agb_code": ("agb_code",),
}
"""The same of an institute."""
NOTHING_KNOWN = {"kept": "unknown", "kind": "other"}


def is_empty(thing: models.Model, field: str) -> bool:
    """Tell whether nothing is filled in."""
    value = getattr(thing, field)
    return value in EMPTY or value == NOTHING_KNOWN.get(field) or not str(value)


def usual(groups: Mapping[str, tuple[str, ...]], *, keep: models.Model, gone: models.Model) -> set[str]:
    """Return what is taken from `gone` when nobody says otherwise: what `keep` lacks."""
    return {name for name in groups if is_empty(keep, name) and not is_empty(gone, name)}


def differing(groups: Mapping[str, tuple[str, ...]], *, keep: models.Model, gone: models.Model) -> list[str]:
    """Return of which groups the two differ."""
    return [
        name for name, fields in groups.items() if any(getattr(keep, field) != getattr(gone, field) for field in fields)
    ]


def values_of(groups: Mapping[str, tuple[str, ...]], taken: Collection[str], thing: models.Model) -> dict[str, Any]:
    """Return the values of the groups that are taken."""
    return {field: getattr(thing, field) for name in taken if name in groups for field in groups[name]}
