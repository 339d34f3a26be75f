"""Serve the site with Django's development server and a worker, and end with the make that started them.

Django starts itself again as a child to notice changed files. When make or its parent is killed, that child would go on
and keep the port: so each of the processes watches whether its parent is still there. The worker is a child of that
child, so that a change of the code starts it anew as well.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from django.core.management import execute_from_command_line

LOOK_AGAIN_SECONDS = 0.5
START_AGAIN_SECONDS = 2
LAST_JOB_SECONDS = 5
WORKER = "worker"
PATIENCE_MS = "60000"
"""How long a statement of the worker may take: nobody waits for it."""


def end_with(parent: int) -> None:
    """End this process as soon as `parent` is no longer its parent; a worker may finish what it does."""
    while os.getppid() == parent:
        time.sleep(LOOK_AGAIN_SECONDS)
    if sys.argv[1] == WORKER:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(LAST_JOB_SECONDS)
    os._exit(1)


def keep_a_worker() -> None:
    """Have a worker run beside the site; a new one when it ended, say because the database was away."""
    environment = {"DATABASE_STATEMENT_TIMEOUT_MS": PATIENCE_MS, **os.environ}
    while True:
        subprocess.run([sys.executable, __file__, WORKER], env=environment, check=False)
        time.sleep(START_AGAIN_SECONDS)


def main(what: str) -> None:
    """Run the worker, or the site on the port that was given."""
    if what == WORKER:
        execute_from_command_line(["manage.py", "run_worker"])
        return
    if os.environ.get("RUN_MAIN") == "true":
        threading.Thread(target=keep_a_worker, daemon=True).start()
    execute_from_command_line(["manage.py", "runserver", f"localhost:{what}"])


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vindplaats.settings.development")
    threading.Thread(target=end_with, args=[os.getppid()], daemon=True).start()
    main(sys.argv[1])
