"""The reference data that ships: vocabulary, regions and programmes, as files that people can read and review."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

APP = Path(__file__).resolve().parent.parent.parent
REFERENCE = APP / "reference"
CATALOGUE = APP / "catalogue"

Table = list[dict[str, Any]]


def read_table(name: str) -> Table:
    """Return the rows of a CSV file of the reference data; empty when it does not ship."""
    path = REFERENCE / name
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_records(name: str) -> Table:
    """Return the records of a JSON Lines file of the catalogue; empty when it does not ship."""
    path = CATALOGUE / name
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def words(cell: str | None) -> list[str]:
    """Return the words of a cell with | between."""
    return [word.strip() for word in (cell or "").split("|") if word.strip()]


def numbered(rows: Table, columns: Callable[[dict[str, Any]], dict[str, Any]]) -> Table:
    """Return for each row its columns in the database and its place in the file."""
    return [columns(row) | {"position": position} for position, row in enumerate(rows)]
