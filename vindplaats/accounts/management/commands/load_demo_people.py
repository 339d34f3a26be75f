"""manage.py load_demo_people: people to try the site with, on a developer's own machine."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from vindplaats.accounts.demo import PASSWORD, NotHere, load


class Command(BaseCommand):
    """Run by `make run`; a second time changes nothing."""

    help = "Make an account for each role, with a password that everyone knows. Refused unless DEBUG is on."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them and say how to log in."""
        try:
            people = load()
        except NotHere as error:
            raise CommandError("These accounts are for a developer's own machine; a public site has none.") from error
        self.stdout.write(f"Demo accounts, password {PASSWORD}: {', '.join(user.email for user in people)}")
