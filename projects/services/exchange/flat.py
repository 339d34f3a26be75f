"""A record as the columns of a spreadsheet and back.

A plain field is a column of its own name. A group is a column for each of its fields: institute_name. A list of groups
is numbered: lesson_1_title, lesson_2_title. A list of names is one cell with | between.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from projects.services.exchange.cells import join, split
from projects.services.exchange.kinds import Names
from projects.services.exchange.record import PROJECT
from projects.services.exchange.shapes import Group, Groups, Shape

NUMBERED = re.compile(r"([1-9][0-9]{0,2})_(.+)")
Path = tuple[str | int, ...]


def locate(column: str, shape: Shape = PROJECT) -> Path | None:
    """Return the way to the field of a column: ("lessons", 2, "title") for lesson_2_title; None when there is none."""
    kind = shape.fields.get(column)
    if kind is not None and (not isinstance(kind, Groups) or kind.shape.short):
        return (column,) if not isinstance(kind, Group) else (column, kind.shape.short)
    for name, kind in shape.fields.items():
        if isinstance(kind, Group) and column.startswith(f"{name}_"):
            return _below((name,), locate(column.removeprefix(f"{name}_"), kind.shape))
        start = f"{kind.singular}_" if isinstance(kind, Groups) else None
        if start and column.startswith(start) and (found := NUMBERED.fullmatch(column.removeprefix(start))):
            return _below((name, int(found[1])), locate(found[2], kind.shape))
    return None


def _below(start: Path, rest: Path | None) -> Path | None:
    return None if rest is None else start + rest


def column_of(place: str, shape: Shape = PROJECT) -> str:
    """Return the column of the place of an error: lesson_2_title for 'lessons.2.title'."""
    first, _, rest = place.partition(".")
    kind = shape.fields.get(first)
    if isinstance(kind, Group) and rest:
        return f"{first}_{column_of(rest, kind.shape)}"
    if isinstance(kind, Groups) and rest:
        number, _, rest = rest.partition(".")
        return f"{kind.singular}_{number}_{column_of(rest, kind.shape)}".rstrip("_")
    return first


def unflatten(cells: Iterable[tuple[Path, str]]) -> dict[str, Any]:
    """Return the record of a row of cells."""
    record: dict[str, Any] = {}
    for path, cell in cells:
        _put(record, path, cell, PROJECT)
    return _without_empty_groups(record, PROJECT)


def _put(record: dict[str, Any], path: Path, cell: str, shape: Shape) -> None:
    name, *rest = path
    kind = shape.fields[name]
    if not rest:
        listed = isinstance(kind, Names | Groups)
        record[name] = (split(cell) if cell.strip() else []) if listed else cell
    elif isinstance(kind, Groups):
        numbered = record.setdefault(name, {})
        _put(numbered.setdefault(rest[0], {}), tuple(rest[1:]), cell, kind.shape)
    else:
        _put(record.setdefault(name, {}), tuple(rest), cell, kind.shape)


def _without_empty_groups(record: dict[str, Any], shape: Shape) -> dict[str, Any]:
    """Turn numbered groups into lists, keeping the numbers, and groups without any filled cell into nothing."""
    for name, value in record.items():
        kind = shape.fields[name]
        if isinstance(kind, Group):
            record[name] = _filled(value, kind.shape)
        elif isinstance(kind, Groups) and isinstance(value, dict):
            groups = [
                _filled(value[number], kind.shape) if number in value else None for number in range(1, max(value) + 1)
            ]
            while groups and groups[-1] is None:
                groups.pop()
            record[name] = groups
    return record


def _filled(group: dict[str, Any], shape: Shape) -> dict[str, Any] | None:
    group = _without_empty_groups(group, shape)
    return group if any(value.strip() if isinstance(value, str) else value for value in group.values()) else None


def flatten(record: dict[str, Any], shape: Shape = PROJECT, start: str = "") -> Iterator[tuple[str, str]]:
    """Give the columns and cells of a record, the empty ones of its own fields included."""
    for name, value in record.items():
        kind = shape.fields[name]
        if isinstance(kind, Group):
            yield from flatten(value or {}, kind.shape, f"{start}{name}_")
        elif isinstance(kind, Groups):
            for number, item in enumerate(value, 1):
                item = {kind.shape.short: item} if isinstance(item, str) else item
                yield from flatten(item, kind.shape, f"{start}{kind.singular}_{number}_")
        else:
            yield start + name, join(value) if isinstance(value, list) else "" if value is None else str(value)


def columns(used: Iterable[str]) -> list[str]:
    """Return the columns of a file in the order of the format: all plain ones, and of the groups those that are used.

    The first of each numbered group is always there, so that a file without lessons says that there are none.
    """
    used = set(used)
    return list(_columns(PROJECT, "", used))


def _columns(shape: Shape, start: str, used: set[str]) -> Iterator[str]:
    for name, kind in shape.fields.items():
        if isinstance(kind, Group):
            nested = list(_columns(kind.shape, f"{start}{name}_", used))
            yield from nested if not start else [column for column in nested if column in used]
        elif isinstance(kind, Groups):
            yield from _numbered(kind, start, used)
        else:
            yield start + name


def _numbered(kind: Groups, start: str, used: set[str]) -> Iterator[str]:
    for number in range(1, kind.most + 1):
        prefix = f"{start}{kind.singular}_{number}_"
        if number > 1 and not any(column.startswith(prefix) for column in used):
            return
        yield from _columns(kind.shape, prefix, used)
