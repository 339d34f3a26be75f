"""Locks that the system drops by itself when their holder dies, kill -9 included."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from vindplaats.database.errors import DatabaseUnavailable


def open_lock(path: Path) -> int:
    """Open the lock file `path`, made when missing. Children made by fork share it, programs they start do not."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise DatabaseUnavailable(
            f"{path} cannot be opened ({error.strerror}). "
            f"Work as the account that made it, or remove {path.parent} with what is in it."
        ) from error


def try_exclusive(fd: int) -> bool:
    """Take the lock for ourselves if nobody holds it."""
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """One process at a time; the others wait."""
    fd = open_lock(path)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(fd)
