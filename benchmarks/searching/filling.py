"""Fill the database through the import, with progress for who looks on."""

import tempfile
import time
from pathlib import Path

from django.db import connection

from benchmarks.searching import texts
from projects.services.importing import import_projects


def fill(size: int) -> float:
    """Import `size` projects and return the seconds that took."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "projects.jsonl"
        texts.write(file, size)
        start = time.perf_counter()
        with file.open("rb") as stream:
            counts = import_projects(stream, name=file.name).counts
    if counts["created"] != size:
        raise RuntimeError(f"Expected {size} new projects, got {dict(counts)}")
    return time.perf_counter() - start


def settle() -> None:
    """Do what PostgreSQL would have done by itself after some minutes: clear up, and count what is there."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("RESET statement_timeout")
