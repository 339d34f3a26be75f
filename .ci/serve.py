"""Serve the site with Django's development server, and end with the make that started it, however that ended.

Django starts itself again as a child to notice changed files. When make or its parent is killed, that child would go on
and keep the port: so each of the two watches whether its parent is still there.
"""

import os
import sys
import threading
import time
from pathlib import Path

from django.core.management import execute_from_command_line

LOOK_AGAIN_SECONDS = 0.5


def end_with(parent: int) -> None:
    """End this process as soon as `parent` is no longer its parent."""
    while os.getppid() == parent:
        time.sleep(LOOK_AGAIN_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vindplaats.settings.development")
    threading.Thread(target=end_with, args=[os.getppid()], daemon=True).start()
    execute_from_command_line(["manage.py", "runserver", f"localhost:{sys.argv[1]}"])
