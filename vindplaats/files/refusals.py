"""Why a file is not taken."""

from enum import Enum


class Wrong(Enum):
    """What is wrong with a file."""

    EMPTY = "empty"
    TOO_LARGE = "too large"
    UNKNOWN = "unknown"
    PROGRAM = "program"
    """Something that a browser or computer runs: SVG, HTML, a script."""
    OLD_OFFICE = "old office"
    MIXED = "mixed"
    """It can be read as two kinds of file."""
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    ACTIVE = "active"
    """A PDF that does things, or holds other files."""
    MACROS = "macros"
    EMBEDDED = "embedded"
    """An office file with programs or objects in it."""
    REMOTE = "remote"
    """An office file that fetches parts of itself from elsewhere."""
    UNPACKED = "unpacked"
    """Unpacked it is far larger than it seems."""
    PATHS = "paths"
    """Names in it lead out of it, or stand in it twice."""
    PIXELS = "pixels"
    BUSY = "busy"


class BadFile(Exception):
    """The file is not taken; `wrong` says why."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__(wrong.value)
        self.wrong = wrong
