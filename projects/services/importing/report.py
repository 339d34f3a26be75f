"""What an import did and what it refused: counted, and told line by line."""

import csv
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol, TextIO

from django.utils.translation import gettext as _

from projects.services.exchange.reading import shown
from vindplaats.formulas import safe_in_csv

KEPT = 200
OUTCOMES = ("created", "updated", "unchanged", "skipped", "refused")


class Unreadable(Exception):
    """The file as a whole cannot be read; nothing was changed. The message says what is wrong and where."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing about one row. An error refuses the row, a warning does not."""

    line: int
    id: str
    field: str
    level: str
    reason: str

    def __str__(self) -> str:
        where = _("regel %(line)d") % {"line": self.line}
        about = [where, *([shown(self.id)] if self.id else []), *([self.field] if self.field else [])]
        return f"{', '.join(about)}: {self.reason}"


@dataclass
class Report:
    """The numbers, and the first problems; `sink` is given all of them as they are found."""

    sink: Callable[[Problem], object] | None = None
    counts: Counter = field(default_factory=lambda: Counter(dict.fromkeys((*OUTCOMES, "warnings"), 0)))
    problems: list[Problem] = field(default_factory=list)

    def error(self, line: int, id_: str, problems: list[tuple[str, str]]) -> None:
        """Refuse a row for these (field, reason)."""
        self.counts["refused"] += 1
        for place, reason in problems:
            self._tell(Problem(line, id_, place, "error", reason))

    def warn(self, line: int, id_: str, place: str, reason: str) -> None:
        """Tell something about a row that goes through."""
        self.counts["warnings"] += 1
        self._tell(Problem(line, id_, place, "warning", reason))

    def _tell(self, problem: Problem) -> None:
        if len(self.problems) < KEPT:
            self.problems.append(problem)
        self.counts["problems"] += 1
        if self.sink:
            self.sink(problem)


class ReportWriter(Protocol):
    """Writes the problems to a file as they come."""

    def add(self, problem: Problem) -> None:
        """Write one problem."""

    def finish(self, counts: dict[str, int]) -> None:
        """Write what comes at the end."""


class CsvReport:
    """A row for each problem."""

    def __init__(self, out: TextIO) -> None:
        self._rows = csv.writer(out)
        self._rows.writerow(["line", "id", "field", "level", "reason"])

    def add(self, problem: Problem) -> None:
        """Write one row."""
        self._rows.writerow([safe_in_csv(str(value)) for value in asdict(problem).values()])

    def finish(self, counts: dict[str, int]) -> None:
        """Write nothing: the numbers stand on the screen."""


class JsonReport:
    """One object: the problems, then the numbers."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._before = "\n  "
        out.write('{"problems": [')

    def add(self, problem: Problem) -> None:
        """Write one element of the list."""
        self._out.write(self._before + json.dumps(asdict(problem), ensure_ascii=False))
        self._before = ",\n  "

    def finish(self, counts: dict[str, Any]) -> None:
        """Close the list and write the numbers."""
        self._out.write(f'],\n "counts": {json.dumps(counts)}}}\n')
