"""The text of a Word file. Runs in a process of its own: see `process`."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from vindplaats.documents.limits import MOST_CHARACTERS, MOST_PARTS, UNPACKED_BYTES
from vindplaats.documents.refusals import Refusal, Unreadable

MAIN_PART = "word/document.xml"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What a text box says once more, for programs that do not know the first way."""


def prepare() -> None:
    """Read a document of our own, so that all of the library is loaded: later no file can be opened."""
    example = BytesIO()
    Document().save(example)
    text_of(example.getvalue())


def text_of(content: bytes) -> str:
    """Return the text of paragraphs, tables and text boxes, until there is more than enough."""
    _check_parts(content)
    pieces, length = [], 0
    for piece in _paragraphs(content):
        pieces.append(piece)
        length += len(piece) + 1
        if length > MOST_CHARACTERS:
            break
    return "\n".join(pieces)


def _check_parts(content: bytes) -> None:
    """Raise Unreadable for a bomb (small outside, large inside) and for a zip file of another kind.

    The sizes are those that the file tells; zipfile unpacks no more than that.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if MAIN_PART not in archive.namelist():
            raise Unreadable(Refusal.NOT_WHAT_IT_SAYS)
        if any(part.flag_bits & 1 for part in parts):
            raise Unreadable(Refusal.ENCRYPTED)
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED_BYTES:
            raise Unreadable(Refusal.TOO_MUCH)


def _paragraphs(content: bytes) -> Iterator[str]:
    document = Document(BytesIO(content))
    for element in document.element.body.iter(qn("w:p")):
        if next(element.iterancestors(FALLBACK), None) is None:
            yield Paragraph(element, document).text
