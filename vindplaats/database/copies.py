"""A copy of PostgreSQL's programs for the account that root lends, when it cannot reach those in the checkout."""

import os
import shutil
import tempfile
from hashlib import sha256
from pathlib import Path

from vindplaats.database import accounts
from vindplaats.database.errors import DatabaseUnavailable
from vindplaats.database.locks import exclusive
from vindplaats.database.places import make_folder, require_own
from vindplaats.database.programs import NEEDED, Programs

# Only root makes copies, so they stand where only root can write.
CACHE = Path("/var/cache/vindplaats")


def within_reach(programs: Programs, ids: tuple[int, int] | None) -> Path:
    """Return a folder with these programs that the account `ids` can run."""
    if ids is None or runs(programs.folder, ids):
        return programs.folder
    copy = copied(programs, CACHE)
    if not runs(copy, ids):
        raise DatabaseUnavailable(f"PostgreSQL does not start from {copy}. Remove {CACHE}, or set DATABASE_URL.")
    return copy


def runs(folder: Path, ids: tuple[int, int]) -> bool:
    """Tell whether that account can start the programs in `folder`."""
    try:
        return accounts.run([folder / "postgres", "--version"], ids).returncode == 0
    except (PermissionError, FileNotFoundError):
        return False


def copied(programs: Programs, cache: Path) -> Path:
    """Return the folder with a whole copy under `cache`, made when missing or incomplete."""
    require_own(make_folder(cache, 0o755), 0o755)
    cache.chmod(0o755)
    target = cache / f"postgresql-{programs.version}-{_fingerprint(programs)}"
    with exclusive(cache / "lock"):
        if not _is_whole(target, programs):
            for leftover in (target, *cache.glob("new-*")):
                shutil.rmtree(leftover, ignore_errors=True)
            fresh = Path(tempfile.mkdtemp(prefix="new-", dir=cache))
            for source in _parts(programs):
                shutil.copytree(source, fresh / _inside(source, programs), symlinks=True)
            _open_for_reading(fresh)
            fresh.rename(target)
    return target / _inside(programs.folder, programs)


def _parts(programs: Programs) -> list[Path]:
    """The folders that the programs need: their own, and the libraries that a wheel keeps beside its package."""
    prefix = programs.folder.parent
    libraries = prefix.parent.with_name(f"{prefix.parent.name}.libs")
    return [part for part in (prefix / "bin", prefix / "lib", prefix / "share", libraries) if part.is_dir()]


def _inside(part: Path, programs: Programs) -> Path:
    """The place in the copy: as far from each other as in the original, for libraries are found by that."""
    return part.relative_to(programs.folder.parents[2])


def _fingerprint(programs: Programs) -> str:
    content = sha256((programs.folder / "postgres").read_bytes())
    for part in _parts(programs):
        content.update(str(_inside(part, programs)).encode())
    return content.hexdigest()[:12]


def _is_whole(target: Path, programs: Programs) -> bool:
    """A copy gets its name only when whole; this finds one that somebody cleaned in part."""
    return all((target / _inside(programs.folder, programs) / name).is_file() for name in NEEDED) and all(
        (target / _inside(part, programs)).is_dir() for part in _parts(programs)
    )


def _open_for_reading(folder: Path) -> None:
    """Readable for all, writable for root alone, whatever umask the original was installed with."""
    folder.chmod(0o755)
    for place, folders, files in os.walk(folder):
        for name in folders:
            Path(place, name).chmod(0o755)
        for name in files:
            path = Path(place, name)
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
