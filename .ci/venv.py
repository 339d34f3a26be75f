"""Keep .venv as requirements-dev.txt says: made when missing or broken, brought up to date only when that changed."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

VENV = Path(".venv")
PYTHON = VENV / "bin" / "python"
# Written last, and with the place, since an environment cannot be moved: without it an installation was cut short.
STAMP = VENV / "installed.txt"
WANTED = f"{Path.cwd()}\n{Path('requirements-dev.txt').read_text()}"


def main() -> None:
    """Do what is needed, one process at a time."""
    Path("var").mkdir(exist_ok=True)
    with Path("var/venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not usable():
            make()
        if installed() != WANTED:
            install()


def installed() -> str:
    """Return what was installed where, or nothing."""
    return STAMP.read_text() if STAMP.exists() else ""


def usable() -> bool:
    """Tell whether .venv stands where it was made, was completed once, and runs the Python that PY asks for."""
    if installed().split("\n", 1)[0] != str(Path.cwd()):
        return False
    command = [PYTHON, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        version = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return False
    return not os.environ.get("PY") or version == f"{sys.version_info.major}.{sys.version_info.minor}"


def make() -> None:
    """Make an empty .venv with pip in it, also with a Python that came without (Debian, Ubuntu)."""
    base = Path(sys.base_prefix, "bin", f"python{sys.version_info.major}.{sys.version_info.minor}")
    python = str(base if base.exists() else sys.executable)
    print(f"Making .venv with {python}", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if made(python, "-m", "venv", str(VENV)):
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if shutil.which("uv") and made("uv", "venv", "-q", "--seed", "--python", python, str(VENV)):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {package}", flush=True)
        apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
        quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
        subprocess.run([*apt, "update"], check=False, **quiet)
        subprocess.run([*apt, "install", "-y", "--no-install-recommends", package], check=False, **quiet)
        if made(python, "-m", "venv", str(VENV)):
            return
        shutil.rmtree(VENV, ignore_errors=True)
    sys.exit(f"This Python cannot make an environment. Run 'sudo apt install {package}', then this again.")


def made(*command: str) -> bool:
    """Run a command that makes .venv; tells whether there is a pip in it now."""
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return (
        done.returncode == 0
        and subprocess.run([PYTHON, "-m", "pip", "-q", "--version"], check=False, stdout=subprocess.DEVNULL).returncode
        == 0
    )


def install() -> None:
    """Install exactly the locked packages, each checked against its hash."""
    print("Installing the dependencies of requirements-dev.txt (once, about a minute)", flush=True)
    place = WANTED.split("\n", 1)[0]
    if STAMP.exists():
        # Cut short from here on, .venv is made again: a half-installed package cannot be told from a whole one.
        STAMP.unlink()
    pip = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input", "--no-deps"]
    if subprocess.run([*pip, "--require-hashes", "-r", "requirements-dev.txt"], check=False).returncode:
        # pip fetches all before it installs any: what was there is still whole.
        STAMP.write_text(place + "\n")
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
