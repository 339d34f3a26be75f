"""What each concept of a question says among the documents of a kind, and where its forms stand."""

from collections.abc import Iterable

from projects.search import forms, postings, respelling
from projects.search.bm25 import rarity
from projects.search.concepts import FEW_CONCEPTS, MOST_CONCEPTS, Concept, Meaning, understand
from projects.search.forms import Form
from projects.search.phrases import MOST_SYNONYMS
from projects.search.postings import Found
from projects.search.scoring import Weighed, together
from projects.search.sources import Source

LONGER_WORD = 0.3
"""Of a few words; a whole sentence has enough to go by."""
COMMON = 500
"""A word in more documents than this is found enough without longer words that hold it."""
MOST_POSTINGS = 1_500_000
"""What one question may read: the most telling forms come first."""


def weigh(meaning: Meaning, source: Source, *, literal: bool = False, most: int = MOST_POSTINGS) -> list[Weighed]:
    """Return the concepts that count, by at most so many postings; `literal` reads no word as another."""
    chosen, numbers = _most_telling(meaning.concepts, source)
    if len(chosen) <= FEW_CONCEPTS and (longer := _add_longer(chosen, numbers, source)):
        numbers |= _numbers(source, longer)
    weighed = [_weighed(concept, numbers, source) for concept in chosen]
    if not literal:
        weighed = respelling.respell(weighed, source, lambda word: _known(word, source))
    # A word that nobody wrote is rarer than any other, but says no more than the most telling one that somebody did.
    highest = max((one.weight for one in weighed if one.likeness), default=0.0)
    for one in weighed:
        one.weight = min(one.weight, highest)
    find(weighed, source, numbers, most)
    return weighed


def _most_telling(concepts: list[Concept], source: Source) -> tuple[list[Concept], dict[str, int]]:
    """Return the concepts that are looked for, and in how many documents the stems of their forms stand."""
    few = len(concepts) <= MOST_CONCEPTS
    discreet = len(concepts) > FEW_CONCEPTS
    looked_for = (form for one in concepts for form in (one.variants if few else [one.own]))
    numbers = _numbers(source, looked_for, discreet=discreet)
    chosen = sorted(concepts, key=lambda one: -_telling(one, numbers, source))[:MOST_CONCEPTS]
    if not few:
        numbers |= _numbers(source, (form for one in chosen for form in one.variants), discreet=discreet)
    return chosen, numbers


def _known(word: str, source: Source) -> Weighed | None:
    """Return the concept of a known word; None when nothing of this kind holds it."""
    meant = understand(word).concepts[0]
    known = _weighed(meant, _numbers(source, meant.variants), source)
    return known if forms.word(word) in known.likeness else None


def find(concepts: list[Weighed], source: Source, numbers: dict[str, int], most: int) -> None:
    """Read where the forms stand, and give each concept the forms that stand somewhere.

    `numbers` tells in how many documents a stem stands; those of a word that was read as another are added.
    """
    forms_ = {form: None for one in concepts for form in one.likeness}
    wanted = {stem: None for form in forms_ for stem in form.stems}
    known = numbers | _numbers(source, (form for form in forms_ if not numbers.keys() >= set(form.stems)))
    read = source.read(_affordable(wanted, known, most)) if wanted else {}
    # Words of one phrase share its synonyms: each is looked for once.
    found = {form: _of(form, read, source) for form in forms_}
    for concept in concepts:
        concept.found = {form: found[form] for form in concept.likeness if found[form].number}


def _of(form: Form, read: dict[str, Found], source: Source) -> Found:
    found = [read.get(stem, postings.NOWHERE) for stem in form.stems]
    if len(found) == 1:
        return found[0]
    both = together(found)
    return source.together(form, both, most=MOST_SYNONYMS) if form.distances and both.number else both


def _affordable(stems: Iterable[str], numbers: dict[str, int], most: int) -> list[str]:
    """Return the stems to read: all, unless together they stand in more places than a question may read."""
    left, kept = most, []
    for stem in sorted((one for one in stems if one in numbers), key=numbers.__getitem__):
        left -= numbers[stem]
        if left < 0:
            break
        kept.append(stem)
    return kept


def _numbers(source: Source, given: Iterable[Form], *, discreet: bool = False) -> dict[str, int]:
    stems = {stem for form in given for stem in form.stems}
    return source.numbers(stems, discreet=discreet) if stems else {}


def _occurrences(form: Form, numbers: dict[str, int]) -> int:
    """Return in how many documents a form can stand at most."""
    return min(numbers.get(stem, 0) for stem in form.stems)


def _telling(concept: Concept, numbers: dict[str, int], source: Source) -> float:
    """Return how much a word says about a long text: rare words more, and words that come back."""
    return concept.weight * rarity(_occurrences(concept.own, numbers), source.total) * (1 + 0.5 * (concept.times > 1))


def _add_longer(concepts: list[Concept], numbers: dict[str, int], source: Source) -> list[Form]:
    """Give rare words the longer ones that hold them; return those forms."""
    rare = {stem for concept in concepts for stem in concept.own.stems if numbers.get(stem, 0) <= COMMON}
    found = source.longer(rare)
    added = {concept.word: list(map(forms.longer, found.get(concept.own.stems[0], ()))) for concept in concepts}
    for concept in concepts:
        for form in added[concept.word]:
            concept.variants.setdefault(form, LONGER_WORD)
    return [form for some in added.values() for form in some]


def _weighed(concept: Concept, numbers: dict[str, int], source: Source) -> Weighed:
    likeness = {form: like for form, like in concept.variants.items() if _occurrences(form, numbers)}
    likeness |= _shares(concept, likeness, numbers, source)
    telling = next(iter(likeness), concept.own)
    weight = concept.weight * rarity(_occurrences(telling, numbers), source.total)
    return Weighed(concept.word, weight, likeness, only_parts=concept.is_part(likeness))


def _shares(
    concept: Concept, likeness: dict[Form, float], numbers: dict[str, int], source: Source
) -> dict[Form, float]:
    """Divide the likeness of a part over the parts by their rarity: 'zorg' alone says little about 'logeerzorg'."""
    rarities = {part: rarity(_occurrences(part, numbers), source.total) for part in concept.parts}
    whole = sum(rarities.values())
    return {part: likeness[part] * rarities[part] / whole for part in concept.parts if part in likeness and whole}
