"""Which of the three formats a file has, and whether it is what it says it is."""

from collections.abc import Callable
from pathlib import PurePath
from typing import BinaryIO

from django.utils.translation import gettext as _

from projects.services.importing.csv_file import CsvSource
from projects.services.importing.jsonl import JsonLinesSource
from projects.services.importing.report import Unreadable
from projects.services.importing.rows import Source


def _workbook(stream: BinaryIO) -> Source:
    """Return the rows of a workbook; what reads one takes 13 MB, which a process of the site should not always have."""
    from projects.services.importing.xlsx_file import XlsxSource  # noqa: PLC0415 - see above

    return XlsxSource(stream)


SOURCES: dict[str, Callable[[BinaryIO], Source]] = {"jsonl": JsonLinesSource, "csv": CsvSource, "xlsx": _workbook}
SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".xlsx": "xlsx"}
ZIP, OLD_EXCEL, GZIP, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"%PDF"


def open_source(stream: BinaryIO, *, name: str, format_: str = "") -> Source:
    """Return the rows of a file; raises Unreadable before anything is changed. `format_` goes before the name's end."""
    format_ = format_ or SUFFIXES.get(PurePath(name).suffix.lower(), "")
    if not format_:
        raise Unreadable(_("De naam eindigt niet op .jsonl, .csv of .xlsx; zeg met --format wat het is."))
    start = stream.read(4)
    stream.seek(0)
    _refuse_other_contents(start, format_)
    return SOURCES[format_](stream)


def _refuse_other_contents(start: bytes, format_: str) -> None:
    if not start:
        raise Unreadable(_("Het bestand is leeg."))
    if start == OLD_EXCEL:
        raise Unreadable(
            _("Dit is een oud Excel-bestand (.xls) of een met een wachtwoord; sla het op als gewone .xlsx.")
        )
    if (start == ZIP) != (format_ == "xlsx"):
        found = _("een werkmap (.xlsx) of een ander zip-bestand") if start == ZIP else _("geen werkmap")
        raise Unreadable(
            _("Het bestand is volgens zijn naam %(format)s, maar het is %(found)s.")
            % {"format": format_, "found": found}
        )
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable(_("Het bestand is in UTF-16; sla het op in UTF-8."))
    if start[:2] == GZIP or start == PDF:
        raise Unreadable(_("Dit is geen tekstbestand."))
