"""What is wrong with a value, and where: collected, so that a row tells all its errors at once."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

SHOWN = 60


@dataclass(slots=True)
class Reading:
    """The errors and the unknown fields that were found while one record was read.

    A place is written as 'lessons.2.title': names and, in lists, numbers that start at 1.
    """

    problems: list[tuple[str, str]] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)

    def wrong(self, place: str, reason: str) -> None:
        """Add an error."""
        self.problems.append((place, reason))

    def wrong_type(self, place: str, expected: str, value: Any) -> None:
        """Add the error that `value` is of another kind than `expected`."""
        self.wrong(
            place,
            _("Hier hoort %(expected)s, maar er staat %(found)s.") % {"expected": expected, "found": name_type(value)},
        )


def name_type(value: Any) -> str:
    """Say in a reader's words what kind of value this is."""
    if isinstance(value, bool):
        return _("waar of onwaar")
    if isinstance(value, str):
        return _("de tekst “%(text)s”") % {"text": shown(value)}
    if isinstance(value, list):
        return _("een lijst")
    if isinstance(value, dict):
        return _("een groep velden")
    return _("niets") if value is None else _("het getal %(number)s") % {"number": shown(str(value))}


def shown(text: str) -> str:
    """Return `text` short enough for a message."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
