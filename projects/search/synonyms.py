"""Other words for the same: abbreviations, lay words, English, from the vocabulary that ships."""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

from projects.search.analysis import words

FOLDER = Path(__file__).resolve().parent.parent / "reference" / "vocabulary"
EQUAL, RELATED = "equal", "related"
LONGEST_PHRASE = 5
Phrase = tuple[str, ...]


@cache
def synonyms() -> dict[Phrase, dict[Phrase, str]]:
    """Return for each phrase its synonyms with their strength; related ones are a hint and are never chained."""
    groups: dict[str, dict[Phrase, str]] = defaultdict(dict)
    for row in _rows("synonyms.csv"):
        if phrase := tuple(words(row["term"])):
            groups[row["group_id"]][phrase] = row["strength"]
    careful = {tuple(words(row["term"])) for row in _rows("synonyms_caution.csv")}
    found: dict[Phrase, dict[Phrase, str]] = defaultdict(dict)
    for group in groups.values():
        for phrase, strength in group.items():
            for other, its_strength in group.items() if phrase not in careful else ():
                if other != phrase:
                    both = EQUAL if strength == its_strength == EQUAL else RELATED
                    found[phrase][other] = EQUAL if found[phrase].get(other) == EQUAL else both
    return found


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
