"""What a file is, by its name and its first bytes."""

from pathlib import PurePath

from vindplaats.documents.refusals import Refusal, Unreadable

PDF, ZIP, OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""OLE: Word files until 2003, and those of today with a password."""
SUFFIXES = (".txt", ".docx", ".pdf")
# Programs put up to a kilobyte before the first line of a PDF, and readers accept that.
PDF_STARTS_WITHIN = 1024


def kind_of(content: bytes, name: str) -> str:
    """Return the suffix that the file has by right; raise Unreadable when name and content do not agree."""
    suffix = PurePath(name.replace("\\", "/")).suffix.lower()
    if suffix == ".doc":
        raise Unreadable(Refusal.OLD_WORD)
    if suffix not in SUFFIXES:
        raise Unreadable(Refusal.UNKNOWN_KIND)
    if not content.strip():
        raise Unreadable(Refusal.EMPTY)
    if suffix == ".docx" and content.startswith(OLE):
        raise Unreadable(Refusal.ENCRYPTED)
    if suffix != _told_by_content(content):
        raise Unreadable(Refusal.NOT_WHAT_IT_SAYS)
    return suffix


def _told_by_content(content: bytes) -> str:
    if PDF in content[:PDF_STARTS_WITHIN]:
        return ".pdf"
    if content.startswith(ZIP):
        return ".docx"
    return "" if content.startswith(OLE) else ".txt"
