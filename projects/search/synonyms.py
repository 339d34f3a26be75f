"""Other words for the same: abbreviations, lay words, English. Which there are stands in a table; see tuning.py."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from projects.search.analysis import words

FOLDER = Path(__file__).resolve().parent.parent / "reference" / "vocabulary"
EQUAL, RELATED = "equal", "related"
LONGEST_PHRASE = 5
Phrase = tuple[str, ...]
Synonyms = dict[Phrase, dict[Phrase, str]]
"""For each phrase its synonyms, with their strength."""


class Row(NamedTuple):
    """A word or phrase of a group. A careful one is found from the others, and never leads to them."""

    group: int | str
    term: str
    strength: str
    careful: bool


def expand(rows: Iterable[Row]) -> Synonyms:
    """Return for each phrase its synonyms with their strength, in the order of `rows`.

    Related ones are a hint and are never chained.
    """
    phrases = [(phrase, row) for row in rows if (phrase := tuple(words(row.term)))]
    groups: dict[int | str, dict[Phrase, Row]] = defaultdict(dict)
    for phrase, row in phrases:
        groups[row.group][phrase] = row
    found: Synonyms = defaultdict(dict)
    for other, its_row in phrases:
        for phrase, row in groups[its_row.group].items():
            if phrase != other and not row.careful:
                both = EQUAL if row.strength == its_row.strength == EQUAL else RELATED
                found[phrase][other] = EQUAL if found[phrase].get(other) == EQUAL else both
    return dict(found)


@cache
def shipped() -> list[Row]:
    """Return the rows that ship, for a site whose table was never filled."""
    careful = {tuple(words(row["term"])) for row in _rows("synonyms_caution.csv")}
    return [
        Row(row["group_id"], row["term"], row["strength"], tuple(words(row["term"])) in careful)
        for row in _rows("synonyms.csv")
    ]


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
