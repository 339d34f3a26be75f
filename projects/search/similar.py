"""Which projects are comparable: those that share what is telling about a project."""

from projects.search.models import SearchDocument

# What two projects share counts by how much it says: a theme or a condition more than a whole sector.
WEIGHTS = {"thema": 3, "aandoening": 3, "technologie": 3, "toepassing": 3, "programma": 2, "doelgroep": 2, "sector": 1}
MOST_CANDIDATES = 400
LEAST_SHARED = 4


def similar_projects(pk: int, *, most: int = 5) -> list[int]:
    """Return the ids of at most `most` comparable projects, the most alike first.

    Bounded by construction: of all that share a theme only the newest MOST_CANDIDATES are weighed.
    """
    documents = SearchDocument.objects.of_kind("project")
    own = documents.filter(object_id=pk).values_list("facets", flat=True).first() or []
    telling = {key for key in own if _weight(key)}
    themes = [key for key in telling if key.startswith(("thema:", "aandoening:"))]
    if not themes:
        return []
    found = documents.filter(facets__overlap=themes).exclude(object_id=pk).newest_first()
    scored = [
        (sum(map(_weight, telling.intersection(facets))), other)
        for other, facets in found.values_list("object_id", "facets")[:MOST_CANDIDATES]
    ]
    best = sorted((pair for pair in scored if pair[0] >= LEAST_SHARED), key=lambda pair: -pair[0])
    return [other for _score, other in best[:most]]


def _weight(key: str) -> int:
    return WEIGHTS.get(key.partition(":")[0], 0)
