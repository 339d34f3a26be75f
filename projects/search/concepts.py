"""What somebody means: each word that was typed becomes a concept, with the other forms it may have in a text."""

import re
from dataclasses import dataclass, field

from projects.search.analysis import MAX_QUERY_CHARACTERS, STOP_WORDS, stem, words
from projects.search.compounds import parts
from projects.search.synonyms import EQUAL, LONGEST_PHRASE, Phrase
from projects.search.tuning import Tuning, current

MOST_CONCEPTS = 24
MOST_VARIANTS = 10
FEW_CONCEPTS = 6
"""Up to so many words also reach longer ones that begin with them; a whole sentence has enough to go by."""
OWN, PART, EQUAL_WORD, RELATED_WORD, BEGINNING = 1.0, 0.6, 0.6, 0.3, 0.4
FILLER_WEIGHT = 0.3
SHORTEST_BEGINNING = 4
QUOTED = re.compile(r'"([^"]{1,200})"')
EXCLUDED = re.compile(r"(?:^|\s)-(\w[\w-]*)")


@dataclass
class Concept:
    """One thing that is asked for: its forms (as PostgreSQL writes a tsquery), each with its weight."""

    words: Phrase
    weight: float = 1.0
    variants: dict[str, float] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    """Those of the forms that are only a part of the word; how far one means the same depends on how telling it is."""

    def add(self, query: str, weight: float) -> None:
        """Add a form, unless it is there with a higher weight or there are enough."""
        if query and (len(self.variants) < MOST_VARIANTS or query in self.variants):
            self.variants[query] = max(weight, self.variants.get(query, 0.0))


@dataclass
class Meaning:
    """A question in parts: what is looked for, what must stand literally, and what must not be there."""

    concepts: list[Concept]
    required: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)


def phrase_query(phrase: Phrase) -> str:
    """Return the tsquery of words that stand next to each other; stop words between them keep their place."""
    query, distance = "", 1
    for word in phrase:
        if word in STOP_WORDS:
            distance += 1
            continue
        query += f" <{distance}> '{stem(word)}'" if query else f"'{stem(word)}'"
        distance = 1
    return query


def understand(text: str) -> Meaning:
    """Return what `text` means; at most MOST_CONCEPTS concepts, taken from its beginning."""
    if not text.strip():
        return Meaning([])
    text, tuning = text[:MAX_QUERY_CHARACTERS], current()
    quoted = [phrase for match in QUOTED.findall(text) if (phrase := tuple(words(match)))]
    excluded = [word for match in EXCLUDED.findall(text) for word in words(match)]
    typed = words(EXCLUDED.sub(" ", text))
    telling = [word for word in dict.fromkeys(typed) if word not in tuning.stop]
    kept = (telling or list(dict.fromkeys(typed)))[:MOST_CONCEPTS]
    concepts = [_concept(word, tuning, beginnings=len(kept) <= FEW_CONCEPTS) for word in kept]
    _add_phrases(typed, {concept.words[0]: concept for concept in concepts}, tuning)
    required = [query for query in map(phrase_query, quoted) if query]
    return Meaning(concepts, required, [f"'{stem(word)}'" for word in excluded])


def _concept(word: str, tuning: Tuning, *, beginnings: bool) -> Concept:
    concept = Concept((word,), FILLER_WEIGHT if word in tuning.filler else 1.0)
    concept.add(f"'{stem(word)}'", OWN)
    concept.parts = tuple(f"'{stem(part)}'" for part in parts(word))
    if concept.parts:
        concept.add(" & ".join(concept.parts), PART)
    for part in concept.parts:
        concept.add(part, PART)
    for other, strength in tuning.synonyms.get((word,), {}).items():
        concept.add(phrase_query(other), EQUAL_WORD if strength == EQUAL else RELATED_WORD)
    if beginnings and len(stem(word)) >= SHORTEST_BEGINNING:
        concept.add(f"'{stem(word)}':*", BEGINNING)
    return concept


def _add_phrases(typed: list[str], concepts: dict[str, Concept], tuning: Tuning) -> None:
    """Give the words of a known phrase ('mental health care') its synonyms ('GGZ')."""
    for start in range(len(typed)):
        for length in range(2, LONGEST_PHRASE + 1):
            phrase = tuple(typed[start : start + length])
            for other, strength in tuning.synonyms.get(phrase, {}).items() if len(phrase) == length else ():
                weight = EQUAL_WORD if strength == EQUAL else RELATED_WORD
                for word in phrase:
                    if word in concepts:
                        concepts[word].add(phrase_query(other), weight)
