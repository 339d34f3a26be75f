"""Why a file is not read. Free of Django: the process that opens files answers with these numbers too."""

from enum import IntEnum


class Refusal(IntEnum):
    """The numbers are exit codes, beyond those that Python and a shell use themselves."""

    UNKNOWN_KIND = 40
    NOT_WHAT_IT_SAYS = 41
    OLD_WORD = 42
    EMPTY = 43
    TOO_LARGE = 44
    ENCRYPTED = 45
    TOO_MANY_PAGES = 46
    NO_TEXT = 47
    DAMAGED = 48
    TOO_MUCH = 49
    """Unpacked it is too large, or reading it takes too much memory."""
    TOO_SLOW = 50
    CHARSET = 51
    BUSY = 52
    ACTIVE = 53
    """It does more than show text: a program, an action or another file is in it."""


class Unreadable(Exception):
    """The file is not read, for this reason."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal
