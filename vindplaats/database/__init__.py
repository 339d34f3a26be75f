"""A private PostgreSQL for development and tests: nothing to install, nothing to start, nothing left behind.

`url()` starts the cluster in var/ or attaches to the one that runs. Every process that called it holds a shared lock
until it ends, however it ends; a small watcher stops the cluster when the last one is gone. Two clusters exist:
var/postgres keeps what a person entered, var/postgres-test forgets and is fast. Production sets DATABASE_URL and never
comes here.
"""

import os
from pathlib import Path

from vindplaats.database.cluster import Cluster
from vindplaats.database.errors import DatabaseUnavailable
from vindplaats.database.places import VAR
from vindplaats.database.programs import at_hand
from vindplaats.database.running import attach
from vindplaats.database.slots import own_name

__all__ = ["Cluster", "DatabaseUnavailable", "cluster", "own_name", "url"]


def cluster(*, durable: bool, var: Path = VAR) -> Cluster:
    """Return the cluster that keeps data, or the one for tests (one per version when PG_BINDIR asks for a version)."""
    if durable:
        return Cluster(var / "postgres", durable=True)
    major = at_hand()[0].major if os.environ.get("PG_BINDIR") else None
    return Cluster(var / (f"postgres-test-{major}" if major else "postgres-test"), durable=False)


def url(name: str, *, durable: bool, var: Path = VAR) -> str:
    """Return the address of database `name`, running and present; the cluster stays up while this process lives."""
    return attach(cluster(durable=durable, var=var), name)
