"""An import from beginning to end: read, check, save in batches, report."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.db import DataError, IntegrityError, OperationalError, connection, reset_queries, transaction
from django.utils.translation import gettext as _

from projects.services.exchange.collecting import collecting_by_hand
from projects.services.exchange.flat import column_of
from projects.services.exchange.reading import Reading
from projects.services.importing.batch import Batch, Workshop
from projects.services.importing.institutes import link_namesakes
from projects.services.importing.report import Report
from projects.services.importing.resolving import read_record
from projects.services.importing.rows import RawRow, Row, Source
from projects.services.importing.sources import open_source
from projects.states import Status
from vindplaats.audit import acting

ROWS = 500
NUMBER = re.compile(r"\.[0-9]+")


@dataclass(frozen=True)
class Options:
    """How to import. `status` is for new projects whose row has none; `skip` tells which projects to leave alone."""

    format_: str = ""
    status: str = Status.PUBLISHED
    dry_run: bool = False
    user: Any = None
    command: str = "import_projects"
    skip: Callable[[Collection[str]], Collection[str]] = lambda ids: ()


def import_projects(
    stream: BinaryIO,
    *,
    name: str,
    options: Options = Options(),  # noqa: B008 - frozen
    report: Report | None = None,
    progress: Callable[[int, int], object] = lambda done, total: None,
) -> Report:
    """Import a file; each batch of rows is one transaction. Raises Unreadable when nothing of it can be read.

    `progress` is called with the rows done since the last call and the number of rows in all.
    """
    report = report or Report()
    whole = transaction.atomic() if options.dry_run else nullcontext()
    with closing(open_source(stream, name=name, format_=options.format_)) as source, whole:
        with acting(user=options.user, command=options.command, file=name):
            _Run(source, options, report).all_rows(progress)
        if options.dry_run:
            transaction.set_rollback(True)
    return report


class _Run:
    def __init__(self, source: Source, options: Options, report: Report) -> None:
        self.source = source
        self.report = report
        self.shop = Workshop(status=options.status, user=options.user, skip=options.skip)
        self.lines: dict[str, int] = {}
        self.unknown: set[str] = set()

    def all_rows(self, progress: Callable[[int, int], object]) -> None:
        for column in self.source.unknown:
            self._warn_of_unknown(1, "", column)
        with collecting_by_hand() as collect:
            for raws in _chunks(self.source, ROWS):
                self._batch(raws)
                progress(len(raws), self.source.count)
                collect()
        with transaction.atomic():
            link_namesakes(self.shop.new_institutes)

    def _batch(self, raws: list[RawRow]) -> None:
        rows = [self._read(raw) for raw in raws]
        saved = {row.line: row for row in self._save([row for row in rows if not row.problems])}
        for row in rows:
            self._tell(saved.get(row.line, row))

    def _read(self, raw: RawRow) -> Row:
        """Return the row with its values clean, or with all that is wrong with it."""
        if raw.problems:
            return Row(raw.line, "", {}, raw.problems)
        reading = Reading()
        values = read_record(raw.values, self.shop.known, reading)
        for place in sorted(reading.unknown):
            self._warn_of_unknown(raw.line, values.get("id", ""), NUMBER.sub("", place))
        id_ = values.get("id", "")
        if id_ in self.lines:
            reading.wrong("id", _("Dit id staat ook in regel %(line)d.") % {"line": self.lines[id_]})
        elif id_:
            self.lines[id_] = raw.line
        return Row(raw.line, id_, values, reading.problems)

    def _save(self, rows: list[Row]) -> list[Row]:
        """Save the rows in one transaction; when the database refuses something, each in one of its own."""
        try:
            with transaction.atomic():
                Batch(rows, self.shop).save()
                # With DEBUG on Django keeps every statement, and those of an import are long.
                reset_queries()
        except (IntegrityError, DataError, OperationalError) as error:
            if connection.connection is None or connection.connection.closed:
                raise
            self.shop.technologies.reload()
            if len(rows) > 1:
                return [saved for row in rows for saved in self._save([row.fresh()])]
            return [Row(rows[0].line, rows[0].id, {}, [("", refusal(error))])]
        return rows

    def _tell(self, row: Row) -> None:
        if row.problems:
            self.report.error(row.line, row.id, [(self._place(place), reason) for place, reason in row.problems])
            return
        self.report.counts[row.outcome] += 1
        for place, reason in row.warnings:
            self.report.warn(row.line, row.id, self._place(place), reason)

    def _place(self, place: str) -> str:
        return column_of(place) if self.source.flat else place

    def _warn_of_unknown(self, line: int, id_: str, name: str) -> None:
        """Tell once of each field that means nothing here."""
        if name not in self.unknown and len(self.unknown) < 1_000:
            self.unknown.add(name)
            self.report.warn(line, id_, name, _("Dit veld is niet bekend en wordt overal overgeslagen."))


def refusal(error: Exception) -> str:
    """Say which rule of the database a row breaks."""
    diagnosis = getattr(error.__cause__, "diag", None)
    rule = getattr(diagnosis, "constraint_name", None) or getattr(diagnosis, "message_primary", None) or str(error)
    return _("De database weigert deze regel: %(rule)s.") % {"rule": rule}


def _chunks(rows: Iterable[RawRow], size: int) -> Iterator[list[RawRow]]:
    chunk = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
