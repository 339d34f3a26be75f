"""How a collection becomes a search document: what its maker wrote. What is in it is found by itself."""

from collections.abc import Iterator, Sequence

from projects.models import Collection
from projects.search.coverage import RegionMap
from projects.search.document import Document
from projects.search.kinds import Kind


def of_collections(pks: Sequence[int], regions: RegionMap) -> Iterator[Document]:
    """Give the documents of the public collections among `pks`."""
    for one in Collection.objects.public().filter(pk__in=pks):
        yield Document.of(
            {"A": [one.title], "C": [one.text]},
            kind="collection",
            object_id=one.pk,
            keys=[],
            published_at=one.created_at,
        )


COLLECTIONS = Kind("collection", Collection.objects.public, of_collections)
