"""Keep the search documents equal to the registry, inside the transaction that changes it."""

from collections.abc import Callable, Iterable, Sequence

from django.db import transaction

from projects.models import Lesson, Project
from projects.search import generation
from projects.search.coverage import RegionMap
from projects.search.documents import SOURCES
from projects.search.models import SearchDocument
from projects.search.writing import write

BATCH = 500


def index(kind: str, pks: Iterable[int]) -> None:
    """Make, renew or remove the documents of these objects; lessons follow their project.

    Call it in the transaction of the change, so that a search never finds what is not there. Objects that are not
    (or no longer) published lose their document.
    """
    regions = RegionMap()
    for chunk in _chunks(pks):
        _index_chunk(kind, chunk, regions)
    generation.advance_on_commit()


def forget(kind: str, pks: Iterable[int]) -> None:
    """Remove the documents of objects that are about to be deleted."""
    SearchDocument.objects.filter(kind=kind, object_id__in=list(pks)).delete()
    generation.advance_on_commit()


def rebuild(progress: Callable[[int], object]) -> int:
    """Renew all documents, a batch a transaction, while the old ones serve; return how many projects there are.

    `progress` is called with the number of projects done since the last call.
    """
    done = 0
    for chunk in _chunks(Project.objects.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            index("project", chunk)
        done += len(chunk)
        progress(len(chunk))
    _remove_orphans()
    return done


def _index_chunk(kind: str, pks: Sequence[int], regions: RegionMap) -> None:
    documents = list(SOURCES[kind](pks, regions))
    write(documents)
    there = {(document.kind, document.object_id) for document in documents}
    meant = {kind: pks}
    if kind == "project":
        meant["lesson"] = Lesson.objects.filter(project__in=pks).values_list("pk", flat=True)
    for name, ids in meant.items():
        if gone := [pk for pk in ids if (name, pk) not in there]:
            SearchDocument.objects.filter(kind=name, object_id__in=gone).delete()


def _remove_orphans() -> None:
    with transaction.atomic():
        for kind, model in (("project", Project), ("lesson", Lesson)):
            there = model.objects.published().values("pk")
            SearchDocument.objects.filter(kind=kind).exclude(object_id__in=there).delete()
        generation.advance_on_commit()


def _chunks(pks: Iterable[int]) -> Iterable[list[int]]:
    iterator = iter(pks)
    while chunk := [pk for _, pk in zip(range(BATCH), iterator, strict=False)]:
        yield chunk
