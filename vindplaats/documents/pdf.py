"""The text of a PDF. Runs in a process of its own: see `process`."""

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError, FileNotDecryptedError

from vindplaats.documents.limits import MOST_CHARACTERS, MOST_PAGES
from vindplaats.documents.refusals import Refusal, Unreadable


def prepare() -> None:
    """Read a page of our own, so that all of the library is loaded: later no file can be opened."""
    writer, page = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(page)
    text_of(page.getvalue())


def text_of(content: bytes) -> str:
    """Return the text, page after page, until there is more than enough; raise Unreadable with what is wrong."""
    try:
        return _text(PdfReader(BytesIO(content)))
    except (DependencyError, FileNotDecryptedError) as error:
        raise Unreadable(Refusal.ENCRYPTED) from error


def _text(reader: PdfReader) -> str:
    # Many a PDF that anyone can open is encrypted all the same, with no password, to forbid changes.
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable(Refusal.ENCRYPTED)
    if len(reader.pages) > MOST_PAGES:
        raise Unreadable(Refusal.TOO_MANY_PAGES)
    pages, length = [], 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > MOST_CHARACTERS:
            break
    return "\n".join(pages)
