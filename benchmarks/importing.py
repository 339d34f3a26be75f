"""Time and memory of an import of synthetic projects, of the same import again, and of exports."""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.synthetic import write

MOST_SECONDS, MOST_MEGABYTES = 600, 500
"""The limits for an import of 100,000 projects."""


def measure(size: int) -> dict[str, float]:
    """Import `size` projects, import them again, export them; return seconds, and the peak of memory in megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "projects.jsonl"
        write(file, size)
        cpu = time.process_time()
        found = {"import": _timed(lambda: _import(file, created=size))}
        # On a busy machine this tells what the import itself took; the rest is PostgreSQL and waiting.
        found["own cpu"] = time.process_time() - cpu
        found["again"] = _timed(lambda: _import(file, unchanged=size))
        for format_ in ("jsonl", "csv", "xlsx"):
            found[format_] = _timed(lambda f=format_: _export(Path(folder) / f"out.{f}"))
    return found | {"peak MB": _peak_megabytes()}


def _import(file: Path, **expected: int) -> None:
    from projects.services.importing import import_projects  # noqa: PLC0415 - needs Django

    with file.open("rb") as stream:
        counts = import_projects(stream, name=file.name).counts
    if any(counts[name] != count for name, count in expected.items()):
        raise RuntimeError(f"Expected {expected}, got {dict(counts)}")


def _export(file: Path) -> None:
    from projects.models import Project  # noqa: PLC0415 - needs Django
    from projects.services.exporting import export_projects  # noqa: PLC0415

    with file.open("wb") as out:
        export_projects(Project.objects.order_by("pk"), out, format_=file.suffix[1:])


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _peak_megabytes() -> float:
    """Return the most memory that this process ever had; macOS counts in bytes, Linux in kilobytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
