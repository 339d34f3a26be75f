"""What differs between two texts of a project, field by field, in words that a reader understands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from projects.services.revisions.labels import LABELS, MANAGED, SINGULAR, label_of
from projects.services.revisions.readable import Readable, Record
from projects.services.revisions.words import Part, brief, compare_items, compare_texts
from vindplaats.text import fold

EMPTY = (None, "", [], {})


@dataclass(frozen=True)
class FieldDifference:
    """A field of which the old and the new text differ. `name` is that of the record; of an item 'lessons.<slug>'."""

    name: str
    label: str
    old: str
    new: str
    parts: tuple[Part, ...] = field(default=())
    """The texts woven together; `listed` tells that each part is an item of a list by itself."""
    listed: bool = False

    @property
    def brief(self) -> tuple[Part, ...]:
        """The parts without the middle of what stayed the same."""
        return self.parts if self.listed else brief(self.parts)


def same(one: Any, other: Any) -> bool:
    """Tell whether two values of a field say the same; None, "" and an empty list all mean empty."""
    return one == other or (one in EMPTY and other in EMPTY)


def changed_fields(old: Record, new: Record) -> list[str]:
    """Return the names of the fields that differ, in the order of the form. What the site keeps itself is left out."""
    names = [name for name in (*LABELS, *sorted({*old, *new} - set(LABELS))) if name not in MANAGED]
    return [name for name in names if not same(old.get(name), new.get(name))]


def differences(old: Record, new: Record) -> list[FieldDifference]:
    """Return what differs between two records, in the order of the form; the items of a list each by itself."""
    readable = Readable(old, new)
    found: list[FieldDifference] = []
    for name in changed_fields(old, new):
        if name in SINGULAR:
            found += _of_items(readable, name, old.get(name) or [], new.get(name) or [])
        else:
            found.append(_of_field(readable, name, old.get(name), new.get(name)))
    return [one for one in found if one.old != one.new]


def _of_field(readable: Readable, name: str, old: Any, new: Any) -> FieldDifference:
    before, after = readable.text(name, old), readable.text(name, new)
    if isinstance(old, list) or isinstance(new, list):
        parts = compare_items(readable.items(name, old), readable.items(name, new))
        return FieldDifference(name, label_of(name), before, after, parts, listed=True)
    return FieldDifference(name, label_of(name), before, after, compare_texts(before, after))


def _of_items(readable: Readable, name: str, old: list[Record], new: list[Record]) -> Iterator[FieldDifference]:
    """Compare items that are the same thing by their slug, or else by their title, and then their order."""
    there = {_key(item): item for item in old}
    here = {_key(item): item for item in new}
    pairs = {key: _partner(key, item, here) for key, item in there.items()}
    met = {id(item) for item in pairs.values()}
    for key, item in there.items():
        yield _of_item(readable, name, key, item, pairs[key])
    for key, item in here.items():
        if id(item) not in met:
            yield _of_item(readable, name, key, {}, item)
    yield from _of_order(name, there, pairs, new)


def _key(item: Record) -> str:
    return str(item.get("slug") or _title(item))


def _title(item: Record) -> str:
    return fold(str(item.get("title") or item.get("name") or item.get("kind") or ""))


def _partner(key: str, item: Record, here: dict[str, Record]) -> Record:
    """Return the new item that is the same thing: a new one that has no slug yet may have its title."""
    alike = (one for one in here.values() if not one.get("slug") and _title(one) == _title(item))
    return here.get(key) or next(alike, {})


def _of_item(readable: Readable, name: str, key: str, old: Record, new: Record) -> FieldDifference:
    before, after = (readable.text(name, [item] if item else []) for item in (old, new))
    shown = new or old
    title = str(shown.get("title") or shown.get("name") or "")
    label = f"{SINGULAR[name]} “{title}”" if title else str(SINGULAR[name])
    return FieldDifference(f"{name}.{key}", label, before, after, compare_texts(before, after))


def _of_order(
    name: str, there: dict[str, Record], pairs: dict[str, Record], new: list[Record]
) -> Iterator[FieldDifference]:
    """Tell of another order of what is in both."""
    kept = {id(item) for item in pairs.values() if item}
    before = [str(item.get("title") or item.get("name") or "") for key, item in there.items() if pairs[key]]
    after = [str(item.get("title") or item.get("name") or "") for item in new if id(item) in kept]
    if sorted(before) == sorted(after) and before != after:
        label = _("%(what)s: volgorde") % {"what": label_of(name)}
        old_text, new_text = "\n".join(before), "\n".join(after)
        yield FieldDifference(f"{name}.", label, old_text, new_text, compare_texts(old_text, new_text))
