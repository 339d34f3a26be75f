"""Where things are kept, and which of those places may be trusted."""

import os
import shutil
import stat
from hashlib import sha256
from pathlib import Path

from vindplaats.database.errors import DatabaseUnavailable

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"

SOCKET_NAME = ".s.PGSQL.5432"
# An address of a Unix socket is at most 103 bytes on macOS and 107 on Linux.
SOCKET_LIMIT = 100


def make_folder(folder: Path, mode: int = 0o700) -> Path:
    """Make `folder`, for this account alone unless `mode` says otherwise, and return it."""
    try:
        folder.mkdir(mode=mode, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnavailable(f"{folder} cannot be made ({error.strerror}). Make its parent writable.") from error
    return folder


def require_own(folder: Path, mode: int) -> None:
    """Refuse a folder that another account owns, or that is open wider than `mode`: its content may be a trap."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or stat.S_IMODE(found.st_mode) & ~mode:
        raise DatabaseUnavailable(f"{folder} is not a folder of this account alone. Remove it, or set DATABASE_URL.")


def short_path(folder: Path) -> Path:
    """Return `folder`, or when a socket in it would have too long an address, a link to it in a private short folder.

    The link stands in /tmp, where anyone could prepare a folder of that name: one that is not ours is refused.
    """
    if not _is_long(folder):
        return folder
    private = _private_folder(folder)
    private.mkdir(mode=0o700, exist_ok=True)
    require_own(private, 0o700)
    link = private / "postgres"
    if not link.is_symlink() or link.readlink() != folder:
        fresh = private / f"new-{os.getpid()}"
        fresh.symlink_to(folder)
        fresh.replace(link)
    return link


def forget_short_path(folder: Path) -> None:
    """Remove the link that `short_path` made."""
    if _is_long(folder) and (private := _private_folder(folder)).exists():
        require_own(private, 0o700)
        shutil.rmtree(private, ignore_errors=True)


def _is_long(folder: Path) -> bool:
    return len(os.fsencode(folder / SOCKET_NAME)) > SOCKET_LIMIT


def _private_folder(folder: Path) -> Path:
    tag = sha256(os.fsencode(folder)).hexdigest()[:12]
    return Path(f"/tmp/vindplaats-{os.geteuid()}-{tag}")  # noqa: S108 - see require_own
