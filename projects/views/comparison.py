"""Projects side by side: what each of them is, row by row, and what differs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.models import Project
from projects.views import comparison_values as values
from projects.views.comparison_values import Value


@dataclass(frozen=True)
class Cell:
    """What one project has in one row: values, a text in Markdown, or both. Empty when it is not known."""

    values: list[Value] = field(default_factory=list)
    text: str = ""
    language: str = ""
    shared: list[Value] = field(default_factory=list)
    """Values that another project has as well."""
    own: list[Value] = field(default_factory=list)
    """Values that no other project has."""

    def __bool__(self) -> bool:
        return bool(self.values or self.text)

    @property
    def gist(self) -> tuple[frozenset[str], str]:
        """What makes it the same as another."""
        return frozenset(value.key for value in self.values), self.text


@dataclass(frozen=True)
class Row:
    """One property of all projects that are compared."""

    name: str
    label: Promise | str
    cells: list[Cell]

    @property
    def known(self) -> bool:
        """Whether any of them has something here."""
        return any(self.cells)

    @property
    def same(self) -> bool:
        """Whether all of them have the same here."""
        return self.known and len({cell.gist for cell in self.cells}) == 1

    @property
    def marked(self) -> bool:
        """Whether to tell what only one of them has: where others share something."""
        return any(cell.shared for cell in self.cells)


def _values(read: Callable[[Project], list[Value]]) -> Callable[[Project], Cell]:
    return lambda project: Cell(read(project))


def _text(name: str) -> Callable[[Project], Cell]:
    return lambda project: Cell(text=getattr(project, name), language=project.language)


def _both(read: Callable[[Project], list[Value]], name: str) -> Callable[[Project], Cell]:
    return lambda project: Cell(read(project), getattr(project, name), project.language)


ROWS: tuple[tuple[str, Promise, Callable[[Project], Cell]], ...] = (
    ("what", _("In het kort"), _text("summary")),
    ("phase", _("Fase"), _values(values.phase)),
    ("institute", _("Instelling"), _values(values.institute)),
    ("period", _("Looptijd"), _values(values.dates)),
    ("places", _("Waar"), _values(values.where)),
    ("themes", _("Thema's"), _values(values.themes)),
    *((name, label, _values(values.linked(name, facet))) for name, facet, label in values.LINKED),
    ("programmes", _("Programma"), _values(values.programmes)),
    ("problem", _("Aanleiding"), _text("problem")),
    ("approach", _("Aanpak"), _text("approach")),
    ("results", _("Resultaten"), _text("results")),
    ("stopped", _("Waarom gestopt"), _both(values.stop_reasons, "stop_explanation")),
    ("fundings", _("Betaald uit"), _values(values.fundings)),
    ("kept", _("Na de financiering"), _both(values.kept, "kept_explanation")),
    ("lessons", _("Lessen"), _values(values.lessons)),
    ("partners", _("Partners"), _values(values.partners)),
    ("confirmed", _("Klopt dit nog?"), _values(values.confirmed)),
)


def rows_of(projects: list[Project]) -> list[Row]:
    """Return every row; `projects` come with all of `for_page`, so that nothing is asked again."""
    return [Row(name, label, list(_marked([read(one) for one in projects]))) for name, label, read in ROWS]


def comparison(projects: list[Project]) -> dict[str, Any]:
    """Return the rows in which the projects differ, those in which they do not, and of which nothing is known."""
    rows = rows_of(projects)
    return {
        "different": [row for row in rows if row.known and not row.same],
        "same": [row for row in rows if row.same],
        "not_known": [row.label for row in rows if not row.known],
    }


def _marked(cells: list[Cell]) -> Iterator[Cell]:
    """Tell of each value whether another project has it too."""
    for cell in cells:
        others = {value.key for other in cells if other is not cell for value in other.values}
        shared = [value for value in cell.values if value.key in others]
        yield replace(cell, shared=shared, own=[value for value in cell.values if value.key not in others])
