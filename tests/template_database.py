"""A database with all migrations applied, which each test database starts as a copy of.

Applying them takes twelve seconds for each worker of a run, copying half a second. The name holds a fingerprint of the
migrations, so that a changed one makes a new template and the old one goes.

    python -m tests.template_database NAME     make database NAME anew, as a copy: for what .ci looks at
"""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection

PREFIX = "vindplaats_template_"
ROOT = Path(__file__).parent.parent
LOCK = 7_403_118
"""Any number that nobody else locks: one worker makes the template, the others wait for it."""


def template() -> str:
    """Return the name of the template, which is made when it is not there or was left half made."""
    name = PREFIX + _fingerprint()
    with _server() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s) AND datistemplate", [PREFIX])
        there = {row[0] for row in cursor.fetchall()}
        if name not in there:
            for old in there:
                _drop(cursor, old)
            _make(cursor, name)
    return name


def make_copy(name: str) -> None:
    """Make database `name` anew, as empty as the template; fails when somebody uses the old one."""
    source = template()
    with _server() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')


@contextmanager
def _server() -> Iterator[Any]:
    """Give a cursor outside of any test database, alone in what it does, with the time that it takes."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        yield cursor
        cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def _make(cursor: Any, name: str) -> None:
    cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
    cursor.execute(f'CREATE DATABASE "{name}"')
    connection.close()
    usual = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = name
    try:
        call_command("migrate", verbosity=0, interactive=False)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
    # Only what is whole is marked; and nobody may connect, for a database in use cannot be copied.
    cursor.execute(f'ALTER DATABASE "{name}" WITH IS_TEMPLATE true ALLOW_CONNECTIONS false')


def _drop(cursor: Any, name: str) -> None:
    cursor.execute(f'ALTER DATABASE "{name}" WITH IS_TEMPLATE false')
    cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')


def _fingerprint() -> str:
    migrations = [file for app in apps.get_app_configs() for file in Path(app.path, "migrations").glob("*.py")]
    beside = [ROOT / "vindplaats" / "migration_operations.py", ROOT / "requirements-dev.txt", Path(__file__)]
    texts = b"\0".join(file.read_bytes() for file in sorted(migrations) + beside)
    return hashlib.sha256(texts).hexdigest()[:16]


if __name__ == "__main__":
    django.setup()
    make_copy(sys.argv[1])
