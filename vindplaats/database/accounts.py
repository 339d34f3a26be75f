"""The account that PostgreSQL's programs run as, and how they reach a folder that account may not walk to.

PostgreSQL refuses to run as root, so root lends it an account without rights. That account often cannot reach the
checkout (a clone under /root). On Linux the data folder is then handed over as an open file: /proc/self/fd/N leads into
it without asking permission of the folders above, whose permissions stay as they are.
"""

import contextlib
import errno
import os
import pwd
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from vindplaats.database.errors import DatabaseUnavailable

LENT_ACCOUNTS = ("postgres", "nobody")


def owner_ids(data: Path) -> tuple[int, int] | None:
    """Return user and group for the programs on `data`; None when they can run as ourselves.

    Data keeps the account that made it: installing PostgreSQL later adds the account `postgres`.
    """
    if os.geteuid() != 0:
        return None
    with contextlib.suppress(FileNotFoundError):
        found = data.stat()
        if found.st_uid != 0:
            return found.st_uid, found.st_gid
    for name in LENT_ACCOUNTS:
        with contextlib.suppress(KeyError):
            account = pwd.getpwnam(name)
            return account.pw_uid, account.pw_gid
    raise DatabaseUnavailable("PostgreSQL does not run as root: work as a normal user, or set DATABASE_URL.")


@contextlib.contextmanager
def doorway(data: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Give the name under which the programs find `data`, and the open files they need for that."""
    if os.geteuid() != 0 or not Path("/proc/self/fd").is_dir():
        yield str(data), ()
        return
    fd = os.open(data, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        yield f"/proc/self/fd/{fd}", (fd,)
    finally:
        os.close(fd)


def run(arguments: Sequence[str | Path], ids: tuple[int, int] | None, **options: Any) -> subprocess.CompletedProcess:
    """Run a program of PostgreSQL away from our folder, terminal, environment and, as root, from our rights."""
    lent = {"user": ids[0], "group": ids[1], "extra_groups": []} if ids else {}
    # A pipe would be held open by the server that pg_ctl leaves behind: output goes to a file or nowhere.
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, **options}
    try:
        return subprocess.run(  # noqa: S603 - programs found by us, arguments made by us
            [str(argument) for argument in arguments],
            stdin=subprocess.DEVNULL,
            cwd="/",
            env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
            start_new_session=True,
            check=False,
            **lent,
            **options,
        )
    except PermissionError as error:
        if error.errno == errno.EPERM:
            raise DatabaseUnavailable(
                "This root may not change to another account, and PostgreSQL does not run as root: "
                "work as a normal user, or set DATABASE_URL."
            ) from error
        raise
