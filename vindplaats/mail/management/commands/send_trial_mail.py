"""manage.py send_trial_mail ADDRESS: find out whether mail gets out."""

import argparse
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from vindplaats.mail import queue


class Command(BaseCommand):
    """Goes the way of every mail: outbox, worker, mail server."""

    help = "Put a mail to ADDRESS in the outbox, to see whether the worker and the mail server do their work."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Read the options."""
        parser.add_argument("address")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        """Queue it, and say where to look."""
        name = urlsplit(settings.PUBLIC_URL).netloc
        try:
            mail = queue(to=address, template="trial", context={"name": name})
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Mail {mail.pk} waits in the outbox. The worker sends it; /admin/mail/mail/ tells how it went."
        )
