"""Fill the database through the import, with progress for who looks on."""

import tempfile
from pathlib import Path

from benchmarks.searching import texts
from benchmarks.spending import Spent, spent
from projects.services.importing import import_projects


def fill(size: int) -> Spent:
    """Import `size` projects and return what that took."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "projects.jsonl"
        texts.write(file, size)
        return spent(lambda: _import(file, size))


def _import(file: Path, size: int) -> None:
    with file.open("rb") as stream:
        counts = import_projects(stream, name=file.name).counts
    if counts["created"] != size:
        raise RuntimeError(f"Expected {size} new projects, got {dict(counts)}")
