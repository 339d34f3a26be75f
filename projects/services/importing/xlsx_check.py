"""What must be sure of a workbook before anything opens it: whole, not absurdly large, without entities of its own."""

import lzma
import re
import zipfile
import zlib
from typing import BinaryIO
from xml.parsers import expat

from django.utils.translation import gettext as _

from projects.services.importing.report import Unreadable

# A zip bomb is small outside and large inside. 100,000 projects take about 500 MB inside.
UNPACKED_LIMIT = 2_000_000_000
CHUNK = 1_000_000
DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError)
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"[A-Z]+(\d+)(?::[A-Z]+(\d+))?\"")


def check_workbook(stream: BinaryIO) -> None:
    """Raise Unreadable when the parts of the workbook cannot be trusted or are damaged."""
    try:
        with zipfile.ZipFile(stream) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                raise Unreadable(_("Dit zip-bestand is geen werkmap (.xlsx)."))
            if sum(part.file_size for part in archive.infolist()) > UNPACKED_LIMIT:
                raise Unreadable(_("De werkmap is uitgepakt groter dan 2 GB."))
            for part in archive.infolist():
                _check_part(archive, part)
    except (*DAMAGED, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Unreadable(_("De werkmap is stuk of afgebroken: %(error)s.") % {"error": error}) from error


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read one part to its end (which checks its sum) and, when it is XML, see that it is well formed."""
    parser = _parser() if part.filename.endswith((".xml", ".rels")) else None
    try:
        with archive.open(part) as content:
            while chunk := content.read(CHUNK):
                if parser:
                    parser.Parse(chunk, False)
        if parser:
            parser.Parse(b"", True)
    except expat.ExpatError as error:
        known = {"part": part.filename, "error": error}
        raise Unreadable(_("De werkmap is stuk in %(part)s: %(error)s.") % known) from error


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(*_declaration: object) -> None:
    # Entities are defined in a DOCTYPE; no program that makes workbooks writes one.
    raise Unreadable(_("De werkmap bevat een DOCTYPE en wordt niet geopend."))


def merged_rows(content: BinaryIO) -> list[tuple[int, int]]:
    """Return first and last row of each block of merged cells in the XML of a sheet."""
    found, rest = [], b""
    while chunk := content.read(CHUNK):
        rest += chunk
        end = 0
        for match in MERGED.finditer(rest):
            found.append((int(match[1]), int(match[2] or match[1])))
            end = match.end()
        rest = rest[max(end, len(rest) - 200) :]
    return found
