"""Writing records as a workbook. The same records give the same bytes, whenever it is done."""

import datetime
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.writer.excel import ExcelWriter

from projects.services.exchange.cells import safe_in_xlsx
from projects.services.exporting.errors import CannotExport
from projects.services.exporting.flat_spool import FlatSpool
from vindplaats.text import UNPRINTABLE

SHEET = "projecten"
CELL_LIMIT = 32_767
ROW_LIMIT = 1_048_576
SAME_DATE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook knows no zones
# A workbook writes control characters as _x000D_, so text that looks like that needs its first _ escaped (ECMA-376).
LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class _Archive(zipfile.ZipFile):
    """A zip file in which every part has the same date."""

    def writestr(self, name: Any, data: Any, *args: Any, **kwargs: Any) -> None:
        super().writestr(_part(name), data, *args, **kwargs)

    def write(self, filename: Any, arcname: Any = None, *args: Any, **kwargs: Any) -> None:
        with open(filename, "rb") as source, self.open(_part(arcname), "w", force_zip64=True) as target:
            shutil.copyfileobj(source, target)


def _part(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name)
    part.compress_type = zipfile.ZIP_DEFLATED
    return part


def write_xlsx(records: Iterable[dict[str, Any]], out: BinaryIO) -> None:
    """Write a sheet 'projecten' in which every cell is text, so that no program turns it into a date or a formula."""
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = SAME_DATE
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "B2"
    with FlatSpool(records) as spool, _removed_on_failure(sheet):
        for row in _rows(sheet, spool):
            sheet.append(row)
    with _Archive(out, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()


@contextmanager
def _removed_on_failure(sheet: Any) -> Iterator[None]:
    """Let openpyxl remove the temporary file of a sheet that will not be saved."""
    try:
        yield
    except BaseException:
        sheet.close()
        sheet._writer.cleanup()
        raise


def _rows(sheet: Any, spool: FlatSpool) -> Iterator[list[Cell | None]]:
    bold = Font(bold=True)
    header = [WriteOnlyCell(sheet, column) for column in spool.columns]
    for cell in header:
        cell.font = bold
    yield header
    for number, row in enumerate(spool.rows(), 2):
        if number > ROW_LIMIT:
            raise CannotExport(_("Een werkmap heeft plaats voor 1.048.576 regels; kies CSV of JSON Lines."))
        yield [
            _cell(sheet, text, column, row) if text else None for column, text in zip(spool.columns, row, strict=True)
        ]


def _cell(sheet: Any, text: str, column: str, row: list[str]) -> Cell:
    text = LOOKS_ESCAPED.sub("_x005F_", UNPRINTABLE.sub("", safe_in_xlsx(text)))
    if len(text) > CELL_LIMIT:
        known = {"id": row[1], "column": column, "limit": CELL_LIMIT}
        raise CannotExport(
            _("%(id)s: %(column)s is langer dan een cel kan zijn (%(limit)d tekens); kies CSV of JSON Lines.") % known
        )
    cell = WriteOnlyCell(sheet)
    # Set as it is: openpyxl would take = for a formula, and "#N/A" for an error.
    cell._value, cell.data_type = text, "s"
    return cell
