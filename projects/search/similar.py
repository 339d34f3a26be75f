"""Which projects are comparable: those that share what is telling about a project."""

from dataclasses import dataclass
from math import log

from projects.search.counting import Counts, count
from projects.search.engine import Answer, Question
from projects.search.models import SearchDocument

# What two projects share counts by how much it says: a theme or a condition more than a whole sector.
WEIGHTS = {"thema": 3, "aandoening": 3, "technologie": 3, "toepassing": 3, "programma": 2, "doelgroep": 2, "sector": 1}
MOST_CANDIDATES = 400
LEAST_SHARED = 6.0


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
    found = Answer("project", Question(text)).ids(0, most)
    return [Comparable(pk, 1 / (place + 1)) for place, pk in enumerate(found)]


def similar_projects(pk: int, *, most: int = 5) -> list[int]:
    """Return the ids of at most `most` comparable projects, the most alike first.

    Each shared facet key counts by kind and by rarity (inverse document frequency, Spärck Jones 1972): that both use
    a heart-failure theme says more than that both are digital. Bounded by construction: of all that share a theme or
    condition only the newest MOST_CANDIDATES are weighed.
    """
    documents = SearchDocument.objects.of_kind("project")
    own = documents.filter(object_id=pk).values_list("facets", flat=True).first() or []
    weights = _weights(own, count(documents, {}, kind="project"))
    leading = [key for key in weights if key.startswith(("thema:", "aandoening:", "technologie:"))]
    if not leading:
        return []
    found = documents.filter(facets__overlap=leading).exclude(object_id=pk).newest_first()
    scored = [
        (sum(weights[key] for key in weights.keys() & set(facets)), other)
        for other, facets in found.values_list("object_id", "facets")[:MOST_CANDIDATES]
    ]
    best = sorted((pair for pair in scored if pair[0] >= LEAST_SHARED), key=lambda pair: -pair[0])
    return [other for _score, other in best[:most]]


def _weights(keys: list[str], counts: Counts) -> dict[str, float]:
    weighed = {}
    for key in keys:
        name, _, value = key.partition(":")
        if name in WEIGHTS:
            weighed[key] = WEIGHTS[name] * log((counts.total + 1) / (counts.of(name, value) + 0.5))
    return weighed
