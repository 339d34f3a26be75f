"""The golden set as Python reads it: questions with their kind, and the grade of each record that was judged."""

import csv
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
NONSENSE = "nonsense"


@dataclass(frozen=True)
class Query:
    """A question as somebody would type or paste it."""

    id: str
    kind: str
    text: str
    grades: dict[str, int]
    """By external id of the record."""
    without: tuple[str, ...] = ()
    """External ids of records that hold a word which the question forbids."""


def queries() -> list[Query]:
    """Read the whole set, in the order of its file."""
    grades = _grades()
    with (FOLDER / "queries.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [_query(row, grades.pop(row["id"], {})) for row in rows]


def judged() -> set[str]:
    """Return the ids of all questions that have a judgement."""
    return set(_grades())


def _query(row: dict, grades: dict[str, int]) -> Query:
    return Query(row["id"], row["kind"], row["text"], grades, tuple(row.get("without", ())))


def _grades() -> dict[str, dict[str, int]]:
    found = defaultdict(dict)
    with (FOLDER / "judgements.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["record"] in found[row["query"]]:
                raise ValueError(f"{row['query']} judges {row['record']} twice")
            found[row["query"]][row["record"]] = int(row["grade"])
    return found
