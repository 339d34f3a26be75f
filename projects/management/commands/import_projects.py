"""Import projects from JSON Lines, CSV or XLSX; docs/import-format.md tells what a file looks like."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _
from tqdm import tqdm

from projects.services.importing import CsvReport, JsonReport, Options, Report, Unreadable, import_projects
from projects.states import Status
from vindplaats.accounts.models import User

SHOWN = 20
ROWS_REFUSED, UNREADABLE = 1, 2
REPORTS = {".csv": CsvReport, ".json": JsonReport}


class Command(BaseCommand):
    """`manage.py import_projects FILE`: ends with 1 when a row was refused, with 2 when the file cannot be read."""

    help = "Import projects from a .jsonl, .csv or .xlsx file. Doing it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file and how to import it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Do everything and keep nothing.")
        parser.add_argument(
            "--status", choices=Status.values, default=Status.PUBLISHED, help="Of new projects whose row has none."
        )
        parser.add_argument(
            "--format", choices=["jsonl", "csv", "xlsx"], default="", help="When the name does not say."
        )
        parser.add_argument("--report", type=Path, help="Write all problems to this .csv or .json file.")
        parser.add_argument("--as", dest="email", default="", help="E-mail address of who imports, for the audit.")

    def handle(self, *, file: Path, report: Path | None, email: str, **options: Any) -> None:
        """Import and tell."""
        chosen = Options(
            format_=options["format"],
            status=options["status"],
            dry_run=options["dry_run"],
            user=_user(email) if email else None,
        )
        done = run_import(file, chosen, report, show_progress=options["verbosity"] > 0)
        tell(self, done, dry_run=chosen.dry_run)
        if done.counts["refused"]:
            sys.exit(ROWS_REFUSED)


def run_import(file: Path, options: Options, report_file: Path | None = None, *, show_progress: bool = True) -> Report:
    """Import `file` with a progress bar on a terminal; CommandError when it, or the report, cannot be opened."""
    report = Report()
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(file.open("rb"))
            writer = _writer(report_file, stack) if report_file else None
        except OSError as error:
            raise CommandError(str(error), returncode=UNREADABLE) from error
        report.sink = writer.add if writer else None
        # None: only on a terminal.
        bar = stack.enter_context(tqdm(unit=" rows", disable=None if show_progress else True))
        try:
            import_projects(
                stream,
                name=file.name,
                options=options,
                report=report,
                progress=lambda done, total: _advance(bar, done, total),
            )
        except Unreadable as error:
            raise CommandError(f"{file.name}: {error}", returncode=UNREADABLE) from error
        except (OperationalError, InterfaceError) as error:
            raise CommandError(f"The database went away: {error} What was saved stays; run it again.") from error
        finally:
            if writer:
                writer.finish(dict(report.counts))
    return report


def tell(command: BaseCommand, report: Report, *, dry_run: bool = False) -> None:
    """Say what was done, and the first problems."""
    for problem in report.problems[:SHOWN]:
        style = command.style.ERROR if problem.level == "error" else command.style.WARNING
        command.stderr.write(str(problem), style)
    if (more := report.counts["problems"] - SHOWN) > 0:
        command.stderr.write(_("… en nog %(count)d; --report FILE bewaart ze allemaal.") % {"count": more})
    counts = {name: count for name, count in report.counts.items() if name != "problems"}
    line = ", ".join(f"{name} {count}" for name, count in counts.items())
    command.stdout.write(f"{line}{' (dry run: nothing was kept)' if dry_run else ''}")


def _writer(path: Path, stack: ExitStack) -> CsvReport | JsonReport:
    if path.suffix.lower() not in REPORTS:
        raise CommandError(f"{path.name}: a report is a .csv or .json file.", returncode=UNREADABLE)
    out = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
    return REPORTS[path.suffix.lower()](out)


def _user(email: str) -> User:
    try:
        return User.objects.get(email__iexact=email)
    except User.DoesNotExist as error:
        raise CommandError(f"There is no user with the address {email}.", returncode=UNREADABLE) from error


def _advance(bar: tqdm, done: int, total: int) -> None:
    bar.total = total
    bar.update(done)
