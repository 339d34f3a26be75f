"""From the bytes of a file to its text."""

import logging
import signal
import subprocess
import sys
from dataclasses import dataclass
from threading import BoundedSemaphore

from django.conf import settings

from vindplaats.documents.kinds import kind_of
from vindplaats.documents.limits import MOST_BYTES, MOST_CHARACTERS, SECONDS
from vindplaats.documents.plain import decode
from vindplaats.documents.refusals import Refusal, Unreadable
from vindplaats.text import clean

logger = logging.getLogger(__name__)
PROGRAM = "vindplaats.documents.process"
# No secret of the site goes along; Python needs nothing from the environment.
ENVIRONMENT = {"PYTHONUTF8": "1", "PYTHONHASHSEED": "random"}
KNOWN_ENDS = {refusal.value: refusal for refusal in Refusal}
KNOWN_ENDS |= {-signal.SIGXCPU: Refusal.TOO_SLOW, -signal.SIGKILL: Refusal.TOO_MUCH}
at_once = BoundedSemaphore(2)
"""Of each process of the site: more files at a time would take the memory that pages need."""


@dataclass(frozen=True)
class Text:
    """What a file says; `cut` when it said more than is read."""

    text: str
    cut: bool = False


def read_text(content: bytes, name: str, *, size: int = 0) -> Text:
    """Return the text of a file that a visitor sent under this name; raise Unreadable with what is wrong.

    `size` is that of the file when only a part of it was taken.
    """
    if max(size, len(content)) > MOST_BYTES:
        raise Unreadable(Refusal.TOO_LARGE)
    suffix = kind_of(content, name)
    text = clean(decode(content) if suffix == ".txt" else read_apart(suffix, content)).strip()
    if not text:
        raise Unreadable(Refusal.NO_TEXT)
    return Text(text[:MOST_CHARACTERS], cut=len(text) > MOST_CHARACTERS)


def read_apart(suffix: str, content: bytes) -> str:
    """Return what a process of its own reads in a file, within SECONDS; raise Unreadable with what is wrong."""
    if not at_once.acquire(timeout=SECONDS):
        raise Unreadable(Refusal.BUSY)
    try:
        done = _run(suffix, content)
    except subprocess.TimeoutExpired:
        # Without what led to it, which holds what was read so far and would go into a report of errors.
        raise Unreadable(Refusal.TOO_SLOW) from None
    finally:
        at_once.release()
    if done.returncode and done.returncode not in KNOWN_ENDS:
        # Perhaps not the file but this machine: say so to whoever runs it, without a word of the file.
        logger.warning("the process that reads files ended with %d", done.returncode)
    if done.returncode:
        raise Unreadable(KNOWN_ENDS.get(done.returncode, Refusal.DAMAGED))
    return done.stdout.decode("utf-8", "replace")


def _run(suffix: str, content: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own program, and nothing in the command comes from a visitor
        [sys.executable, "-s", "-B", "-m", PROGRAM, suffix],
        input=content,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=SECONDS,
        cwd=settings.BASE_DIR,
        env=ENVIRONMENT,
        check=False,
    )
