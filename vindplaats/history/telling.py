"""Tell audit rows as entries of a history: who, when, what, from what to what, and why."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from pghistory.models import MiddlewareEvents

from vindplaats.history.words import Labels, name_of, value_in_words

# They change with every change and say nothing more.
NOISE = frozenset({"id", "created_at", "updated_at"})


@dataclass(frozen=True)
class Change:
    """One field; `old` is empty when the object is new, `new` when it is gone."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One change to one object."""

    when: datetime.datetime
    who: str
    verb: str
    what: str
    changes: Sequence[Change]
    reason: str
    means: str
    """What made the change when it was not a person at a page: a command and its file."""


def tell(events: Iterable[MiddlewareEvents], thing: models.Model) -> list[Entry]:
    """Return an entry for each event of the history of `thing`, in a number of queries that does not grow with them."""
    events = list(events)
    labels = _labels(events)
    return [_entry(event, thing, labels) for event in events]


def _entry(event: MiddlewareEvents, thing: models.Model, labels: Labels) -> Entry:
    model, context = apps.get_model(event.pgh_obj_model), event.pgh_context or {}
    return Entry(
        when=event.pgh_created_at,
        who=_who(event.user_id, labels),
        verb=_verbs()[event.pgh_label],
        what=_what(model, event.pgh_data, thing, labels),
        changes=_changes(model, event, thing, labels),
        reason=context.get("reason", ""),
        means=" ".join(str(context[key]) for key in ("command", "file") if context.get(key)),
    )


def _verbs() -> dict[str, str]:
    return {"insert": _("toegevoegd"), "update": _("gewijzigd"), "delete": _("verwijderd")}


def _who(user_id: int | None, labels: Labels) -> str:
    if user_id is None:
        return _("het systeem")
    return labels.get((get_user_model(), user_id)) or _("iemand met een verwijderd account")


def _what(model: type[models.Model], data: dict[str, Any], thing: models.Model, labels: Labels) -> str:
    """Return 'Les: Te laat begonnen', or for a bare link what it leads to: 'Sector: Ziekenhuiszorg'."""
    if model is type(thing):
        return capfirst(str(model._meta.verbose_name))
    others = [field for field in _fields(model) if field.is_relation and field.related_model is not type(thing)]
    name = data.get("title") or data.get("name") or data.get("term")
    if name:
        return f"{capfirst(str(model._meta.verbose_name))}: {name}"
    kind = others[0].related_model._meta.verbose_name if others else model._meta.verbose_name
    told = [value_in_words(field, data[field.column], labels) for field in others if data[field.column]]
    return f"{capfirst(str(kind))}: {', '.join(told)}"


def _changes(model: type[models.Model], event: MiddlewareEvents, thing: models.Model, labels: Labels) -> list[Change]:
    changes = []
    if event.pgh_label != "update" and all(field.is_relation for field in _fields(model)):
        return changes  # a bare link: what it leads to says it all
    for field in _fields(model):
        if field.is_relation and field.related_model is type(thing) and model is not type(thing):
            continue
        old, new = _before_and_after(event, field)
        if old != new:
            changes.append(Change(name_of(field), *(_told(field, value, labels) for value in (old, new))))
    return changes


def _before_and_after(event: MiddlewareEvents, field: models.Field) -> tuple[Any, Any]:
    """Return old and new value; `...` on the side where the object did not exist, on both when nobody filled it in."""
    if event.pgh_label == "update":
        return (event.pgh_diff or {}).get(field.column, (None, None))
    value = event.pgh_data.get(field.column)
    if value in (None, "", [], field.default):
        return ..., ...
    return (..., value) if event.pgh_label == "insert" else (value, ...)


def _told(field: models.Field, value: Any, labels: Labels) -> str:
    return "" if value is ... else value_in_words(field, value, labels)


def _fields(model: type[models.Model]) -> list[models.Field]:
    return [field for field in model._meta.concrete_fields if field.name not in NOISE]


def _labels(events: Iterable[MiddlewareEvents]) -> Labels:
    """Look up the names of all people and objects that the events mention, one query for each kind."""
    wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
    for event in events:
        wanted[get_user_model()].add(event.user_id)
        for field in _fields(apps.get_model(event.pgh_obj_model)):
            if field.is_relation:
                wanted[field.related_model] |= {
                    event.pgh_data[field.column],
                    *(event.pgh_diff or {}).get(field.column, ()),
                }
    found: Labels = {}
    for model, pks in wanted.items():
        # Names may hold the name of what the object belongs to, as a region's holds its scheme's.
        for pk, named in model._base_manager.select_related().in_bulk(pks - {None}).items():
            found[model, pk] = str(named)
    return found
