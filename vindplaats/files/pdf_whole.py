"""A PDF: whole, one kind of file only, and able to do no more than show its pages."""

import re
import zipfile
from io import BytesIO

from vindplaats.documents.reading import read_apart
from vindplaats.documents.refusals import Refusal, Unreadable
from vindplaats.files.refusals import BadFile, Wrong

HEADER = re.compile(rb"%PDF-[12]\.\d")
END, ENDS_WITHIN = b"%%EOF", 1024
OTHER = re.compile(rb"<(?:!doctype\s+html|html|script|svg)[\s>]|<\?php", re.IGNORECASE)
"""What a browser would take for a page of its own; in a PDF such words stand packed."""
LOOKER = ".pdf-look"
WRONG = {
    Refusal.ENCRYPTED: Wrong.ENCRYPTED,
    Refusal.ACTIVE: Wrong.ACTIVE,
    Refusal.BUSY: Wrong.BUSY,
}


def check(data: bytes) -> None:
    """Raise BadFile with what is wrong with it."""
    if OTHER.search(data) or zipfile.is_zipfile(BytesIO(data)):
        raise BadFile(Wrong.MIXED)
    end = data.rfind(END)
    if not HEADER.match(data) or end < 0 or len(data) - end > ENDS_WITHIN:
        raise BadFile(Wrong.DAMAGED)
    if data[end + len(END) :].strip(b"\r\n\t \0"):
        raise BadFile(Wrong.MIXED)
    try:
        read_apart(LOOKER, data)
    except Unreadable as error:
        raise BadFile(WRONG.get(error.refusal, Wrong.DAMAGED)) from error
