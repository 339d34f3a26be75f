"""What a question becomes, for an editor who wonders why it finds what it finds."""

from dataclasses import dataclass

from projects.search.bm25 import rarity
from projects.search.concepts import understand
from projects.search.scoring import Weighed
from projects.search.shelf import shelf
from projects.search.sources import WholeIndex
from projects.search.weighing import weigh


@dataclass(frozen=True)
class Variant:
    """A form of a word: what a hit of it is worth, and in how many documents it stands."""

    label: str
    weight: float
    documents: int


@dataclass(frozen=True)
class ExplainedConcept:
    """One word of a question, as it was typed and as it was read, with how much it says."""

    word: str
    read_as: str
    weight: float
    variants: list[Variant]


@dataclass(frozen=True)
class Explanation:
    """What was looked for, and which words were left out."""

    concepts: list[ExplainedConcept]
    ignored: list[str]


def explain(text: str, *, kind: str) -> Explanation:
    """Return what `text` becomes among documents of `kind`."""
    meaning, held = understand(text), shelf(kind)
    weighed = weigh(meaning, WholeIndex(held)) if meaning.concepts else []
    return Explanation([_explained(one, held.total) for one in weighed], meaning.ignored)


def _explained(one: Weighed, total: int) -> ExplainedConcept:
    forms = [
        Variant(form.label, one.likeness[form] * rarity(found.number, total), found.number)
        for form, found in one.found.items()
    ]
    return ExplainedConcept(one.word, one.read_as, one.weight, sorted(forms, key=lambda form: -form.weight))
