"""Measure the site as it runs in public: gunicorn, production settings, compressed static files, the shipped catalogue.

    python .ci/lighthouse/check.py /path/to/chromium

The database is one of its own in the PostgreSQL of the tests; the server gets a free port and ends with this program.
What it says goes to var/lighthouse.log.
"""

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PATIENCE_SECONDS = 60
DATABASE = "vindplaats_lighthouse"
COMMANDS = ("load_reference", "load_catalogue", "collectstatic --noinput")
SERVER = ("-m", "gunicorn", "vindplaats.wsgi", "--worker-class", "gthread", "--threads", "4", "--bind")


def environment() -> dict[str, str]:
    """Return what the production settings ask for, with a database that nothing else uses."""
    sys.path.insert(0, str(ROOT))
    from vindplaats import database  # noqa: PLC0415 - can be imported only now

    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "vindplaats.settings.production",
        "ALLOWED_HOSTS": "localhost",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "DATABASE_URL": database.url(DATABASE, durable=False),
        "DATABASE_STATEMENT_TIMEOUT_MS": "600000",
    }


def make_database() -> None:
    """Make the database anew, from the template of the tests: its migrations are applied."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "vindplaats.settings.test"}
    subprocess.run([sys.executable, "-m", "tests.template_database", DATABASE], env=env, cwd=ROOT, check=True)


def free_address() -> str:
    """Return a host and port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return f"localhost:{listener.getsockname()[1]}"


@contextmanager
def site(env: dict[str, str]) -> Iterator[str]:
    """Serve the site, give its address, and stop it."""
    address = free_address()
    with (ROOT / "var" / "lighthouse.log").open("wb") as log:
        server = subprocess.Popen([sys.executable, *SERVER, address], env=env, cwd=ROOT, stdout=log, stderr=log)
        try:
            warm_up(f"http://{address}", server)
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE_SECONDS)


def warm_up(base: str, server: subprocess.Popen) -> None:
    """Wait until the pages answer: the first visitor of a new process waits longer than all others."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    for path in ("/", "/projecten/"):
        while not answers(base + path):
            if server.poll() is not None or time.monotonic() > deadline:
                sys.exit("The site does not start: see var/lighthouse.log")
            time.sleep(0.2)


def answers(address: str) -> bool:
    """Tell whether a page comes; an error that the site itself answers is the end."""
    request = urllib.request.Request(address, headers={"X-Forwarded-Proto": "https"})  # noqa: S310 - our own server
    try:
        urllib.request.urlopen(request, timeout=PATIENCE_SECONDS).close()  # noqa: S310
    except urllib.error.HTTPError as error:
        sys.exit(f"{address} answers {error.code}: see var/lighthouse.log")
    except OSError:
        return False
    return True


def main(chromium: str) -> int:
    """Fill the database, serve, measure; return 0 when every score is reached."""
    make_database()
    env = environment()
    for command in COMMANDS:
        subprocess.run(
            [sys.executable, "manage.py", *command.split(), "--verbosity", "0"], env=env, cwd=ROOT, check=True
        )
    with site(env) as base:
        measure = ["node", str(HERE / "measure.mjs"), base, chromium]
        return subprocess.run(measure, cwd=HERE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
