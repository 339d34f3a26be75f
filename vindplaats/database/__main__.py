"""`python -m vindplaats.database status|stop|url|psql`: look at the private PostgreSQL, and a way in."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from vindplaats.database import cluster, url
from vindplaats.database.cluster import Cluster
from vindplaats.database.locks import exclusive
from vindplaats.database.places import VAR
from vindplaats.database.programs import find
from vindplaats.database.watcher import wait_and_stop


def every_cluster() -> list[Cluster]:
    """Return the clusters that were ever made in this checkout."""
    return [Cluster(data.parent, durable=data.parent.name == "postgres") for data in sorted(VAR.glob("postgres*/data"))]


def status() -> None:
    """Say which clusters there are and whether they run."""
    for each in every_cluster():
        state = f"running, socket in {each.socket_folder}" if each.listens() else "not running"
        print(f"{each.folder}: PostgreSQL {(each.data / 'PG_VERSION').read_text().strip()}, {state}")
    if not every_cluster():
        print(f"No database in {VAR} yet: 'make run' makes one.")


def stop() -> None:
    """Stop the clusters, whoever uses them."""
    for each in every_cluster():
        with exclusive(each.folder / "start.lock"):
            print(f"{each.folder}: {'stopped' if each.stop() else 'was not running'}")


def psql(*, durable: bool) -> int:
    """Open psql on the database."""
    address = url("vindplaats", durable=durable)
    program = find(cluster(durable=durable).data).folder / "psql"
    return subprocess.run([program, address], check=False).returncode  # noqa: S603 - found by us


def main() -> int | None:
    """Do what was asked."""
    parser = argparse.ArgumentParser(prog="python -m vindplaats.database", description=__doc__)
    parser.add_argument("action", choices=["status", "stop", "url", "psql", "watch"], help="watch is for internal use")
    parser.add_argument("watched", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument("--test", action="store_true", help="the database for tests, not the one that keeps data")
    asked = parser.parse_args()
    match asked.action:
        case "url":
            print(url("vindplaats", durable=not asked.test))
        case "psql":
            return psql(durable=not asked.test)
        case "watch":
            folder, lock = asked.watched
            if os.fork() == 0:
                wait_and_stop(Cluster(Path(folder), durable=True), int(lock))
        case action:
            {"status": status, "stop": stop}[action]()
    return None


if __name__ == "__main__":
    sys.exit(main())
