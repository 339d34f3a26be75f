"""Synthetic projects with texts like real ones for a search: 120 to 250 words, each about something of its own.

The sentences of `benchmarks.synthetic` have a vocabulary of some hundreds of words, so each posting list is long. Of
each text the first of them stays; the others make room for sentences from the lexicon.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import synthetic
from benchmarks.searching import lexicon

SENTENCES = {"summary": 1, "problem": 2, "approach": 2, "results": 2}
"""How many sentences each text gets."""
CONTENT, FUNCTION = 9, 6
"""Words of a sentence that say something, and words that join them."""
SUBJECT, ON_SUBJECT = 8, 0.3
"""A project is about so many words, which come back this often."""


def records(count: int, *, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Give `count` records in the import format, the same ones for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - nothing secret
    for record in synthetic.records(count, seed=seed):
        yield {**record, **_enriched(record, rng)}


def write(path: Path, count: int) -> None:
    """Write `count` records as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        for record in records(count):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def plain(record: dict[str, Any]) -> str:
    """Return what somebody reads of a record, as one text."""
    lessons = [" ".join((lesson["title"], lesson["situation"], lesson["advice"])) for lesson in record["lessons"]]
    return " ".join([record["title"], *(record[name] for name in SENTENCES), *lessons])


def sentences(rng: random.Random, number: int, subject: list[str]) -> str:
    """Return sentences about a subject; they mean nothing, but their words are as frequent as in a real text."""
    return " ".join(_sentence(rng, subject) for _ in range(number))


def _enriched(record: dict[str, Any], rng: random.Random) -> dict[str, str]:
    subject = lexicon.some(rng, SUBJECT)
    return {
        name: f"{record[name].partition('. ')[0].removesuffix('.')}. {sentences(rng, number, subject)}"
        for name, number in SENTENCES.items()
    }


def _sentence(rng: random.Random, subject: list[str]) -> str:
    content = [
        rng.choice(subject) if rng.random() < ON_SUBJECT else word for word in lexicon.some(rng, CONTENT)
    ] + rng.choices(lexicon.FUNCTION_WORDS.split(), k=FUNCTION)
    rng.shuffle(content)
    return f"{' '.join(content).capitalize()}."
