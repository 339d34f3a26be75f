"""What tests ask of the search: what is found, and what stands in the index."""

from projects.search.coverage import REGION
from projects.search.engine import Answer, Question
from projects.search.models import SearchDocument
from projects.search.shelf import shelf


def found(text: str, kind: str = "project") -> set[int]:
    """Return the ids of the objects that answer `text` as it is spelled."""
    return set(Answer(kind, Question(text, literal=True)).ids(0, 1000))


def indexed(kind: str = "project") -> set[int]:
    """Return the ids of the objects that have a document."""
    return set(SearchDocument.objects.filter(kind=kind).values_list("object_id", flat=True))


def keys(kind: str = "project", pk: int | None = None) -> list[str]:
    """Return the facet keys of one object, or of the only one there is."""
    held = shelf(kind)
    (place,) = [place for place, one in enumerate(held.columns.ids.tolist()) if one and pk in (None, one)]
    return held.keys_at(place)


def regions(kind: str = "project", pk: int | None = None) -> list[str]:
    """Return the slugs of the regions that an object counts in."""
    return [key.partition(":")[2] for key in keys(kind, pk) if key.startswith(f"{REGION}:")]
