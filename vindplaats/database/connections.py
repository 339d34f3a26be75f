"""Talking to a server of ours: can this database be used, and make it when it is not there."""

import contextlib
import time
from collections.abc import Iterator
from urllib.parse import quote

import psycopg
from psycopg import sql

from vindplaats.database.cluster import WAIT_SECONDS, Cluster
from vindplaats.database.errors import DatabaseUnavailable


def address_of(cluster: Cluster, name: str) -> str:
    """Return the address of a database, over the socket; valid whether or not it is there."""
    return f"postgresql://postgres@/{name}?host={quote(str(cluster.socket_folder))}"


def answers(address: str) -> bool:
    """Tell whether the database at `address` can be used now."""
    try:
        psycopg.connect(address, connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def create_unless_present(cluster: Cluster, name: str) -> None:
    """Make the database `name` when the cluster has none."""
    with connected(cluster) as connection:
        present = connection.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchone()
        if present is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


@contextlib.contextmanager
def connected(cluster: Cluster) -> Iterator[psycopg.Connection]:
    """Connect to a server that runs or is starting; a server that stays unreachable is an error."""
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection = psycopg.connect(address_of(cluster, "postgres"), autocommit=True, connect_timeout=5)
            break
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline or not cluster.listens():
                raise DatabaseUnavailable(f"PostgreSQL does not answer: {error} (see {cluster.log})") from error
            time.sleep(0.2)
    with connection:
        yield connection
