"""Files as people send them, and as attackers do; all made here."""

import zipfile
from io import BytesIO

from docx import Document
from openpyxl import Workbook
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject


def pdf(change=None):
    """Return a PDF of one page; `change` may do something to the writer."""
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    if change:
        change(writer)
    writer.write(out)
    return out.getvalue()


def with_action(**action):
    """Return a PDF that does something when it is opened."""

    def change(writer):
        held = {NameObject(f"/{name}"): value for name, value in action.items()}
        writer._root_object[NameObject("/OpenAction")] = writer._add_object(DictionaryObject(held))

    return pdf(change)


def with_script():
    """Return a PDF with a program."""
    return with_action(S=NameObject("/JavaScript"), JS=TextStringObject("app.alert(1)"))


def with_launch():
    """Return a PDF that starts a program of the computer."""
    return with_action(S=NameObject("/Launch"), F=TextStringObject("calc.exe"))


def with_attachment():
    """Return a PDF with another file in it."""
    return pdf(lambda writer: writer.add_attachment("plan.exe", b"MZ"))


def with_form():
    """Return a PDF with a form that programs are written for."""

    def change(writer):
        form = DictionaryObject({NameObject("/XFA"): ArrayObject(), NameObject("/Fields"): ArrayObject()})
        writer._root_object[NameObject("/AcroForm")] = writer._add_object(form)

    return pdf(change)


def locked_pdf():
    """Return a PDF with a password."""
    return pdf(lambda writer: writer.encrypt("geheim"))


def docx():
    """Return a Word file."""
    out = BytesIO()
    document = Document()
    document.add_paragraph("Werkboek")
    document.save(out)
    return out.getvalue()


def xlsx():
    """Return an Excel file."""
    out = BytesIO()
    Workbook().save(out)
    return out.getvalue()


def odt(kind="application/vnd.oasis.opendocument.text", manifest=b"<manifest/>"):
    """Return an OpenDocument file."""
    parts = {"mimetype": kind.encode(), "content.xml": b"<office/>", "META-INF/manifest.xml": manifest}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_part(name, content=b"x", whole=None):
    """Return a Word file with one part more."""
    out = BytesIO(whole or docx())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def without_types(old, new):
    """Return a Word file in whose list of types one text is another."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(docx())) as there, zipfile.ZipFile(out, "w") as made:
        for name in there.namelist():
            content = there.read(name)
            made.writestr(name, content.replace(old, new) if name == "[Content_Types].xml" else content)
    return out.getvalue()


def other_zip():
    """Return a zip file that is no document."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("lees.txt", "x")
    return out.getvalue()


def picture(kind, size=(40, 30), **more):
    """Return a picture."""
    out = BytesIO()
    Image.new("RGB", size, "red").save(out, kind, **more)
    return out.getvalue()
