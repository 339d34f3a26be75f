"""manage.py receive_bounce < message: read one message that a mail server sent back; docs/operating.md connects it."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from vindplaats.mail.bounces import MOST_BYTES, receive


class Command(BaseCommand):
    """Ends well whatever it reads: a mail server that is told otherwise sends a message back about the message."""

    help = "Read a delivery status notification from standard input, and note addresses that take no mail."

    def handle(self, *args: Any, **options: Any) -> None:
        """Read one message."""
        found = receive(sys.stdin.buffer.read(MOST_BYTES))
        self.stdout.write(f"{len(found)} address(es) noted.")
