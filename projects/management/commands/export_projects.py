"""Export projects to JSON Lines, CSV or XLSX, as an import reads them."""

import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from projects.models import Project
from projects.services.exporting import WRITERS, CannotExport, export_projects
from projects.states import Status


class Command(BaseCommand):
    """`manage.py export_projects FILE`: the file is there whole, or not at all."""

    help = "Export projects to a .jsonl, .csv or .xlsx file; importing it elsewhere loses nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file and which projects."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--status", choices=Status.values, action="append", help="Only these; may be repeated.")
        parser.add_argument("--format", choices=list(WRITERS), default="", help="When the name does not say.")

    def handle(self, *, file: Path, status: list[str] | None, **options: Any) -> None:
        """Write beside the file, and put it in its place when all is written."""
        format_ = options["format"] or file.suffix.lower().removeprefix(".")
        if format_ not in WRITERS:
            raise CommandError(f"{file.name}: the name ends in .jsonl, .csv or .xlsx, or --format says what it is.")
        projects = Project.objects.order_by("pk")
        projects = projects.filter(status__in=status) if status else projects
        count = projects.count()
        try:
            with tqdm(total=count, unit=" projects", disable=None if options["verbosity"] else True) as bar:
                _write(projects, file, format_, bar)
        except (OSError, CannotExport) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} projects exported.")


def _write(projects: Any, file: Path, format_: str, bar: tqdm) -> None:
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as out:
        part = Path(out.name)
        try:
            export_projects(projects, out, format_=format_, progress=bar.update)
            part.chmod(0o644)
            part.replace(file)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
