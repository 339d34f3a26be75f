"""What somebody means: each word that was typed becomes a concept, with the other forms it may have in a text."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from projects.search import forms
from projects.search.analysis import words
from projects.search.compounds import parts
from projects.search.forms import Form, Phrase
from projects.search.synonyms import EQUAL, LONGEST_PHRASE
from projects.search.tuning import Tuning, current

MOST_CHARACTERS = 100_000
MOST_WORDS = 400
"""Different words that are looked at; of those the most telling ones become concepts."""
MOST_TYPED = 5_000
MOST_CONCEPTS = 40
FEW_CONCEPTS = 6
"""Up to so many words are a question, of which more is looked up and remembered; more are a sentence or a plan."""
MOST_VARIANTS = 10
OWN, JOINED_PARTS, PART, EQUAL_WORD, RELATED_WORD = 1.0, 0.7, 0.6, 0.6, 0.3
FILLER_WEIGHT = 0.3
QUOTED = re.compile(r'"([^"]{1,200})"')
MOST_QUOTED = 5
EXCLUDED = re.compile(r"(?:^|\s)-(\w[\w-]{0,60})")
MOST_EXCLUDED = 10


@dataclass
class Concept:
    """One thing that is asked for: a word as it was typed, and the forms it may have, each with its likeness."""

    word: str
    weight: float = 1.0
    times: int = 1
    """How often it was typed."""
    variants: dict[Form, float] = field(default_factory=dict)
    parts: tuple[Form, ...] = ()
    """Those of the forms that are only a part of the word; how far one means the same depends on how telling it is."""

    def add(self, form: Form | None, likeness: float) -> None:
        """Add a form, unless it is there with a higher likeness or there are enough."""
        if form and (len(self.variants) < MOST_VARIANTS or form in self.variants):
            self.variants[form] = max(likeness, self.variants.get(form, 0.0))

    def is_part(self, found: Iterable[Form]) -> bool:
        """Tell whether all that was found of this concept are parts of its word, if anything was."""
        found = list(found)
        return bool(found) and all(form in self.parts or form.is_together_anywhere for form in found)

    @property
    def own(self) -> Form:
        """The form that was typed."""
        return next(iter(self.variants))


@dataclass
class Meaning:
    """A question in parts: what is looked for, what must stand literally, and what must not be there."""

    concepts: list[Concept]
    required: list[Form] = field(default_factory=list)
    excluded: list[Form] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    """Stop words that were typed."""


def understand(text: str) -> Meaning:
    """Return what `text` means: a concept for each different word of the first MOST_WORDS."""
    if not text.strip():
        return Meaning([])
    text, tuning = text[:MOST_CHARACTERS], current()
    quoted = [phrase for match in QUOTED.findall(text)[:MOST_QUOTED] if (phrase := tuple(words(match)))]
    excluded = [word for match in EXCLUDED.findall(text)[:MOST_EXCLUDED] for word in words(match)]
    typed = words(EXCLUDED.sub(" ", text))[:MOST_TYPED]
    times = Counter(typed)
    telling = [word for word in times if word not in tuning.stop]
    concepts = {word: _concept(word, times[word], tuning) for word in (telling or list(times))[:MOST_WORDS]}
    _add_phrases(typed, concepts, tuning)
    return Meaning(
        concepts=list(concepts.values()),
        required=[form for form in map(forms.phrase, quoted) if form],
        excluded=[forms.word(word) for word in excluded],
        ignored=[word for word in times if word not in concepts],
    )


def _concept(word: str, times: int, tuning: Tuning) -> Concept:
    concept = Concept(word, FILLER_WEIGHT if word in tuning.filler else 1.0, times)
    concept.add(forms.word(word), OWN)
    concept.add(forms.all_parts(word), PART)
    concept.parts = tuple(form for form in map(forms.word, parts(word)) if form != concept.own)
    for part in concept.parts:
        concept.add(part, PART)
    for joined in forms.joined_parts(word):
        concept.add(joined, JOINED_PARTS)
    for other, strength in tuning.synonyms.get((word,), {}).items():
        concept.add(forms.phrase(other), EQUAL_WORD if strength == EQUAL else RELATED_WORD)
    return concept


def _add_phrases(typed: list[str], concepts: dict[str, Concept], tuning: Tuning) -> None:
    """Give the words of a known phrase ('mental health care') its synonyms ('GGZ')."""
    known = tuning.synonyms
    for start in range(len(typed)):
        for length in range(2, LONGEST_PHRASE + 1):
            phrase: Phrase = tuple(typed[start : start + length])
            for other, strength in known.get(phrase, {}).items() if len(phrase) == length else ():
                likeness = EQUAL_WORD if strength == EQUAL else RELATED_WORD
                for word in phrase:
                    if word in concepts:
                        concepts[word].add(forms.phrase(other), likeness)
