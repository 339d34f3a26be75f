"""Kinds of field: how a value from a file becomes one that the registry can hold.

A kind's `read` returns the clean value; what is wrong goes to `reading`, and then the returned value means nothing.
None and "" both mean empty, so that JSON and spreadsheets say the same.
"""

import re
from dataclasses import dataclass
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.services.exchange.nearest import hint
from projects.services.exchange.reading import Reading, shown
from vindplaats.text import UNPRINTABLE, clean

BREAKS = re.compile(r"[\n\t\u2028\u2029]+")
SLUG = re.compile(r"[-a-zA-Z0-9_]+")
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,18}")
_web_address = URLValidator(schemes=["http", "https"])


class Kind(Protocol):
    """What every kind of field can do."""

    def read(self, value: Any, place: str, reading: Reading) -> Any:
        """Return the clean value."""


def tidy(text: str, *, lines: bool = False) -> str:
    """Return `text` cleaned and without white space around it; on one line unless `lines`."""
    if text.isascii() and text.isprintable():
        return text.strip()
    # First without control characters: what stood on both sides of one may combine into one letter.
    text = clean(UNPRINTABLE.sub("", text)).strip()
    return text if lines else BREAKS.sub(" ", text)


@dataclass(frozen=True)
class Text:
    """A text of at most `limit` characters."""

    limit: int
    lines: bool = False

    def read(self, value: Any, place: str, reading: Reading) -> str:
        """Return the tidied text."""
        if value is None:
            return ""
        if type(value) is not str:
            reading.wrong_type(place, _("een tekst"), value)
            return ""
        # A text far over the limit is not worth cleaning first.
        text = tidy(value, lines=self.lines) if len(value) <= self.limit * 4 else value
        if len(text) > self.limit:
            known = {"length": len(text), "limit": self.limit}
            reading.wrong(place, _("De tekst is te lang: %(length)d tekens; het mogen er %(limit)d zijn.") % known)
        return text


@dataclass(frozen=True)
class Slug(Text):
    """A name as it stands in an address."""

    def read(self, value: Any, place: str, reading: Reading) -> str:
        """Return the slug."""
        text = super().read(value, place, reading)
        if text and not SLUG.fullmatch(text):
            known = {"slug": shown(text)}
            reading.wrong(place, _("“%(slug)s” mag alleen letters a-z, cijfers, - en _ bevatten.") % known)
        return text


@dataclass(frozen=True)
class WebAddress(Text):
    """An address that starts with http:// or https://."""

    def read(self, value: Any, place: str, reading: Reading) -> str:
        """Return the address."""
        text = super().read(value, place, reading)
        if text and len(text) <= self.limit:
            try:
                _web_address(text)
            except ValidationError:
                known = {"address": shown(text)}
                reading.wrong(place, _("“%(address)s” is geen webadres dat begint met http:// of https://.") % known)
        return text


@dataclass(frozen=True)
class Choice:
    """One value of a fixed list; `default` where it is empty."""

    values: tuple[str, ...]
    default: str = ""

    def read(self, value: Any, place: str, reading: Reading) -> str:
        """Return the value."""
        if value is None or value == "":
            return self.default
        if type(value) is not str:
            reading.wrong_type(place, _("een tekst"), value)
            return self.default
        text = tidy(value)
        if text and text not in self.values:
            known = {"value": shown(text), "hint": hint(text, self.values), "all": ", ".join(self.values)}
            reading.wrong(place, _("“%(value)s” is niet bekend.%(hint)s Kies uit: %(all)s.") % known)
        return text or self.default


@dataclass(frozen=True)
class Year:
    """A year of four digits."""

    def read(self, value: Any, place: str, reading: Reading) -> int | None:
        """Return the year."""
        if value is None or value == "":
            return None
        number = _whole_number(value)
        if number is None:
            reading.wrong_type(place, _("een jaar"), value)
        elif not 1000 <= number <= 2999:
            reading.wrong(place, _("%(year)d is geen jaar tussen 1000 en 2999.") % {"year": number})
        return number


@dataclass(frozen=True)
class Exactly:
    """One fixed whole number, such as the version of the format."""

    number: int

    def read(self, value: Any, place: str, reading: Reading) -> int:
        """Return the number."""
        if value is not None and value != "" and _whole_number(value) != self.number:
            reading.wrong_type(place, str(self.number), value)
        return self.number


@dataclass(frozen=True)
class Names:
    """A list of at most `most` texts, each once and of at most `limit` characters."""

    limit: int = 120
    most: int = 50
    values: tuple[str, ...] = ()
    """Where only these are allowed."""

    def read(self, value: Any, place: str, reading: Reading) -> list[str]:
        """Return the names in their order."""
        if value is None or value == "":
            return []
        if not isinstance(value, list):
            reading.wrong_type(place, _("een lijst"), value)
            return []
        if not within(len(value), self.most, place, reading):
            return []
        item = Choice(self.values) if self.values else Text(self.limit)
        names = [item.read(name, f"{place}.{number}", reading) for number, name in enumerate(value, 1)]
        return list(dict.fromkeys(filter(None, names)))


def within(count: int, most: int, place: str, reading: Reading) -> bool:
    """Tell whether a list is not too long; adds the error when it is."""
    if count > most:
        known = {"count": count, "most": most}
        message = ngettext(
            "De lijst telt %(count)d deel; het mogen er %(most)d zijn.",
            "De lijst telt %(count)d delen; het mogen er %(most)d zijn.",
            count,
        )
        reading.wrong(place, message % known)
    return count <= most


def _whole_number(value: Any) -> int | None:
    if type(value) is int:
        return value
    text = tidy(value) if type(value) is str else ""
    return int(text) if WHOLE_NUMBER.fullmatch(text) else None
