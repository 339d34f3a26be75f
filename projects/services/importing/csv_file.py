"""Reading CSV: UTF-8, the names of the fields in the first row, comma, semicolon or tab between the cells."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _

from projects.services.exchange.cells import plain
from projects.services.exchange.flat import locate, unflatten
from projects.services.importing.header import Header
from projects.services.importing.jsonl import BOM
from projects.services.importing.report import Unreadable
from projects.services.importing.rows import RawRow

# A cell this long means that a quotation mark is missing: the rest of the file became one cell.
CELL_LIMIT = 5_000_000


class CsvSource:
    """The rows of a CSV file."""

    flat = True

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._separator = self._find_separator()
        records = self._records()
        _line, names = next(records, (1, []))
        if any(_foreign(name) for name in names):
            raise Unreadable(_("De eerste regel is niet in UTF-8; sla het bestand op als CSV UTF-8."))
        self.header = Header(names)
        self.unknown = self.header.unknown
        # Reads all of it: a file that is broken further on is refused before anything is changed.
        self.count = sum(1 for _record in records)

    def __iter__(self) -> Iterator[RawRow]:
        """Give each row below the first that is not blank."""
        records = self._records()
        next(records)
        for line, cells in records:
            yield self._row(line, cells)

    def close(self) -> None:
        """Keep nothing."""

    def _row(self, line: int, cells: list[str]) -> RawRow:
        width = len(self.header.names)
        if len(cells) < width or any(cells[width:]):
            known = {"found": len(cells), "expected": width}
            reason = (
                _("De regel heeft %(found)d cellen, de eerste regel %(expected)d. Ontbreekt een aanhalingsteken?")
                % known
            )
            return RawRow(line, problems=[("", reason)])
        problems = [
            (name, _("De cel is niet in UTF-8; sla het bestand op als CSV UTF-8."))
            for name, cell in zip(self.header.names, cells, strict=False)
            if _foreign(cell)
        ]
        values = unflatten(self.header.cells([plain(cell) for cell in cells]))
        return RawRow(line, values, problems)

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        """Give the line on which each record starts, and its cells."""
        csv.field_size_limit(CELL_LIMIT)
        reader = csv.reader(self._text_lines(), delimiter=self._separator, strict=True)
        line = 1
        try:
            for cells in reader:
                if any(cells):
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            known = {"line": line, "error": error}
            raise Unreadable(_("Het bestand is stuk vanaf regel %(line)d: %(error)s.") % known) from error

    def _text_lines(self) -> Iterator[str]:
        self._stream.seek(0)
        for number, line in enumerate(iter(lambda: self._stream.readline(CELL_LIMIT + 1), b"")):
            if len(line) > CELL_LIMIT:
                raise csv.Error(_("een regel is langer dan %(limit)d bytes") % {"limit": CELL_LIMIT})
            # Foreign bytes become surrogates, so that only their own row is refused.
            yield (line.removeprefix(BOM) if number == 0 else line).decode(errors="surrogateescape")

    def _find_separator(self) -> str:
        """Return the separator under which the first row has most known names."""
        self._stream.seek(0)
        first = self._stream.readline(CELL_LIMIT).removeprefix(BOM).decode(errors="replace")
        return max(
            ",;\t", key=lambda mark: sum(1 for name in first.split(mark) if locate(name.strip(' "\r\n').lower()))
        )


def _foreign(cell: str) -> bool:
    return not cell.isascii() and any("\udc80" <= letter <= "\udcff" for letter in cell)
