"""Files that are to be given to everyone: told by their content, and harmless."""

import zipfile
from io import BytesIO

import pytest
from PIL import Image

from tests.files import samples
from vindplaats.files import kinds, office
from vindplaats.files.checking import check
from vindplaats.files.messages import MESSAGES
from vindplaats.files.refusals import BadFile, Wrong

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><script>alert(1)</script>"


def wrong(data, **more):
    with pytest.raises(BadFile) as caught:
        check(data, **more)
    return caught.value.wrong


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (samples.pdf, "pdf"),
        (samples.docx, "docx"),
        (samples.xlsx, "xlsx"),
        (samples.odt, "odt"),
        (lambda: samples.odt("application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        (lambda: samples.picture("PNG"), "png"),
        (lambda: samples.picture("JPEG"), "jpeg"),
        (lambda: samples.picture("WEBP"), "webp"),
    ],
)
def test_what_people_send_is_taken_as_what_it_is(make, kind):
    checked = check(make())
    assert checked.kind is kinds.KINDS[kind]
    assert checked.data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Wrong.EMPTY),
        (b" \n", Wrong.EMPTY),
        (b"gewone tekst", Wrong.UNKNOWN),
        (SVG, Wrong.PROGRAM),
        (b"\xef\xbb\xbf  " + SVG, Wrong.PROGRAM),
        (HTML, Wrong.PROGRAM),
        (b"tekst <script>alert(1)</script>", Wrong.PROGRAM),
        (b"MZ\x90\x00", Wrong.PROGRAM),
        (b"#!/bin/sh\nrm -rf /", Wrong.PROGRAM),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1oud", Wrong.OLD_OFFICE),
        (samples.other_zip(), Wrong.UNKNOWN),
        (b"PK\x03\x04 afgebroken", Wrong.DAMAGED),
        (samples.docx()[:2000], Wrong.DAMAGED),
        (b"%PDF-1.4 zonder einde", Wrong.DAMAGED),
        (b"%PDF-1.4\n%%EOF\n", Wrong.DAMAGED),
        (samples.pdf()[:-200], Wrong.DAMAGED),
        (samples.picture("PNG")[:60], Wrong.DAMAGED),
        (b"\xff\xd8\xffgeen foto", Wrong.DAMAGED),
    ],
    ids=lambda value: value.name if isinstance(value, Wrong) else f"{value[:12]!r}",
)
def test_what_is_no_document_is_refused(data, why):
    assert wrong(data) is why


def test_a_large_file_is_refused_by_its_true_size(monkeypatch):
    assert wrong(samples.pdf(), size=kinds.MOST_BYTES + 1) is Wrong.TOO_LARGE
    assert wrong(b"x" * (kinds.MOST_BYTES + 1)) is Wrong.TOO_LARGE


@pytest.mark.parametrize(
    "data",
    [
        samples.pdf() + samples.docx(),
        samples.pdf() + HTML,
        samples.pdf().replace(b"\n", b"\n<script>alert(1)</script>\n", 1),
        b"GIF89a" + samples.pdf(),
    ],
    ids=["pdf and zip", "pdf and page", "page in pdf", "pdf behind something"],
)
def test_what_is_two_kinds_of_file_is_refused(data):
    assert wrong(data) in (Wrong.MIXED, Wrong.DAMAGED)


def test_a_document_with_a_pdf_in_front_of_its_parts_is_refused():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("eerst.txt", samples.pdf())
        with zipfile.ZipFile(BytesIO(samples.docx())) as there:
            for name in there.namelist():
                archive.writestr(name, there.read(name))
    assert wrong(out.getvalue()) is Wrong.MIXED


def test_what_hides_behind_a_document_stays_behind():
    checked = check(samples.docx())
    hidden = b"<script>alert('verstopt')</script>"
    with zipfile.ZipFile(BytesIO(samples.docx())) as archive:
        archive.comment = b""
    out = BytesIO(samples.docx())
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = hidden
    again = check(out.getvalue())
    assert hidden not in again.data
    assert zipfile.ZipFile(BytesIO(again.data)).namelist() == zipfile.ZipFile(BytesIO(checked.data)).namelist()


@pytest.mark.parametrize("make", [samples.with_script, samples.with_launch, samples.with_attachment, samples.with_form])
def test_a_pdf_that_does_something_is_refused(make):
    assert wrong(make()) is Wrong.ACTIVE


def test_a_pdf_with_a_password_is_refused():
    assert wrong(samples.locked_pdf()) is Wrong.ENCRYPTED


RELATION = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
    b'Type="http://x/%s" Target="https://boef.example/t.dotm" TargetMode="External"/></Relationships>'
)
ENTITY = b'<!DOCTYPE x [<!ENTITY a "b">]><Relationships>&a;</Relationships>'


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("word/vbaProject.bin", b"x", Wrong.MACROS),
        ("word/embeddings/oleObject1.bin", b"x", Wrong.EMBEDDED),
        ("word/activeX/activeX1.xml", b"<a/>", Wrong.EMBEDDED),
        ("word/media/plaatje.exe", b"x", Wrong.EMBEDDED),
        ("word/media/plaatje.png", b"MZ\x90", Wrong.EMBEDDED),
        ("word/embeddings/blad.xlsx", samples.with_part("xl/vbaProject.bin"), Wrong.EMBEDDED),
        ("word/_rels/settings.xml.rels", RELATION % b"attachedTemplate", Wrong.REMOTE),
        ("word/_rels/iets.xml.rels", ENTITY, Wrong.DAMAGED),
        ("../../buiten.xml", b"x", Wrong.PATHS),
        ("/etc/passwd", b"x", Wrong.PATHS),
        ("word\\..\\buiten.xml", b"x", Wrong.PATHS),
        ("C:/buiten.xml", b"x", Wrong.PATHS),
        ("WORD/document.XML", b"x", Wrong.PATHS),
        ("word/" + "n" * 300, b"x", Wrong.PATHS),
    ],
    ids=lambda value: value.name if isinstance(value, Wrong) else None,
)
def test_what_acts_or_leads_out_of_a_document_is_refused(name, content, why):
    assert wrong(samples.with_part(name, content)) is why


def test_what_programs_really_put_in_documents_is_taken():
    relation = RELATION % b"hyperlink"
    data = samples.with_part("word/_rels/footnotes.xml.rels", relation)
    data = samples.with_part("word/embeddings/blad.xlsx", samples.xlsx(), whole=data)
    assert check(data).kind is kinds.DOCX


def test_a_link_in_a_zip_file_is_refused():
    out = BytesIO(samples.docx())
    with zipfile.ZipFile(out, "a") as archive:
        entry = zipfile.ZipInfo("word/link")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    assert wrong(out.getvalue()) is Wrong.PATHS


def test_a_document_with_macros_says_so():
    macros = samples.without_types(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert wrong(macros) is Wrong.MACROS


def test_a_locked_open_document_is_refused():
    assert wrong(samples.odt(manifest=b"<manifest:encryption-data/>")) is Wrong.ENCRYPTED


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert wrong(samples.with_part("word/media/bom.xml", b"0" * 20_000_000)) is Wrong.UNPACKED


def test_a_bomb_that_lies_about_its_size_is_refused(monkeypatch):
    monkeypatch.setattr(office, "UNPACKED_BYTES", 100_000)
    monkeypatch.setattr(office, "_check_list", lambda archive: None)
    assert wrong(samples.with_part("word/media/bom.xml", b"0" * 2_000_000)) is Wrong.UNPACKED


def test_a_great_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(office, "MOST_PARTS", 5)
    assert wrong(samples.docx()) is Wrong.UNPACKED


def test_a_picture_is_drawn_anew_without_what_was_hidden_in_it():
    data = samples.picture("JPEG", exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00geheim") + b"<script>alert(1)"
    drawn = check(data).data
    assert b"geheim" not in drawn
    assert b"<script" not in drawn
    assert Image.open(BytesIO(drawn)).size == (40, 30)


def test_a_picture_with_too_many_points_is_refused():
    assert wrong(samples.picture("PNG", (7000, 6000))) is Wrong.PIXELS


def test_every_refusal_says_what_to_do():
    assert set(MESSAGES) == set(Wrong)
