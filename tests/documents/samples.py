"""Small files to read, made here: sound ones, and ones that are not what they should be."""

import io
import zipfile
import zlib

from docx import Document
from pypdf import PdfWriter

WORDS = "Valpreventie bij ouderen: één plan"


def docx(text: str = WORDS, cell: str = "") -> bytes:
    """Return a Word file with a paragraph and, if asked, a table of one cell."""
    document, stream = Document(), io.BytesIO()
    document.add_paragraph(text)
    if cell:
        document.add_table(1, 1).cell(0, 0).text = cell
    document.save(stream)
    return stream.getvalue()


def docx_with(main_part: bytes) -> bytes:
    """Return a Word file whose main part is replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx())) as sound, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for part in sound.namelist():
            made.writestr(part, main_part if part == "word/document.xml" else sound.read(part))
    return stream.getvalue()


def docx_bomb() -> bytes:
    """Return a Word file of some 60 kB that is 60 MB inside."""
    return docx_with(b" " * 60_000_000)


def docx_with_entities() -> bytes:
    """Return a Word file whose entities would grow to billions of letters."""
    levels = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))
    body = "<w:p><w:r><w:t>&b11;</w:t></w:r></w:p>"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return docx_with(f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY b0 "lol">{levels}]>{document}'.encode())


def other_zip() -> bytes:
    """Return a zip file that is no Word file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("lees.txt", "hallo")
    return stream.getvalue()


def pdf(text: str = WORDS, pages: int = 1) -> bytes:
    """Return a PDF with the same text on each page; without text a page is as empty as a scan."""
    drawn = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode("cp1252") if text else b""
    return pdf_with(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn), pages)


def pdf_bomb() -> bytes:
    """Return a PDF of some 200 kB whose one page is 70 MB inside."""
    packed = zlib.compress(b"BT (a) Tj ET " * 5_400_000)
    return pdf_with(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed), 1)


def pdf_with(drawing: bytes, pages: int) -> bytes:
    """Return a PDF whose pages show `drawing`, a content stream with its dictionary."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(pages))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
    page += b" /Resources << /Font << /F1 3 0 R >> >> >>"
    tree = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, pages)
    return _numbered([b"<< /Type /Catalog /Pages 2 0 R >>", tree, font, drawing, *[page] * pages])


def _numbered(objects: list[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    return made + head + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(made))


def encrypted_pdf(password: str) -> bytes:
    """Return a PDF that opens with this password; with an empty one anybody may read it and nobody change it."""
    writer, stream = PdfWriter(clone_from=io.BytesIO(pdf())), io.BytesIO()
    writer.encrypt(password, owner_password="eigenaar", algorithm="RC4-128")
    writer.write(stream)
    return stream.getvalue()


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
"""The first bytes of Word files until 2003, and of those of today with a password."""
