"""Whether a PDF does anything. Runs in a process of its own: see `vindplaats.documents.process`."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from vindplaats.documents.refusals import Refusal, Unreadable

MOST_BYTES = 20 * 1024 * 1024
ACTS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/GoToE", "/RichMediaExecute"})
"""Actions (`/S`) beyond going to a page or an address."""
HOLDS = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EmbeddedFile", "/EF", "/XFA", "/RichMediaContent"})
"""Keys under which programs, other files and forms with a program stand."""


def prepare() -> None:
    """Look at a page of our own, so that all of the library is loaded: later no file can be opened."""
    writer, page = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(page)
    text_of(page.getvalue())


def text_of(content: bytes) -> str:
    """Return nothing when it only shows pages; raise Unreadable with ACTIVE or ENCRYPTED."""
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        raise Unreadable(Refusal.ENCRYPTED)
    if not len(reader.pages):
        raise Unreadable(Refusal.DAMAGED)
    for found in _dictionaries(reader):
        if HOLDS & found.keys() or str(found.get("/S")) in ACTS or found.get("/Type") == "/EmbeddedFile":
            raise Unreadable(Refusal.ACTIVE)
    return ""


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Give each dictionary of the file, whichever object it stands in."""
    for number, generation in _objects(reader):
        left: list[Any] = [reader.get_object(IndirectObject(number, generation, reader))]
        while left:
            one = left.pop()
            if isinstance(one, DictionaryObject):
                yield one
                left += one.values()
            elif isinstance(one, ArrayObject):
                left += one


def _objects(reader: PdfReader) -> list[tuple[int, int]]:
    """Return number and generation of every object, those within streams of objects too."""
    plain = [(number, generation) for generation, there in reader.xref.items() for number in there]
    return [*plain, *((number, 0) for number in reader.xref_objStm)]
