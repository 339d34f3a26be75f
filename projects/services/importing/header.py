"""The first row of a spreadsheet: which column is which field."""

from collections import Counter

from django.utils.translation import gettext as _

from projects.services.exchange.flat import Path, locate
from projects.services.exchange.reading import shown
from projects.services.exchange.record import PROJECT
from projects.services.importing.report import Unreadable
from vindplaats.text import clean

COLUMN_LIMIT = 2_000


class Header:
    """The fields of the columns, None for one that means nothing here; `unknown` are the names of those."""

    def __init__(self, cells: list[str]) -> None:
        names = [clean(cell).strip().lower() for cell in cells]
        while names and not names[-1]:
            names.pop()
        _check_names(names)
        self.names = names
        self.paths: list[Path | None] = [locate(name) for name in names]
        self.unknown = [name for name, path in zip(names, self.paths, strict=True) if path is None and name]
        _check_paths([path for path in self.paths if path])

    def cells(self, values: list[str]) -> list[tuple[Path, str]]:
        """Return the known fields of a row with their cells; columns that the row does not reach are empty."""
        padded = values + [""] * (len(self.paths) - len(values))
        return [(path, cell) for path, cell in zip(self.paths, padded, strict=False) if path]


def _check_names(names: list[str]) -> None:
    if len(names) > COLUMN_LIMIT:
        raise Unreadable(_("De eerste regel heeft meer dan %(limit)d kolommen.") % {"limit": COLUMN_LIMIT})
    twice = [name for name, count in Counter(filter(None, names)).items() if count > 1]
    if twice:
        raise Unreadable(_("De kolom “%(name)s” staat er twee keer.") % {"name": shown(twice[0])})
    missing = [name for name in PROJECT.required if name not in names]
    if missing:
        known = {"missing": ", ".join(missing), "found": shown(", ".join(filter(None, names)))}
        raise Unreadable(_("De eerste regel mist de kolommen %(missing)s. Er staat: %(found)s.") % known)


def _check_paths(paths: list[Path]) -> None:
    whole = {path[0] for path in paths if len(path) == 1}
    both = [path[0] for path in paths if len(path) > 1 and path[0] in whole]
    twice = [path[0] for path, count in Counter(paths).items() if count > 1]
    if both or twice:
        raise Unreadable(
            _("Het veld “%(name)s” staat in kolommen die elkaar tegenspreken.") % {"name": (both + twice)[0]}
        )
