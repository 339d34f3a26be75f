"""Kinds of field for days, moments and money."""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.timezone import get_default_timezone, is_naive, make_aware
from django.utils.translation import gettext as _

from projects.models.fields import PARTIAL_DATE
from projects.services.exchange.kinds import tidy
from projects.services.exchange.reading import Reading, shown

# A spreadsheet makes the first day of the month of "2019-05" as soon as somebody touches the cell.
FIRST_OF_MONTH = re.compile(r"([12][0-9]{3}-(?:0[1-9]|1[0-2]))-01")
PARTIAL = re.compile(PARTIAL_DATE)
DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
MONEY = re.compile(r"[0-9]{1,10}(?:[.,][0-9]{1,2})?")


@dataclass(frozen=True)
class PartialDate:
    """A year, or a year and a month."""

    def read(self, value: Any, place: str, reading: Reading) -> str:
        """Return "2019", "2019-05" or ""."""
        text = _text(value)
        if first := FIRST_OF_MONTH.fullmatch(text):
            return first[1]
        if text and not PARTIAL.fullmatch(text):
            known = {"text": shown(text)}
            reading.wrong(place, _("“%(text)s” is geen jaar (2019) of jaar en maand (2019-05).") % known)
        return text


@dataclass(frozen=True)
class Day:
    """A day."""

    def read(self, value: Any, place: str, reading: Reading) -> datetime.date | None:
        """Return the day."""
        text = _text(value)
        if not text:
            return None
        try:
            return datetime.date.fromisoformat(DAY.fullmatch(text)[0])
        except (TypeError, ValueError):
            known = {"text": shown(text)}
            reading.wrong(place, _("“%(text)s” is geen dag die bestaat; schrijf 2019-05-17.") % known)
            return None


@dataclass(frozen=True)
class Moment:
    """A day and a time; without a time zone it is Dutch time, without a time it is the start of the day."""

    def read(self, value: Any, place: str, reading: Reading) -> datetime.datetime | None:
        """Return the moment, with its time zone."""
        text = _text(value)
        if not text:
            return None
        try:
            moment = parse_datetime(f"{text}T00:00" if DAY.fullmatch(text) else text)
            if moment is not None and 1000 <= moment.year <= 2999:
                return make_aware(moment, get_default_timezone()) if is_naive(moment) else moment
        except (ValueError, OverflowError):
            pass
        known = {"text": shown(text)}
        reading.wrong(
            place, _("“%(text)s” is geen moment dat bestaat; schrijf 2019-05-17 of 2019-05-17T09:30.") % known
        )
        return None


@dataclass(frozen=True)
class Amount:
    """Euros, with at most two decimals, below ten billion."""

    def read(self, value: Any, place: str, reading: Reading) -> Decimal | None:
        """Return the amount."""
        if value is None or value == "":
            return None
        text = _text(value)
        if not MONEY.fullmatch(text):
            known = {"text": shown(text)}
            reading.wrong(place, _("“%(text)s” is geen bedrag in euro; schrijf 12500 of 12500.50.") % known)
            return None
        return Decimal(text.replace(",", "."))


def _text(value: Any) -> str:
    """Return what was typed; numbers as they are written, so that a year may be 2019 as well as "2019"."""
    if value is None:
        return ""
    # Written out, 1e999999999 would fill the memory.
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < 30:
        return format(value, "f")
    return tidy(str(value))
