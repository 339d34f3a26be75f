"""Records on their way to a spreadsheet: kept in a temporary file until it is known which columns there are."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any, Self

from projects.services.exchange.flat import columns, flatten


class FlatSpool:
    """The cells of all records, on disk, so that the memory in use does not grow; `columns` are those of the file.

    Use it in a `with`, which removes the file.
    """

    def __init__(self, records: Iterable[dict[str, Any]]) -> None:
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - lives as long as the rows are read
        used: set[str] = set()
        for record in records:
            cells = dict(flatten(record))
            used.update(cells)
            json.dump(cells, self._file)
            self._file.write("\n")
        self.columns = columns(used)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def rows(self) -> Iterator[list[str]]:
        """Give the cells of each record in the order of the columns."""
        self._file.seek(0)
        for line in self._file:
            cells = json.loads(line)
            yield [cells.get(column, "") for column in self.columns]
