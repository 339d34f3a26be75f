"""Groups of fields: which there are, which are required, and how a group is read from a file."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from projects.services.exchange.kinds import Kind, within
from projects.services.exchange.reading import Reading


@dataclass(frozen=True)
class Shape:
    """A group of fields in the order of the format. A plain text stands for the field `short`, where there is one."""

    fields: dict[str, Kind]
    required: tuple[str, ...] = ()
    short: str = ""

    def read(self, value: Any, place: str, reading: Reading) -> dict[str, Any]:
        """Return the fields that are present, clean; what is absent stays absent."""
        if self.short and isinstance(value, str):
            value = {self.short: value}
        if not isinstance(value, dict):
            reading.wrong_type(place, _("een groep velden"), value)
            return {}
        start = f"{place}." if place else ""
        clean = {}
        for name, given in value.items():
            if kind := self.fields.get(name):
                clean[name] = kind.read(given, start + name, reading)
            else:
                reading.unknown.add(start + str(name))
        self._require(clean, start, reading)
        return clean

    def _require(self, clean: dict[str, Any], start: str, reading: Reading) -> None:
        for name in self.required:
            place = start + name
            if not clean.get(name) and all(place != wrong for wrong, _reason in reading.problems):
                reading.wrong(place, _("Dit veld is verplicht en is leeg of ontbreekt."))


@dataclass(frozen=True)
class Group:
    """One group of fields, or nothing."""

    shape: Shape

    def read(self, value: Any, place: str, reading: Reading) -> dict[str, Any] | None:
        """Return the group."""
        return None if value is None or value == "" else self.shape.read(value, place, reading)


@dataclass(frozen=True)
class Groups:
    """A list of at most `most` groups. In a spreadsheet the columns of the second start with `singular`_2_."""

    shape: Shape
    singular: str
    most: int = 50

    def read(self, value: Any, place: str, reading: Reading) -> list[dict[str, Any]]:
        """Return the groups in their order. None in the list is a number that a spreadsheet left out."""
        if value is None or value == "":
            return []
        if not isinstance(value, list):
            reading.wrong_type(place, _("een lijst"), value)
            return []
        if not within(len(value), self.most, place, reading):
            return []
        numbered = enumerate(value, 1)
        return [self.shape.read(item, f"{place}.{number}", reading) for number, item in numbered if item is not None]
