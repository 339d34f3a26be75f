"""The kinds of file that are taken, and as what each is served."""

from dataclasses import dataclass

MOST_BYTES = 20 * 1024 * 1024
"""Of one file as it is sent."""


@dataclass(frozen=True)
class FileKind:
    """A kind of file: what it is called in the database, how its name ends, and its media type."""

    name: str
    suffix: str
    content_type: str


_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
PDF = FileKind("pdf", ".pdf", "application/pdf")
DOCX = FileKind("docx", ".docx", f"{_OOXML}.wordprocessingml.document")
PPTX = FileKind("pptx", ".pptx", f"{_OOXML}.presentationml.presentation")
XLSX = FileKind("xlsx", ".xlsx", f"{_OOXML}.spreadsheetml.sheet")
ODT = FileKind("odt", ".odt", f"{_ODF}.text")
ODP = FileKind("odp", ".odp", f"{_ODF}.presentation")
ODS = FileKind("ods", ".ods", f"{_ODF}.spreadsheet")
PNG = FileKind("png", ".png", "image/png")
JPEG = FileKind("jpeg", ".jpg", "image/jpeg")
WEBP = FileKind("webp", ".webp", "image/webp")

KINDS = {kind.name: kind for kind in (PDF, DOCX, PPTX, XLSX, ODT, ODP, ODS, PNG, JPEG, WEBP)}
SUFFIXES = tuple(kind.suffix for kind in KINDS.values()) + (".jpeg",)
"""For the dialog of a browser; what is sent is judged by its content."""
