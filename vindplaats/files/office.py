"""Office files (OOXML, OpenDocument): looked through part by part, and packed anew with those parts only."""

import re
import stat
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from vindplaats.files import office_parts
from vindplaats.files.kinds import FileKind
from vindplaats.files.refusals import BadFile, Wrong

MOST_PARTS = 3_000
UNPACKED_BYTES = 100 * 1024 * 1024
"""Of all parts together."""
MOST_RATIO, RATIO_FROM = 150, 1024 * 1024
"""How much larger than packed a part of a megabyte or more may be; text is seldom more than thirty times."""
LONGEST_NAME = 240
CHUNK = 1024 * 1024
DRIVE = re.compile(r"^[A-Za-z]:")
PDF, LOOKED_AT = b"%PDF-", 1024
"""A reader of PDF takes a header anywhere in the first kilobyte."""
DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError)


def repacked(data: bytes) -> tuple[FileKind, bytes]:
    """Return what the file is, and the same file with nothing before, between or behind its parts; BadFile."""
    if PDF in data[:LOOKED_AT]:
        raise BadFile(Wrong.MIXED)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_list(archive)
            kind = office_parts.kind_of(archive)
            return kind, _packed(archive)
    except DAMAGED as error:
        raise BadFile(Wrong.DAMAGED) from error


def _check_list(archive: zipfile.ZipFile) -> None:
    """Look at what the file says of its parts, before any is opened."""
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len({name.casefold() for name in names}) != len(names) or any(_leads_out(part) for part in parts):
        raise BadFile(Wrong.PATHS)
    if any(part.flag_bits & 1 for part in parts):
        raise BadFile(Wrong.ENCRYPTED)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED_BYTES:
        raise BadFile(Wrong.UNPACKED)
    for part in parts:
        if part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            raise BadFile(Wrong.UNPACKED)


def _leads_out(part: zipfile.ZipInfo) -> bool:
    """Tell whether the name of a part leads out of the file, or is of something that is no plain file or folder."""
    name = part.orig_filename
    odd = "\\" in name or "\0" in name or name.startswith("/") or bool(DRIVE.match(name)) or len(name) > LONGEST_NAME
    mode = part.external_attr >> 16
    is_link = bool(mode) and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR)
    return odd or is_link or ".." in PurePosixPath(name).parts


def _packed(archive: zipfile.ZipFile) -> bytes:
    """Read each part to its end and write it into a new file, in the same order."""
    out, left = BytesIO(), UNPACKED_BYTES
    with zipfile.ZipFile(out, "w") as made:
        for part in archive.infolist():
            if part.is_dir():
                continue
            content = _read(archive, part, left)
            left -= len(content)
            office_parts.check(part.filename, content)
            # The first part of an OpenDocument file says what it is, and stands there unpacked.
            how = zipfile.ZIP_STORED if part.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(part.filename), content, how)
    return out.getvalue()


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> bytes:
    """Return the content of a part of at most `left` bytes, whatever size it says to have."""
    content = BytesIO()
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            content.write(chunk)
            if content.tell() > left:
                raise BadFile(Wrong.UNPACKED)
    return content.getvalue()
