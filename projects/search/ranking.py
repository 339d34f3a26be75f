"""How well a document answers: rank of each concept times its rarity, and the share of all concepts that are found."""

from dataclasses import dataclass
from functools import reduce
from operator import add, or_

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, Expression, F, FloatField, Q, Value, When
from django.db.models.functions import Greatest

from projects.search.concepts import Concept, Meaning, understand
from projects.search.frequencies import Frequencies, frequencies
from projects.search.spelling import nearest

CONFIG = "simple"
"""Stems are made by our own analysis: PostgreSQL takes them as they are."""
BY_LOG_OF_LENGTH = 1
"""A flag of ts_rank: long texts hold every word sooner or later."""
LENIENCE = 0.2
"""Another form of a word counts for a little more of what is asked than it does for the order."""
FIRST_SHARE, NEXT_SHARE = 0.5, 0.35
"""The least share of what is asked for that an answer holds: half of one or two words, less of a whole sentence."""


@dataclass
class Weighed:
    """A concept as it counts: how much it says, and its forms that occur with what a hit of each is worth."""

    weight: float
    forms: dict[str, float]
    likeness: dict[str, float]
    """How far each form means what was asked, from 0 to 1."""
    word: str = ""
    read_as: str = ""
    """The word that it was taken for, when nobody wrote `word`."""


def query(text: str) -> SearchQuery:
    """Return the tsquery that `text` already is."""
    return SearchQuery(text, config=CONFIG, search_type="raw")


def weigh(meaning: Meaning, *, kind: str, literal: bool = False) -> list[Weighed]:
    """Return the concepts with their weights among documents of `kind`; `literal` leaves misspelt words as they are."""
    if not meaning.concepts:
        return []
    found = frequencies((form for concept in meaning.concepts for form in concept.variants), kind=kind)
    weighed = [_weighed(concept, found) for concept in meaning.concepts]
    if not literal:
        weighed = [one if one.forms else _respelt(one, kind) for one in weighed]
    # A word that nobody wrote is rarer than any other, but says no more than the most telling one that somebody did.
    most = max((one.weight for one in weighed if one.forms), default=0.0)
    for one in weighed:
        one.weight = min(one.weight, most)
    return weighed


def _weighed(concept: Concept, found: Frequencies) -> Weighed:
    likeness = {form: weight for form, weight in concept.variants.items() if found.occurs(form)}
    likeness |= _shares(concept, found, likeness)
    telling = next(iter(likeness or concept.variants))
    worth = {form: concept.weight * weight * found.rarity(form) for form, weight in likeness.items()}
    return Weighed(concept.weight * found.rarity(telling), worth, likeness, concept.words[0])


def _shares(concept: Concept, found: Frequencies, likeness: dict[str, float]) -> dict[str, float]:
    """Divide the weight of a part over the parts by their rarity: 'zorg' alone says little about 'logeerzorg'."""
    whole = sum(found.rarity(part) for part in concept.parts)
    return {part: likeness[part] * found.rarity(part) / whole for part in concept.parts if part in likeness and whole}


def _respelt(unknown: Weighed, kind: str) -> Weighed:
    """Return the concept of the nearest word that occurs, or the unknown one."""
    for word in nearest(unknown.word):
        meant = understand(word)
        known = _weighed(meant.concepts[0], frequencies(meant.concepts[0].variants, kind=kind))
        if known.forms:
            known.word, known.read_as = unknown.word, word
            return known
    return unknown


def any_form(concepts: list[Weighed]) -> Q:
    """Return the condition that at least one form of one concept occurs."""
    return reduce(or_, (Q(vector=query(form)) for concept in concepts for form in concept.forms), Q())


def score(concepts: list[Weighed]) -> Expression:
    """Return the sum over concepts of what its best form is worth in a document."""
    return reduce(add, (_best(concept) for concept in concepts if concept.forms))


def coverage(concepts: list[Weighed]) -> Expression:
    """Return the share, by weight, of the concepts that a document holds; a form counts as far as it means the same."""
    whole = sum(concept.weight for concept in concepts) or 1.0
    return reduce(add, (_held(concept) * Value(concept.weight / whole) for concept in concepts if concept.forms))


def least_coverage(concepts: list[Weighed]) -> float:
    """Return the share below which a document is no answer."""
    number = len(concepts)
    return FIRST_SHARE if number <= 2 else max(NEXT_SHARE * 3 / number, 0.12)


def _best(concept: Weighed) -> Expression:
    ranks = [
        SearchRank(F("vector"), query(form), normalization=Value(BY_LOG_OF_LENGTH)) * Value(weight)
        for form, weight in concept.forms.items()
    ]
    return Greatest(*ranks, output_field=FloatField()) if len(ranks) > 1 else ranks[0]


def _held(concept: Weighed) -> Expression:
    strongest = sorted(concept.likeness.items(), key=lambda item: -item[1])
    cases = [When(vector=query(form), then=Value(min(1.0, likeness + LENIENCE))) for form, likeness in strongest]
    return Case(*cases, default=Value(0.0), output_field=FloatField())
