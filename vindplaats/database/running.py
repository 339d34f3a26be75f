"""Attaching to a cluster: hold it, see to it that a watcher will stop it, start it when needed, find the database."""

import fcntl
import os
import re
import subprocess
import sys
from pathlib import Path

from vindplaats.database import programs
from vindplaats.database.cluster import Cluster
from vindplaats.database.locks import exclusive, open_lock, try_exclusive
from vindplaats.database.places import ROOT, make_folder

# Open files with a shared lock, for the life of this process.
_held: dict[Path, int] = {}


def attach(cluster: Cluster, name: str) -> str:
    """Return the address of database `name` in `cluster`, which runs for as long as this process lives."""
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", name):
        raise ValueError(f"not a name for a database: {name!r}")
    make_folder(cluster.folder)
    hold(cluster)
    if os.environ.get("PG_BINDIR"):
        programs.find(cluster.data)
    from vindplaats.database import connections  # noqa: PLC0415 - slow to load, and the watcher never needs it

    address = connections.address_of(cluster, name)
    if not connections.answers(address):
        with exclusive(cluster.folder / "start.lock"):
            start_unless_running(cluster)
            connections.create_unless_present(cluster, name)
    watch(cluster)
    return address


def hold(cluster: Cluster) -> None:
    """Keep the cluster from being stopped until this process ends; waits when it is being stopped right now."""
    if cluster.folder not in _held:
        fd = open_lock(cluster.folder / "users.lock")
        fcntl.flock(fd, fcntl.LOCK_SH)
        _held[cluster.folder] = fd


def watch(cluster: Cluster) -> None:
    """See to it that a process waits for the last user to go. It inherits a lock, so there is never a second one.

    The program started here makes the watcher a child of the system, not of ours, and ends.
    """
    fd = open_lock(cluster.folder / "watcher.lock")
    try:
        if try_exclusive(fd):
            subprocess.run(  # noqa: S603 - ourselves
                [sys.executable, "-m", "vindplaats.database", "watch", str(cluster.folder), str(fd)],
                cwd=ROOT,
                pass_fds=[fd],
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
    finally:
        os.close(fd)


def start_unless_running(cluster: Cluster) -> None:
    """Start the cluster, made first when it is new. The caller holds the lock for starting."""
    if cluster.listens():
        return
    # The watcher first: if we are killed while starting, it stops what we started.
    watch(cluster)
    cluster.make()
    cluster.start()
