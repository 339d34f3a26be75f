"""Synthetic projects: plausible, all different, the same for the same seed. For measuring only, never as content.

Terms come from the vocabulary that ships; some are used far more often than others, as in real collections.
"""

import csv
import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import words

REFERENCE = Path(__file__).resolve().parent.parent / "projects" / "reference"
KINDS = ["home_care", "care_home", "hospital", "gp", "mental_health", "disability", "regional_network", "municipality"]
PHASES = ["pilot", "implementation", "embedded", "exploration", "scaling", "idea", "stopped"]
SCOPES = ["regional", "local", "national"]
LESSON_KINDS = ["pitfall", "success", "tip"]
RESOURCE_KINDS = ["report", "website", "toolkit", "video", "training"]
FUNDING_KINDS = ["subsidy", "insurer", "own_means", "transformation"]


def records(count: int, *, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Give `count` records in the import format."""
    maker = _Maker(seed)
    for number in range(1, count + 1):
        yield maker.record(number)


def write(path: Path, count: int, *, seed: int = 1) -> None:
    """Write `count` records as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        for record in records(count, seed=seed):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def read_column(name: str, column: str) -> list[str]:
    """Return a column of a file of the reference data."""
    with (REFERENCE / name).open(encoding="utf-8-sig", newline="") as file:
        return [row[column] for row in csv.DictReader(file)]


class _Often:
    """A list of which the first items are taken far more often than the last (Zipf)."""

    def __init__(self, items: list[str], rng: random.Random) -> None:
        self._items = rng.sample(items, len(items))
        self._weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(items))))
        self._rng = rng

    def some(self, count: int) -> list[str]:
        """Return at most `count` different items."""
        return list(dict.fromkeys(self._rng.choices(self._items, cum_weights=self._weights, k=count)))

    def one(self) -> str:
        """Return one item."""
        return self._rng.choices(self._items, cum_weights=self._weights)[0]


class _Maker:
    def __init__(self, seed: int) -> None:
        self.rng = rng = random.Random(seed)  # noqa: S311 - nothing secret
        terms = {"themes": "themes", "sectors": "sectors", "target_groups": "target_groups", "conditions": "conditions"}
        self.slugs = {name: _Often(read_column(f"vocabulary/{file}.csv", "slug"), rng) for name, file in terms.items()}
        self.names = {
            name: _Often(read_column(f"vocabulary/{file}.csv", "name_nl"), rng) for name, file in terms.items()
        }
        self.technologies = _Often(read_column("vocabulary/technologies.csv", "name_nl"), rng)
        self.gemeenten = _Often(read_column("regions/gemeenten.csv", "name"), rng)
        self.things, self.doing = _Often(words.THINGS.split(), rng), _Often(words.DOING.split(), rng)
        self.people, self.results = _Often(words.PEOPLE.split(), rng), _Often(words.RESULTS.split("|"), rng)

    def record(self, number: int) -> dict[str, Any]:
        """Return one record."""
        rng, place = self.rng, self.gemeenten.one()
        phase = rng.choices(PHASES, [30, 25, 15, 12, 9, 5, 4])[0]
        start = rng.randint(2008, 2025)
        return {
            "id": f"syn-{number:06}",
            **self._texts(place, number),
            "language": "nl",
            "phase": phase,
            "phase_source_year": start + 1,
            "stop_reasons": [rng.choice(["funding", "staffing", "technology"])] if phase == "stopped" else [],
            "start": f"{start}-{rng.randint(1, 12):02}" if rng.random() < 0.4 else str(start),
            "end": str(start + rng.randint(1, 4)) if rng.random() < 0.2 else None,
            "institute": self._institute(place),
            "partners": [
                self._institute(self.gemeenten.one())["name"]
                for _ in range(rng.choices(range(6), [20, 20, 25, 20, 10, 5])[0])
            ],
            "themes": self.slugs["themes"].some(rng.randint(1, 4)),
            "sectors": self.slugs["sectors"].some(rng.randint(1, 3)),
            "target_groups": self.slugs["target_groups"].some(rng.randint(1, 3)),
            "conditions": self.slugs["conditions"].some(rng.randint(0, 2)),
            "technologies": self.technologies.some(rng.randint(0, 2)),
            "gemeenten": list(dict.fromkeys([place, *self.gemeenten.some(rng.choice([0, 0, 0, 1, 3]))])),
            "scope": rng.choices(SCOPES, [60, 32, 8])[0],
            "funding": [{"kind": rng.choice(FUNDING_KINDS), "amount_eur": rng.randint(5, 900) * 1000}]
            * (rng.random() < 0.12),
            "lessons": [self._lesson(place) for _ in range(rng.choices(range(4), [35, 35, 22, 8])[0])],
            "resources": [self._resource(number)] * (rng.random() < 0.25),
            "source_url": f"https://example.org/projecten/{number}",
            "source_accessed": "2025-11-22",
        }

    def _sentences(self, frames: tuple[str, ...], count: int, place: str) -> str:
        return " ".join(self._sentence(frame, place) for frame in self.rng.choices(frames, k=count))

    def _sentence(self, frame: str, place: str) -> str:
        words_ = {
            "place": place,
            "thing": self.things.one(),
            "thing2": self.things.one(),
            "people": self.people.one(),
            "doing": self.doing.one(),
            "doing2": self.doing.one(),
            "result": self.results.one(),
            "result2": self.results.one(),
            "technology": self.technologies.one(),
            "target": self.names["target_groups"].one().lower(),
            "condition": self.names["conditions"].one().lower(),
            "partners": self.people.one(),
            "months": self.rng.randint(3, 30),
            "number": self.rng.randint(8, 400),
        }
        text = frame.format(**words_)
        return f"{text[0].upper()}{text[1:]}."

    def _texts(self, place: str, number: int) -> dict[str, str]:
        theme, target = self.names["themes"].one(), self.names["target_groups"].one().lower()
        return {
            "title": f"{theme} voor {target} in {place} ({self.things.one()} {number})",
            "summary": self._sentences(words.APPROACHES + words.OUTCOMES, 2, place),
            "problem": self._sentences(words.PROBLEMS, 2, place),
            "approach": self._sentences(words.APPROACHES, 3, place),
            "results": self._sentences(words.OUTCOMES, 2, place),
        }

    def _institute(self, place: str) -> dict[str, str]:
        rng, name = self.rng, self.rng.choice(words.NAMES.split("|"))
        kind = KINDS[(len(name) + len(place)) % len(KINDS)]
        body = words.BODIES.split()[(len(name) * 7 + len(place)) % 10]
        return {"name": f"{body} {name} {place}", "kind": kind, "place": place if rng.random() < 0.9 else ""}

    def _lesson(self, place: str) -> dict[str, Any]:
        return {
            "kind": self.rng.choice(LESSON_KINDS),
            "title": self._sentence(self.rng.choice(words.ADVICE), place)[:-1],
            "situation": self._sentences(words.SITUATIONS, 1, place),
            "advice": self._sentences(words.ADVICE, 2, place),
            "themes": self.slugs["themes"].some(1),
        }

    def _resource(self, number: int) -> dict[str, str]:
        kind = self.rng.choice(RESOURCE_KINDS)
        return {
            "kind": kind,
            "title": f"{self.things.one()} en {self.things.one()}: {kind} {number}",
            "url": f"https://example.org/{number}",
        }
