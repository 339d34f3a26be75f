"""Attaching to a cluster: hold it, see to it that a watcher will stop it, start it when needed, find the database."""

import contextlib
import fcntl
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

from vindplaats.database import programs
from vindplaats.database.cluster import WAIT_SECONDS, Cluster
from vindplaats.database.errors import DatabaseUnavailable
from vindplaats.database.locks import exclusive, open_lock, try_exclusive
from vindplaats.database.places import ROOT, SOCKET_NAME, make_private

# Open files with a shared lock, for the life of this process.
_held: dict[Path, int] = {}


def attach(cluster: Cluster, name: str) -> str:
    """Return the address of database `name` in `cluster`, which runs for as long as this process lives."""
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", name):
        raise ValueError(f"not a name for a database: {name!r}")
    make_private(cluster.folder)
    hold(cluster)
    if os.environ.get("PG_BINDIR"):
        programs.find(cluster.data)
    address = f"postgresql://postgres@/{name}?host={quote(str(cluster.socket_folder))}"
    if not answers(address):
        with exclusive(cluster.folder / "start.lock"):
            start_unless_running(cluster)
            create_unless_present(cluster, name)
    watch(cluster)
    return address


def hold(cluster: Cluster) -> None:
    """Keep the cluster from being stopped until this process ends; waits when it is being stopped right now."""
    if cluster.folder not in _held:
        fd = open_lock(cluster.folder / "users.lock")
        fcntl.flock(fd, fcntl.LOCK_SH)
        _held[cluster.folder] = fd


def watch(cluster: Cluster) -> None:
    """See to it that a process waits for the last user to go. It inherits a lock, so there is never a second one."""
    fd = open_lock(cluster.folder / "watcher.lock")
    try:
        if try_exclusive(fd):
            subprocess.Popen(  # noqa: S603 - ourselves
                [sys.executable, "-m", "vindplaats.database", "watch", str(cluster.folder), str(fd)],
                cwd=ROOT,
                pass_fds=[fd],
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
    finally:
        os.close(fd)


def start_unless_running(cluster: Cluster) -> None:
    """Start the cluster, made first when it is new. The caller holds the lock for starting."""
    if listens(cluster):
        return
    # The watcher first: if we are killed while starting, it stops what we started.
    watch(cluster)
    cluster.make()
    cluster.start()


def create_unless_present(cluster: Cluster, name: str) -> None:
    """Make the database `name` when the cluster has none."""
    from psycopg import sql

    with connected(cluster) as connection:
        present = connection.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchone()
        if present is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def listens(cluster: Cluster) -> bool:
    """Tell whether a server takes connections, ready or not."""
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(cluster.socket_folder / SOCKET_NAME))
        except OSError:
            return False
    return True


def answers(address: str) -> bool:
    """Tell whether the database at `address` can be used now."""
    import psycopg

    try:
        psycopg.connect(address, connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


@contextlib.contextmanager
def connected(cluster: Cluster):
    """Connect to a server that runs or is starting; a server that stays unreachable is an error."""
    import psycopg

    address = f"postgresql://postgres@/postgres?host={quote(str(cluster.socket_folder))}"
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection = psycopg.connect(address, autocommit=True, connect_timeout=5)
            break
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline or not listens(cluster):
                raise DatabaseUnavailable(f"PostgreSQL does not answer: {error} (see {cluster.log})") from error
            time.sleep(0.2)
    with connection:
        yield connection
