"""From the bytes that somebody sent to a file that everyone may have."""

import re
from dataclasses import dataclass

from vindplaats.files import office, pdf_whole, pictures
from vindplaats.files.kinds import JPEG, MOST_BYTES, PDF, PNG, WEBP, FileKind
from vindplaats.files.refusals import BadFile, Wrong

PICTURES = {b"\x89PNG\r\n\x1a\n": PNG, b"\xff\xd8\xff": JPEG}
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
MARKUP = re.compile(rb"^[\s\xef\xbb\xbf\xfe\xff\x00]*<|<(?:!doctype|html|script|svg|body|\?xml|\?php)\b", re.IGNORECASE)
LOOKED_AT = 4096


@dataclass(frozen=True)
class Checked:
    """A file as it may be kept: what it is, and its bytes."""

    kind: FileKind
    data: bytes


def check(data: bytes, *, size: int = 0) -> Checked:
    """Return the file as it may be kept; BadFile with what is wrong.

    `size` is that of the file when only a part of it was taken.
    """
    if max(size, len(data)) > MOST_BYTES:
        raise BadFile(Wrong.TOO_LARGE)
    if not data.strip():
        raise BadFile(Wrong.EMPTY)
    if data.startswith(b"%PDF-"):
        pdf_whole.check(data)
        return Checked(PDF, data)
    if data.startswith(ZIP):
        return Checked(*office.repacked(data))
    if kind := _picture(data):
        return Checked(kind, pictures.redrawn(data, kind))
    raise BadFile(_what_it_is(data))


def _picture(data: bytes) -> FileKind | None:
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    return next((kind for start, kind in PICTURES.items() if data.startswith(start)), None)


def _what_it_is(data: bytes) -> Wrong:
    """Return what to say of a file of no kind that is taken."""
    if data.startswith(OLE):
        return Wrong.OLD_OFFICE
    if data.startswith(PROGRAMS) or MARKUP.search(data[:LOOKED_AT]):
        return Wrong.PROGRAM
    return Wrong.MIXED if b"%PDF-" in data[:LOOKED_AT] else Wrong.UNKNOWN
