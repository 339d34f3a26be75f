"""Reading JSON Lines: one record a line, in UTF-8."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from projects.services.importing.report import Unreadable
from projects.services.importing.rows import RawRow

BOM = b"\xef\xbb\xbf"
LINE_LIMIT = 2_000_000


class JsonLinesSource:
    """The rows of a JSON Lines file. A line that cannot be read is a row with a problem; the others go on."""

    flat = False

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.unknown: list[str] = []
        self.count, records = 0, 0
        for _number, line in self._lines():
            self.count += 1
            records += line.startswith(b"{")
        if not records:
            raise Unreadable(
                _("Geen enkele regel is een record: elke regel hoort met { te beginnen en met } te eindigen.")
            )

    def __iter__(self) -> Iterator[RawRow]:
        """Give each line that is not blank."""
        for number, line in self._lines():
            yield _row(number, line)

    def close(self) -> None:
        """Keep nothing."""

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        self._stream.seek(0)
        number = 0
        while line := self._stream.readline(LINE_LIMIT + 1):
            number += 1
            rest = line
            while len(rest) > LINE_LIMIT and not rest.endswith(b"\n"):
                rest = self._stream.readline(LINE_LIMIT + 1)
            line = (line.removeprefix(BOM) if number == 1 else line).strip()
            if line:
                yield number, line


def _row(number: int, line: bytes) -> RawRow:
    if len(line) > LINE_LIMIT:
        reason = _("De regel is langer dan %(limit)d bytes.") % {"limit": LINE_LIMIT}
        return RawRow(number, problems=[("", reason)])
    try:
        record = json.loads(line.decode(), object_pairs_hook=_once, parse_float=Decimal, parse_constant=_refuse)
    except UnicodeDecodeError as error:
        reason = _("De regel is niet in UTF-8 (vanaf byte %(place)d).") % {"place": error.start + 1}
    except (ValueError, RecursionError) as error:
        reason = _("De regel is geen geldige JSON: %(error)s.") % {"error": error}
    else:
        if isinstance(record, dict):
            return RawRow(number, record)
        reason = _("De regel is geen record: hij hoort met { te beginnen en met } te eindigen.")
    return RawRow(number, problems=[("", reason)])


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(_("het veld “%(name)s” staat er twee keer") % {"name": twice})
    return record


def _refuse(constant: str) -> None:
    raise ValueError(_("“%(constant)s” is geen getal") % {"constant": constant})
