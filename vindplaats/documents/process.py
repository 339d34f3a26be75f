"""The process that opens one PDF or Word file, given on its standard input.

    python -m vindplaats.documents.process .pdf

It answers with the text on its standard output, or with a `Refusal` as its exit code. Before it reads a byte it gives
up what it does not need: it can start no process, write no file, open no file or connection at all (it may have no more
than the three descriptors it was given), leaves no core behind, and has a limit on memory and on time of the processor.
macOS keeps no limit on memory (RLIMIT_AS); the others hold there. For root RLIMIT_NPROC does not count, so it could
start a process, but open nothing for it.
Free of Django, so that it starts fast and knows no secret.
"""

import resource
import sys
from contextlib import suppress
from importlib import import_module

from vindplaats.documents.limits import MEMORY_BYTES, MOST_BYTES, SECONDS
from vindplaats.documents.refusals import Refusal, Unreadable

READERS = {
    ".pdf": "vindplaats.documents.pdf",
    ".docx": "vindplaats.documents.docx",
    # Reads no text: looks whether a PDF that is to be kept does anything.
    ".pdf-look": "vindplaats.files.pdf_look",
}
OWN_DESCRIPTORS = 3
# Python loads these when it meets them, which opens a file; here they are all there from the start.
CHARSETS = ("ascii", "latin_1", "cp1252", "cp437", "mac_roman", "charmap", "unicode_escape")
WIDE_CHARSETS = ("utf_16", "utf_16_be", "utf_16_le")
EASTERN_CHARSETS = ("gb18030", "gbk", "gb2312", "big5", "big5hkscs", "cp932", "cp949", "cp950", "euc_kr", "euc_jp")


def main(suffix: str) -> None:
    """Read standard input and write its text, or end with the number of a refusal."""
    reader = import_module(READERS[suffix])
    reader.prepare()
    for charset in (*CHARSETS, *WIDE_CHARSETS, *EASTERN_CHARSETS):
        "".encode(charset)
    give_up_rights()
    try:
        text = reader.text_of(sys.stdin.buffer.read(getattr(reader, "MOST_BYTES", MOST_BYTES)))
    except Unreadable as error:
        sys.exit(error.refusal)
    except MemoryError:
        sys.exit(Refusal.TOO_MUCH)
    except Exception:  # noqa: BLE001 - a file can be wrong in as many ways as there are lines in a parser
        sys.exit(Refusal.DAMAGED)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))


def give_up_rights() -> None:
    """Set every limit, for good: hard and soft alike."""
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CPU, SECONDS)
    _limit(resource.RLIMIT_NPROC, 0)
    _limit(resource.RLIMIT_AS, MEMORY_BYTES)
    _limit(resource.RLIMIT_NOFILE, OWN_DESCRIPTORS)


def _limit(which: int, value: int) -> None:
    # A system may lack a limit or refuse a value; what remains is still worth having.
    with suppress(ValueError, OSError):
        resource.setrlimit(which, (value, value))


if __name__ == "__main__":
    main(sys.argv[1])
