"""Keep .venv as requirements-dev.txt says: made when missing or broken, brought up to date only when that changed."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

VENV = Path(".venv")
PYTHON = str(VENV / "bin" / "python")
LOCK = Path("var/venv.lock")
# Written last, and with the place, since an environment cannot be moved: without it an installation was cut short.
STAMP = VENV / "installed.txt"
PLACE = f"{Path.cwd()}\n"
WANTED = PLACE + Path("requirements-dev.txt").read_text()
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"


def main() -> None:
    """Do what is needed, one make at a time."""
    LOCK.parent.mkdir(exist_ok=True)
    with LOCK.open("w") as lock:
        # The programs we start hold the lock as well: when we are killed, the next make waits for them.
        os.set_inheritable(lock.fileno(), True)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another make that fills .venv", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        if not usable():
            make()
        if installed() != WANTED:
            install()


def call(*command: str, **options: Any) -> bool:
    """Run a command; tells whether it went well."""
    return subprocess.run(command, check=False, close_fds=False, stdin=subprocess.DEVNULL, **options).returncode == 0


def installed() -> str:
    """Return what was installed where, or nothing."""
    return STAMP.read_text() if STAMP.exists() else ""


def usable() -> bool:
    """Tell whether .venv stands where it was made, was completed once, and runs the Python that PY asks for."""
    if not installed().startswith(PLACE):
        return False
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        version = subprocess.check_output([PYTHON, "-c", ask], text=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return not os.environ.get("PY") or version.strip() == VERSION


def make() -> None:
    """Make an empty .venv with pip in it, also with a Python that came without (Debian, Ubuntu)."""
    base = Path(sys.base_prefix, "bin", f"python{VERSION}")
    python = str(base if base.exists() else sys.executable)
    package = f"python{VERSION}-venv"
    print(f"Making .venv with {python}", flush=True)
    if made(python, "-m", "venv", str(VENV)):
        return
    if shutil.which("uv") and made("uv", "venv", "-q", "--seed", "--python", python, str(VENV)):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        apt_install(package)
        if made(python, "-m", "venv", str(VENV)):
            return
    shutil.rmtree(VENV, ignore_errors=True)
    sys.exit(f"This Python cannot make an environment. Run 'sudo apt install {package}', then this again.")


def made(*command: str) -> bool:
    """Make .venv anew with this command; tells whether there is a pip in it now."""
    shutil.rmtree(VENV, ignore_errors=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return call(*command, **quiet) and call(PYTHON, "-m", "pip", "--version", **quiet)


def apt_install(package: str) -> None:
    """Install a package of the system, waiting for another apt that is at work."""
    print(f"Installing {package}", flush=True)
    options = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    apt = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120")
    call(*apt, "update", **options)
    call(*apt, "install", "-y", "--no-install-recommends", package, **options)


def install() -> None:
    """Install exactly the locked packages, each checked against its hash."""
    print("Installing the dependencies of requirements-dev.txt (once, about a minute)", flush=True)
    # Cut short from here on, .venv is made again: a half-installed package cannot be told from a whole one.
    STAMP.unlink(missing_ok=True)
    pip = (PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input", "--no-deps")
    if not call(*pip, "--require-hashes", "-r", "requirements-dev.txt"):
        # pip fetches all before it installs any: what was there is still whole.
        STAMP.write_text(PLACE)
        sys.exit("The dependencies could not be installed, for the reason above. Is there a network? Then try again.")
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(WANTED)
    fresh.replace(STAMP)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
    except PermissionError as error:
        sys.exit(f"{error.filename} cannot be written. Work as the account that owns this folder.")
