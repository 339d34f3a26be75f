"""Bring vocabulary, regions and programmes up to date with the files that ship."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from projects.services.reference import load_reference


class Command(BaseCommand):
    """`manage.py load_reference`: safe to run at each start; writes only what is missing or changed in the files."""

    help = "Load vocabulary, regions and programmes; what editors changed or deleted stays as they left it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the one option."""
        parser.add_argument("--overwrite", action="store_true", help="Let the files win from editors as well.")

    def handle(self, *, overwrite: bool, **options: Any) -> None:
        """Load, and say what was written."""
        loaded = load_reference(overwrite=overwrite)
        said = [
            f"{name} {', '.join(f'{count} {what}' for what, count in table.counts.items() if count)}"
            for name, table in loaded.items()
            if any(table.counts.values())
        ]
        self.stdout.write(f"Reference data: {'; '.join(said) or 'up to date'}.")
