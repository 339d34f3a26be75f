"""The fields of a record in the words of a reader: names for slugs, labels for choices, an item as lines of text."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from projects.models import Application, Condition, Programme, Region, Sector, TargetGroup, Theme
from projects.services.revisions.labels import CHOICES, ITEM_KINDS, ITEM_LABELS

Record = dict[str, Any]
TERMS: dict[str, Any] = {
    "themes": Theme,
    "sectors": Sector,
    "target_groups": TargetGroup,
    "conditions": Condition,
    "applications": Application,
}


class Readable:
    """Reads fields of some records; the names of all their terms are asked at once."""

    def __init__(self, *records: Record) -> None:
        wanted = _slugs_in(records)
        self._names = {kind: _labels(TERMS[kind], slugs) for kind, slugs in wanted.items() if kind in TERMS}
        self._names["regions"] = _region_names(wanted["regions"])
        self._programmes = {
            programme.external_id: programme.label
            for programme in Programme.objects.filter(external_id__in=wanted["programmes"])
        }

    def text(self, name: str, value: Any) -> str:
        """Return the value of a plain field as text; a list has a line for each item."""
        if isinstance(value, list):
            return "\n".join(self.items(name, value))
        if name == "institute":
            return _institute(value)
        return self._choice(name, value)

    def items(self, name: str, values: Any) -> list[str]:
        """Return the items of a list, each as a text."""
        return [self._item(name, value) for value in (values if isinstance(values, list) else [])]

    def _item(self, name: str, value: Any) -> str:
        if name in self._names:
            return self._names[name].get(value, str(value))
        if name == "programmes":
            return self._programme(value)
        if name in ITEM_KINDS:
            return "\n".join(f"{label}: {text}" for label, text in self.lines(name, value))
        if name == "contact":
            return ", ".join(str(value[part]) for part in ("name", "role", "email") if value.get(part))
        return str(value.get("name", "")) if isinstance(value, dict) else self._choice(name, value)

    def lines(self, name: str, item: Record) -> list[tuple[str, str]]:
        """Return what is filled in of a lesson, resource or funding, with what it is called."""
        known = [(part, item[part]) for part in ITEM_LABELS if item.get(part) not in (None, "", [])]
        return [(str(ITEM_LABELS[part]), self._part(name, part, value)) for part, value in known]

    def _part(self, name: str, part: str, value: Any) -> str:
        if part == "kind":
            return _label(ITEM_KINDS[name], value)
        return ", ".join(self.items(part, value)) if isinstance(value, list) else self._choice(part, value)

    def _choice(self, name: str, value: Any) -> str:
        if value is None:
            return ""
        return _label(CHOICES[name], value) if name in CHOICES and value else str(value)

    def _programme(self, value: Any) -> str:
        id_, line = (value.get("id", ""), value.get("line", "")) if isinstance(value, dict) else (value, "")
        name = self._programmes.get(id_, id_)
        return f"{name}: {line}" if line else str(name)


def _label(choices: Any, value: Any) -> str:
    return str(choices(value).label) if value in choices.values else str(value)


def _institute(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value or "")
    return ", ".join(str(value[part]) for part in ("name", "place") if value.get(part))


def _labels(model: Any, slugs: Iterable[str]) -> dict[str, str]:
    return {term.slug: term.label for term in model.objects.filter(slug__in=slugs)} if slugs else {}


def _region_names(keys: Iterable[str]) -> dict[str, str]:
    """Return the names of regions by 'slug@first day of the scheme', with the scheme behind them."""
    slugs = {key.partition("@")[0] for key in keys}
    found = Region.objects.filter(slug__in=slugs).select_related("scheme") if slugs else []
    return {f"{one.slug}@{one.scheme.valid_from.isoformat()}": f"{one.name} ({one.scheme.label})" for one in found}


def _slugs_in(records: Iterable[Record]) -> dict[str, set[str]]:
    """Return what the records and the items in them name of each list of terms."""
    found: dict[str, set[str]] = defaultdict(set)
    for record in records:
        groups = [record, *(item for name in ITEM_KINDS for item in record.get(name) or [])]
        for name in (*TERMS, "regions", "programmes"):
            for group in groups:
                found[name] |= {_slug(value) for value in group.get(name) or []}
    return found


def _slug(value: Any) -> str:
    return str(value.get("id", "")) if isinstance(value, dict) else str(value)
