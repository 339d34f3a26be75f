"""What is comparable to a text or to a project: what shares telling words with it, and what both are about."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from projects.search.analysis import STOP_WORDS, WORD, stems_of, words
from projects.search.bm25 import rarity
from projects.search.concepts import MOST_CHARACTERS
from projects.search.engine import Answer, Question
from projects.search.facets import names_of
from projects.search.reasons import How, Reason
from projects.search.shelf import Shelf
from projects.search.tuning import current
from vindplaats.text import fold

# What two projects share counts by how much it says: a theme or a condition more than a whole sector.
WEIGHTS = {"thema": 3, "aandoening": 3, "technologie": 3, "toepassing": 3, "programma": 2, "doelgroep": 2, "sector": 1}
FACETS_SHARE = 0.5
"""What shared facets count next to shared words."""
LESSON_FACETS_SHARE = 0.2
LEAST_ALIKE = 0.25
"""The least likeness, next to the most alike, at which a project is worth showing."""
MOST_POSTINGS = 250_000
"""For the page of a project: what stands in most projects tells nothing about which are like this one."""
MOST_WORDS = 8
BEFORE_A_SENTENCE = ".!?:\n"
SHARED = (How.TYPED, How.READ_AS, How.OTHER, How.ALL_PARTS)


@dataclass(frozen=True)
class Comparable:
    """An object that is comparable to a text, and why: the words they share and what both are about."""

    object_id: int
    score: float
    words: tuple[str, ...] = ()
    """Words of the text, as it writes them, that the object answers; the most telling first."""
    facets: tuple[str, ...] = ()
    """Facet keys of the object, such as 'thema:beeldzorg', that the text names too."""


def comparable_to_text(text: str, *, most: int = 20) -> list[Comparable]:
    """Return at most `most` projects that are comparable to a plan, the most alike first."""
    if not text.strip():
        return []
    answer = Answer("project", Question(text))
    hits = answer.hits(0, most)
    why = answer.why(hit.object_id for hit in hits)
    named, written = _stems(text), _as_written(text)
    return [
        Comparable(
            hit.object_id,
            hit.score or 0.0,
            _words(why.get(hit.object_id, ()), written),
            _facets(answer, hit.object_id, named),
        )
        for hit in hits
    ]


def similar_projects(pk: int, text: str, *, most: int = 5) -> list[int]:
    """Return the ids of at most `most` projects comparable to project `pk`, of which `text` tells what it is about.

    Words count as in a search; each shared facet counts by kind and by rarity (inverse document frequency, Spärck
    Jones 1972): that both are about heart failure says more than that both are digital.
    """
    answer = Answer("project", Question(text, literal=True, most=MOST_POSTINGS))
    place = _place(answer.shelf, pk)
    if place is None:
        return []
    alike = _normal(answer.scores()) + FACETS_SHARE * _normal(_shared(answer.shelf, place))
    alike[place] = 0
    alike[~answer.shelf.live] = 0
    best = np.argpartition(-alike, most)[:most] if len(alike) > most else np.arange(len(alike))
    best = best[np.lexsort((-best, -alike[best]))]
    least = LEAST_ALIKE * (1 + FACETS_SHARE)
    return [int(answer.shelf.columns.ids[one]) for one in best if alike[one] >= least]


def similar_lessons(pk: int, text: str, *, without: Collection[int] = (), most: int = 5) -> list[int]:
    """Return the ids of at most `most` lessons that say something like lesson `pk`, of which `text` is what it says.

    `without` are lessons that are no other one. Words count for more here than for projects: most of the facets are
    those of the project, which is about more than one lesson.
    """
    return [one for one, _likeness in alike_lessons(pk, text, without=without, most=most)]


def alike_lessons(
    pk: int, text: str, *, without: Collection[int] = (), most: int = 5, least: float = LEAST_ALIKE
) -> list[tuple[int, float]]:
    """The same, with how alike they are next to the most alike one: from `least` up to 1 + LESSON_FACETS_SHARE."""
    answer = Answer("lesson", Question(text, literal=True, most=MOST_POSTINGS))
    shelf, place = answer.shelf, _place(answer.shelf, pk)
    score = answer.scores().copy()
    others = shelf.live.copy()
    others[shelf.places_of({pk, *without})] = False
    score[~others] = 0
    highest = float(score.max()) if len(score) else 0.0
    if highest <= 0:
        return []
    shared = _shared(shelf, place) if place is not None else np.zeros(len(score), np.float32)
    alike = np.where(score > 0, score / highest + LESSON_FACETS_SHARE * _normal(shared), 0)
    alike[~others] = 0
    best = np.argpartition(-alike, most)[:most] if len(alike) > most else np.arange(len(alike))
    best = best[np.lexsort((-best, -alike[best]))]
    return [(int(shelf.columns.ids[one]), float(alike[one])) for one in best if alike[one] >= least]


def _shared(shelf: Shelf, place: int) -> np.ndarray:
    """Return for each place what the facets are worth that it shares with the document at `place`."""
    keys = [key for key in shelf.keys_at(place) if key.partition(":")[0] in WEIGHTS]
    shared = np.zeros(len(shelf.columns.ids), np.float32)
    for key in keys:
        places = shelf.places_with(key)
        shared[places] += WEIGHTS[key.partition(":")[0]] * rarity(len(places), shelf.total)
    return shared


def _normal(values: np.ndarray) -> np.ndarray:
    """Return the values as shares of the highest, not counting the best one: that is the project itself."""
    highest = float(np.partition(values, -2)[-2]) if len(values) > 1 else 0.0
    return np.minimum(values / highest, 1.0) if highest > 0 else np.zeros(len(values))


def _place(shelf: Shelf, pk: int) -> int | None:
    found = shelf.places_of([pk])
    return int(found[0]) if len(found) else None


def _words(why: Iterable[Reason], written: Mapping[str, str]) -> tuple[str, ...]:
    """Return the shared words that tell something, as the text writes them: what is only like a word is left out."""
    filler = current().filler
    telling = [one.word for one in why if one.how in SHARED and one.word not in filler and not one.word.isdigit()]
    return tuple(written.get(word, word) for word in telling[:MOST_WORDS])


def _as_written(text: str) -> dict[str, str]:
    """Return the first spelling of each folded word of a text, without the capital that a sentence begins with."""
    found: dict[str, str] = {}
    end = 0
    for match in WORD.finditer(text[:MOST_CHARACTERS]):
        spelling, between = match.group(), text[end : match.start()]
        begins = not end or any(sign in between for sign in BEFORE_A_SENTENCE)
        found.setdefault(fold(spelling), spelling.lower() if begins and spelling[1:].islower() else spelling)
        end = match.end()
    return found


def _stems(text: str) -> set[str]:
    return {stem for word in words(text) if word not in STOP_WORDS for stem in stems_of(word)}


def _facets(answer: Answer, pk: int, named: set[str]) -> tuple[str, ...]:
    """Return those facet keys of an object of which the text holds every word of the name."""
    place = _place(answer.shelf, pk)
    keys = [key for key in answer.shelf.keys_at(place) if key.partition(":")[0] in WEIGHTS] if place is not None else []
    names = names_of(keys)
    return tuple(key for key in keys if _stems_of_name(names.get(key, "")) <= named and names.get(key))


def _stems_of_name(name: str) -> set[str]:
    return {stems_of(word)[0] for word in words(name) if word not in STOP_WORDS}
