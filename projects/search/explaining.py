"""What a question becomes, for an editor who wonders why it finds what it finds."""

import re
from dataclasses import dataclass

from projects.search.analysis import words
from projects.search.concepts import understand
from projects.search.frequencies import Frequencies, frequencies
from projects.search.ranking import Weighed, weigh
from projects.search.tuning import current

SIGNS = {":*": "…", " & ": " + ", "'": ""}
DISTANCE = re.compile(r" <\d+> ")


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
    """Return what `text` becomes among documents of `kind`; documents are counted up to COUNTED_TO."""
    weighed = weigh(understand(text), kind=kind)
    found = frequencies((form for one in weighed for form in one.forms), kind=kind)
    sought = {one.word for one in weighed}
    ignored = [word for word in dict.fromkeys(words(text)) if word in current().stop and word not in sought]
    return Explanation([_explained(one, found) for one in weighed], ignored)


def _explained(one: Weighed, found: Frequencies) -> ExplainedConcept:
    forms = sorted(one.forms.items(), key=lambda item: -item[1])
    variants = [Variant(_readable(form), worth, found.numbers[form]) for form, worth in forms]
    return ExplainedConcept(one.word, one.read_as, one.weight, variants)


def _readable(form: str) -> str:
    form = DISTANCE.sub(" ", form)
    for sign, shown in SIGNS.items():
        form = form.replace(sign, shown)
    return form
