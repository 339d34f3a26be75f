"""One cluster: its folder, its settings, how it is made, started and stopped."""

import locale
import os
import re
import shutil
import socket
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from vindplaats.database import accounts, copies, programs, stale
from vindplaats.database.errors import DatabaseUnavailable
from vindplaats.database.places import SOCKET_NAME, forget_short_path, make_folder, short_path

SETTINGS = {
    "listen_addresses": "''",
    # The data folder itself: no address of a socket is shorter, and no other account can enter it.
    "unix_socket_directories": ".",
    "jit": "off",
    "max_connections": "200",
}
KEEPING = {"shared_buffers": "128MB", "cluster_name": "vindplaats"}
FORGETTING = {
    "shared_buffers": "128MB",
    "cluster_name": "vindplaats-test",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
START_ATTEMPTS = 6
WAIT_SECONDS = 60


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL with its data in `folder`/data; `durable` when losing its last seconds would matter."""

    folder: Path
    durable: bool

    @property
    def data(self) -> Path:
        """PostgreSQL's own folder."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server said since its last start; the start before that is in server.log.1."""
        return self.folder / "server.log"

    @property
    def socket_folder(self) -> Path:
        """The folder to give as host in an address."""
        return short_path(self.data)

    def listens(self) -> bool:
        """Tell whether a server takes connections, ready or not."""
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.socket_folder / SOCKET_NAME))
            except OSError:
                return False
        return True

    def make(self) -> None:
        """Fill a new data folder; it gets its name when it is whole, so that being killed half-way does no harm."""
        if self.data.exists():
            return
        make_folder(self.folder)
        for leftover in self.folder.glob("new-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        fresh = Path(tempfile.mkdtemp(prefix="new-", dir=self.folder))
        if ids := accounts.owner_ids(fresh):
            os.chown(fresh, *ids)
        options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", *_locale_options()]
        if self._run("initdb", *options, *([] if self.durable else ["--no-sync"]), data=fresh):
            raise DatabaseUnavailable(f"PostgreSQL cannot make its data in {self.folder}. {self._last_words()}")
        fresh.rename(self.data)

    def start(self) -> None:
        """Start the server and wait until it answers; copes with what a killed one left behind."""
        if self.log.exists():
            self.log.replace(self.log.with_suffix(".log.1"))
        settings = SETTINGS | (KEEPING if self.durable else FORGETTING)
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        for attempt in range(START_ATTEMPTS):
            # Processes of a killed server need a moment to notice and go.
            time.sleep(0.3 * attempt)
            stale.forget_dead_server(self.data)
            # Also up when somebody was killed while starting it.
            if self.listens() or self._run("pg_ctl", "start", "-w", "-t", str(WAIT_SECONDS), "-o", options) == 0:
                return
        raise DatabaseUnavailable(f"PostgreSQL does not start. {self._last_words()}")

    def stop(self) -> bool:
        """Stop the server, cutting off who is connected; tells whether one ran."""
        forget_short_path(self.data)
        if not (self.data / "postmaster.pid").exists():
            return False
        modes = ("fast", "immediate")
        return any(self._run("pg_ctl", "stop", "-w", "-t", "20", "-m", mode) == 0 for mode in modes)

    def _run(self, program: str, *arguments: str, data: Path | None = None) -> int:
        """Run one program on the data folder, its output in the log; returns its exit code."""
        data = data or self.data
        ids = accounts.owner_ids(data)
        folder = copies.within_reach(programs.find(data), ids)
        with accounts.doorway(data) as (name, open_files), self.log.open("ab") as log:
            return accounts.run(
                [folder / program, "-D", name, *arguments], ids, pass_fds=open_files, stdout=log
            ).returncode

    def _last_words(self) -> str:
        """The line of the log that tells most, and where the rest is."""
        lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        telling = [line for line in lines if re.search(r"FATAL|PANIC|ERROR|error:", line)] or lines[-1:] or [""]
        return f"{telling[-1].strip()} (all of it: {self.log})"


def _locale_options() -> list[str]:
    """Sort by code point, the same everywhere; a system without C.UTF-8 (older macOS) gets the nearest to it."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    except locale.Error:
        return ["--locale=C", "--lc-ctype=en_US.UTF-8"]
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return ["--locale=C.UTF-8"]
