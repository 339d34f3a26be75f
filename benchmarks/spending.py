"""What an answer costs: time on the clock, and time of the processor, here and in the database's own process."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Spent:
    """Milliseconds. `database` is 0 where its process cannot be seen: on another machine, or without Linux."""

    clock: float
    own: float
    database: float

    @property
    def processor(self) -> float:
        """All work of processors together."""
        return self.own + self.database


def spent(work: Callable[[], object]) -> Spent:
    """Do the work and return what it cost."""
    # What looking at the database's process costs is in none of the three.
    database, own, clock = _database_seconds(), time.process_time(), time.perf_counter()
    work()
    clock, own = time.perf_counter() - clock, time.process_time() - own
    return Spent(*(1000 * part for part in (clock, own, _database_seconds() - database)))


def _database_seconds() -> float:
    """Return how long the process that serves our connection has worked (first number of schedstat, nanoseconds)."""
    from django.db import connection  # noqa: PLC0415 - needs Django

    connection.ensure_connection()
    try:
        text = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text()
    except OSError:
        return 0.0
    return int(text.split()[0]) / 1e9
