"""Time and memory of import and export: `python -m benchmarks.import_projects 1000 10000 100000`.

Each size runs in a process and a database of its own, so that the peak of memory is that of this size.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.database import throw_away
from benchmarks.synthetic import write

SIZES = [1_000, 10_000, 100_000]
MOST_SECONDS, MOST_MEGABYTES = 600, 500
"""The limits for 100,000 projects."""
ROW = "{projects:>9} {import:>9} {each:>9} {cpu:>9} {again:>9} {jsonl:>9} {xlsx:>9} {memory:>9}"
UNITS = {"projects": "projects", "import": "import s", "each": "ms each", "cpu": "own cpu s", "again": "again s"}
UNITS |= {"jsonl": "jsonl s", "xlsx": "xlsx s", "memory": "peak MB"}


def main(sizes: list[int]) -> None:
    """Measure each size and print a line for it, the limits beside."""
    say(ROW.format(**UNITS))
    found = [report(size) for size in sizes or SIZES]
    first, last = found[0], found[-1]
    if first is not last:
        ratio = last["import"] / last["projects"] / (first["import"] / first["projects"])
        say(f"A project of {last['projects']:,} costs {ratio:.2f} times one of {first['projects']:,}.")
    say(f"Limits for 100,000 projects: import {MOST_SECONDS} s, peak {MOST_MEGABYTES} MB; search documents included.")


def report(size: int) -> dict[str, Any]:
    """Measure one size in a process of its own and print the line."""
    command = [sys.executable, "-m", "benchmarks.import_projects", "--one", str(size)]
    # Only this module, with a number.
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    found = json.loads(done.stdout)
    each = found["import"] / size * 1000
    shown = {name: f"{value:.1f}" for name, value in found.items()}
    say(ROW.format(**shown | {"projects": f"{size:,}", "each": f"{each:.2f}", "memory": f"{found['memory']:.0f}"}))
    return found


def measure(size: int) -> dict[str, Any]:
    """Import `size` synthetic projects, import them again, export them; return seconds and the peak in megabytes."""
    with throw_away(), tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "projects.jsonl"
        write(file, size)
        cpu = time.process_time()
        found = {"projects": size, "import": _timed(lambda: _import(file, created=size))}
        # On a busy machine this tells what the import itself took; the rest is PostgreSQL and waiting.
        found["cpu"] = time.process_time() - cpu
        found["again"] = _timed(lambda: _import(file, unchanged=size))
        for format_ in ("jsonl", "xlsx"):
            found[format_] = _timed(lambda f=format_: _export(Path(folder) / f"out.{f}"))
        found["memory"] = _peak_megabytes()
    return found


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


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        say(json.dumps(measure(int(sys.argv[2]))))
    else:
        main([int(size) for size in sys.argv[1:]])
