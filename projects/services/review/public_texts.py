"""The texts of a record that everyone will read, each with its place."""

from collections.abc import Iterator
from typing import Any

from projects.services.exchange.kinds import Text
from projects.services.exchange.record import PROJECT
from projects.services.exchange.shapes import Groups, Shape

# Not written by anybody: numbers of other systems, and names of programmes and municipalities.
NOT_WRITTEN = frozenset({"id", "programmes", "municipality"})


def public_texts(record: dict[str, Any], shape: Shape = PROJECT, start: str = "") -> Iterator[tuple[str, str]]:
    """Give (place, text) of each text in the record that somebody wrote; a place is written as 'lessons.2.title'.

    What is not part of the format, such as who answers, is not public. A record in the making may lack any field.
    """
    for name, kind in shape.fields.items():
        value = record.get(name)
        if not value or name in NOT_WRITTEN:
            continue
        if isinstance(kind, Groups):
            yield from _of_groups(value, kind.shape, f"{start}{name}")
        elif type(kind) is Text and isinstance(value, str):
            yield f"{start}{name}", value


def _of_groups(groups: Any, shape: Shape, place: str) -> Iterator[tuple[str, str]]:
    for number, group in enumerate(groups if isinstance(groups, list) else (), 1):
        if isinstance(group, str):
            yield f"{place}.{number}", group
        elif isinstance(group, dict):
            yield from public_texts(group, shape, f"{place}.{number}.")
