"""What the parts of an office file say: which kind of document it is, and whether anything in it can act."""

import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from vindplaats.files.kinds import DOCX, ODP, ODS, ODT, PPTX, XLSX, FileKind
from vindplaats.files.refusals import BadFile, Wrong

TYPES, MIMETYPE, MANIFEST = "[Content_Types].xml", "mimetype", "META-INF/manifest.xml"
MAIN = "+xml"
OOXML = {f"{kind.content_type}.main{MAIN}": kind for kind in (DOCX, PPTX, XLSX)}
OOXML[f"{PPTX.content_type.removesuffix('presentation')}slideshow.main{MAIN}"] = PPTX
ODF = {kind.content_type: kind for kind in (ODT, ODP, ODS)}
MACRO_NAMES = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")
MACRO_FOLDERS = ("basic/", "scripts/", "xl/macrosheets/", "customui/")
OBJECT_FOLDERS = ("activex",)
LISTED = """
    app bat chm cmd com cpl dll docm dotm exe hta htm html img iso jar js jse lnk msi potm ppam ppsm pptm ps1 py scr
    sh swf url vb vbe vbs wsf xlam xlsb xlsm xltm zip 7z rar
"""
PROGRAMS = frozenset(LISTED.split())
DOCUMENTS = frozenset({"docx", "pptx", "xlsx"})
"""Charts keep their numbers in one of these; that is looked through as well."""
FETCHED = ("attachedtemplate", "oleobject", "frame", "subdocument", "control", "package", "afchunk")
"""Relations by which a program opens what stands elsewhere, without anybody asking for it."""
LARGEST_LIST = 4 * 1024 * 1024


def kind_of(archive: zipfile.ZipFile) -> FileKind:
    """Return which kind of document it is; BadFile for a zip file of any other kind, and for one with macros."""
    names = archive.namelist()
    if TYPES in names:
        return _of_types(_tree(_small(archive, TYPES)))
    if names and names[0] == MIMETYPE and MANIFEST in names:
        return _of_mimetype(archive)
    raise BadFile(Wrong.UNKNOWN)


def check(name: str, content: bytes) -> None:
    """Raise BadFile when a part can act, or fetches something."""
    low = name.lower()
    folder, last, suffix = str(PurePosixPath(low).parent), PurePosixPath(low).name, PurePosixPath(low).suffix[1:]
    if last in MACRO_NAMES or low.startswith(MACRO_FOLDERS):
        raise BadFile(Wrong.MACROS)
    if suffix in DOCUMENTS:
        _check_inner(content)
    elif suffix in PROGRAMS or folder.endswith(OBJECT_FOLDERS) or _is_object(last, content):
        raise BadFile(Wrong.EMBEDDED)
    elif suffix == "rels":
        _check_relations(_tree(content))
    elif name == MANIFEST and b"encryption-data" in content:
        raise BadFile(Wrong.ENCRYPTED)


def _is_object(last: str, content: bytes) -> bool:
    return last.startswith("oleobject") or content.startswith((b"MZ", b"\x7fELF", b"\xd0\xcf\x11\xe0"))


def _check_inner(content: bytes) -> None:
    """Look through a document within the document, one level deep."""
    with zipfile.ZipFile(BytesIO(content)) as inner:
        for name in map(str.lower, inner.namelist()):
            last, suffix = PurePosixPath(name).name, PurePosixPath(name).suffix[1:]
            if last in MACRO_NAMES or suffix in PROGRAMS | DOCUMENTS or last.startswith("oleobject"):
                raise BadFile(Wrong.EMBEDDED)


def _of_types(types: Element) -> FileKind:
    stated = [str(one.get("ContentType", "")) for one in types]
    if any("macroenabled" in one.lower() or "vbaproject" in one.lower() for one in stated):
        raise BadFile(Wrong.MACROS)
    kinds = {OOXML[one] for one in stated if one in OOXML}
    if len(kinds) != 1:
        raise BadFile(Wrong.MIXED if kinds else Wrong.UNKNOWN)
    return kinds.pop()


def _of_mimetype(archive: zipfile.ZipFile) -> FileKind:
    kind = ODF.get(_small(archive, MIMETYPE).decode("ascii", "replace").strip())
    if kind is None:
        raise BadFile(Wrong.UNKNOWN)
    return kind


def _check_relations(relations: Element) -> None:
    for one in relations:
        what = str(one.get("Type", "")).rpartition("/")[2].lower()
        target = str(one.get("Target", "")).lower()
        if "vbaproject" in what:
            raise BadFile(Wrong.MACROS)
        is_elsewhere = str(one.get("TargetMode", "")).lower() == "external"
        if is_elsewhere and (what in FETCHED or target.startswith(("file:", "\\\\"))):
            raise BadFile(Wrong.REMOTE)


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the content of a list of parts, which is never large."""
    with archive.open(name) as stream:
        content = stream.read(LARGEST_LIST + 1)
    if len(content) > LARGEST_LIST:
        raise BadFile(Wrong.UNPACKED)
    return content


def _tree(content: bytes) -> Element:
    """Return the XML of a list; entities and the like make it a damaged one."""
    try:
        return fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException) as error:
        raise BadFile(Wrong.DAMAGED) from error
