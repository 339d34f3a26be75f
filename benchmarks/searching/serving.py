"""What pages and changes cost in a process of their own, as a worker of the site is: without what the rivals hold."""

import json
import os
import subprocess
import sys
from typing import Any

from vindplaats.database.slots import VARIABLE


def measure(database: str) -> dict[str, Any]:
    """Return what pages, suggestions and strange questions cost in a process that does nothing else."""
    return in_a_worker("--pages", database)


def in_a_worker(what: str, database: str) -> Any:
    """Return what a new process of this package says when it is told `what` to do with a database."""
    command = [sys.executable, "-m", "benchmarks.searching", what]
    environment = {**os.environ, VARIABLE: database}
    # Only this package.
    done = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603
    return json.loads(done.stdout.splitlines()[-1])


def begin() -> None:
    """Be that process: read the settings, and take the database that the environment names."""
    import django  # noqa: PLC0415 - reads the settings

    django.setup()
    from django.db import connection  # noqa: PLC0415 - needs the settings

    connection.settings_dict["NAME"] = os.environ[VARIABLE]


def serve() -> dict[str, Any]:
    """Be that process, and return the figures."""
    begin()
    from benchmarks.searching import pages  # noqa: PLC0415 - needs the settings

    return {"pages": pages.measure(), "suggestions": pages.suggestions(), "strange": pages.strangest()}


def change() -> dict[str, float]:
    """Be that process, and return what it takes to index a project that changed."""
    begin()
    from benchmarks.searching import writing  # noqa: PLC0415 - needs the settings

    return writing.one()
