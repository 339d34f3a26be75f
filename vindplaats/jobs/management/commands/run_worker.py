"""manage.py run_worker: send mail and do all other work that was put off; runs until it is stopped."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app

AT_ONCE = 2
"""So that a long job does not keep mail waiting."""
GRACE_SECONDS = 20
"""What a job gets to finish in when the worker is told to stop; what is cut off then is done again later."""


class Command(BaseCommand):
    """As many workers may run as one likes, on several machines too; each job is done by one of them."""

    help = "Do the work that was put off (mail, reminders, clean-up) until stopped by Ctrl-C or SIGTERM."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Read the options."""
        parser.add_argument("--once", action="store_true", help="Stop when there is nothing left to do.")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        """Work."""
        with app.replace_connector(app.connector.get_worker_connector()) as worker:
            worker.run_worker(concurrency=AT_ONCE, wait=not once, shutdown_graceful_timeout=GRACE_SECONDS)
