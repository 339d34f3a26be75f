"""manage.py demo_code: the second step of the demo accounts."""

from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from vindplaats.accounts.demo import SECRET


class Command(BaseCommand):
    """In place of the app on a telephone."""

    help = "Print the code that moderator@demo.example and beheerder@demo.example fill in after their password."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it; it is good for half a minute."""
        if not settings.DEBUG:
            raise CommandError("The demo accounts are for a developer's own machine; a public site has none.")
        counter = sorted(yield_hotp_counters_from_time())[1]
        self.stdout.write(format_hotp_value(hotp_value(SECRET, counter)))
