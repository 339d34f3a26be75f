"""Reading XLSX: the names of the fields in the first row of the sheet 'projecten', or of the first sheet.

The workbook is read once, to the end, into a temporary file: what is broken in it comes to light before anything is
changed, and the memory in use does not grow with the number of rows.
"""

import datetime
import json
import tempfile
import warnings
from collections.abc import Iterator
from typing import Any, BinaryIO

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from projects.services.exchange.cells import plain
from projects.services.exchange.flat import unflatten
from projects.services.importing.header import Header
from projects.services.importing.report import Unreadable
from projects.services.importing.rows import RawRow
from projects.services.importing.xlsx_check import check_workbook, merged_rows

SHEET = "projecten"
MERGED_LIMIT = 1_000


class XlsxSource:
    """The rows of a workbook."""

    flat = True

    def __init__(self, stream: BinaryIO) -> None:
        check_workbook(stream)
        self._spool = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - lives as long as the rows are read
        try:
            self._read(stream)
        except Unreadable:
            self.close()
            raise
        # openpyxl raises whatever its own code runs into when the parts of a workbook contradict each other.
        except Exception as error:
            self.close()
            raise Unreadable(_("De werkmap is niet te lezen: %(error)s.") % {"error": error}) from error

    def __iter__(self) -> Iterator[RawRow]:
        """Give each row below the first that is not blank."""
        self._spool.seek(0)
        for line in self._spool:
            number, cells, problems = json.loads(line)
            yield RawRow(number, unflatten(self.header.cells(cells)), [tuple(problem) for problem in problems])

    def close(self) -> None:
        """Remove the temporary file."""
        self._spool.close()

    def _read(self, stream: BinaryIO) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            book = openpyxl.load_workbook(stream, read_only=True, data_only=False)
            sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
            with sheet._get_source() as content:
                merged = merged_rows(content)
            # What a sheet says about its own size is often wrong.
            sheet.reset_dimensions()
            self.count = self._spool_rows(sheet, merged)
            book.close()

    def _spool_rows(self, sheet: ReadOnlyWorksheet, merged: list[tuple[int, int]]) -> int:
        rows = enumerate(sheet.iter_rows(), 1)
        _number, first = next(rows, (1, ()))
        if len(merged) > MERGED_LIMIT or any(start == 1 for start, _end in merged):
            raise Unreadable(
                _("De eerste regel of bijna het hele blad heeft samengevoegde cellen; maak de samenvoeging ongedaan.")
            )
        self.header = Header([_cell(cell)[0] for cell in first])
        self.unknown = self.header.unknown
        count = 0
        for number, cells in rows:
            texts, problems = self._texts(cells)
            if any(texts) or problems:
                if any(start <= number <= end for start, end in merged):
                    problems.append(("", _("De regel heeft samengevoegde cellen; maak de samenvoeging ongedaan.")))
                self._spool.write(json.dumps([number, texts, problems], ensure_ascii=True) + "\n")
                count += 1
        return count

    def _texts(self, cells: tuple[Any, ...]) -> tuple[list[str], list[tuple[str, str]]]:
        texts, problems = [], []
        for place, cell in enumerate(cells[: len(self.header.names)]):
            text, problem = _cell(cell)
            texts.append(text)
            if problem:
                problems.append((self.header.names[place], problem))
        if any(cell.value is not None for cell in cells[len(self.header.names) :]):
            problems.append(("", _("De regel heeft cellen rechts van de laatste kolom met een naam.")))
        return texts, problems


def _cell(cell: Any) -> tuple[str, str]:
    """Return the text of a cell, and what is wrong with it."""
    value = cell.value
    if value is None:
        return "", ""
    if cell.data_type == "f":
        return "", _("De cel is een formule; plak er de waarde in.")
    if cell.data_type == "e":
        return "", _("De cel geeft een fout: %(error)s.") % {"error": value}
    if isinstance(value, str):
        return plain(unescape(value)), ""
    return _written(value), ""


def _written(value: Any) -> str:
    """Return a number or a date as a person writes it."""
    if isinstance(value, datetime.datetime):
        day = value.time() == datetime.time.min
        return value.date().isoformat() if day else value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else str(value)
