"""Keep the index equal to the registry, inside the transaction that changes it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from projects import hooks
from projects.search import editions, generation, kinds, suggestions
from projects.search.coverage import RegionLookup, RegionMap
from projects.search.embeddings import making
from projects.search.models import SearchDocument, SearchEdition
from projects.search.pending import Pending
from projects.search.vocabulary import learning
from projects.search.writing import write

BATCH = 500
FEW = 5


def index(kind: str, pks: Iterable[int]) -> None:
    """Make, renew or remove the documents of these objects; what hangs on them, such as lessons, follows.

    Call it in the transaction of the change, so that a search never finds what is not there. Objects that are not
    (or no longer) published lose their document.
    """
    pks = list(pks)
    regions = RegionMap() if len(pks) > FEW else RegionLookup()
    for chunk in _chunks(pks):
        with editions.written() as (written, pending):
            for name, ids in [(kind, chunk), *kinds.get(kind).beside(chunk).items()]:
                if ids:
                    pending.send()
                    words = _index_chunk(name, ids, regions, written, pending)
                    pending.add(*learning(words))
        suggestions.renew(kind, chunk)
        making.follow(kind, chunk)
    generation.advance_on_commit()


def forget(kind: str, pks: Iterable[int]) -> None:
    """Remove the documents of objects that are about to be deleted."""
    pks = list(pks)
    if pks:
        with editions.written() as (written, pending):
            for edition in written:
                write(edition, pending, [], gone={kind: pks})
    making.forget(kind, pks)
    generation.advance_on_commit()


def rebuild(progress: Callable[[int], object]) -> int:
    """Make a new index beside the one that serves, and serve from it when it is complete; return how many were done.

    Each batch is a transaction. After an interruption the next rebuild goes on where this one was, and what changes
    meanwhile is written to both. `progress` is called with the number of objects done since the last call.
    """
    with transaction.atomic():
        edition = editions.under_construction()
    regions, done = RegionMap(), 0
    # Leaders first: what follows them is done with them, and only what stands alone is left.
    for kind in sorted(kinds.all_(), key=lambda one: one.leader != ""):
        for chunk in _chunks(_missing(edition, kind)):
            with transaction.atomic():
                editions.lock()
                pending = Pending()
                words = _index_chunk(kind.name, chunk, regions, [edition], pending)
                pending.send()
                if _learn(words):
                    editions.renumber()
            done += len(chunk)
            progress(len(chunk))
    with transaction.atomic():
        editions.activate(edition)
        generation.advance_on_commit()
    suggestions.rebuild()
    return done


def to_do() -> int:
    """Return how many objects a rebuild makes documents of, what follows another not counted."""
    return sum(kind.published().count() for kind in kinds.all_() if not kind.leader)


def _missing(edition: SearchEdition, kind: kinds.Kind) -> Iterable[int]:
    """Return the ids of published objects that this edition holds no document of."""
    there = SearchDocument.objects.filter(edition=edition.pk, kind=kind.name, object_id=OuterRef("pk"))
    return kind.published().filter(~Exists(there)).order_by("pk").values_list("pk", flat=True)


def _learn(words: Iterable[Collection[str]]) -> bool:
    """Remember these words, and tell whether there was a new one."""
    with connection.cursor() as cursor:
        cursor.execute(*learning(words))
        return cursor.rowcount > 0


def _index_chunk(
    kind: str, pks: Sequence[int], regions: RegionMap, written: Sequence[SearchEdition], pending: Pending
) -> list[Collection[str]]:
    """Write the documents of these objects, part of it still `pending`, and return the words of each.

    What stands in the index that serves for the first time is told to who wants to hear of it, projects first.
    """
    documents = list(kinds.get(kind).documents(pks, regions))
    # What hangs on a published object has its document with that of the object.
    left = list(set(pks).difference(document.object_id for document in documents if document.kind == kind))
    followers = [name for name in kinds.get(kind).with_followers() if name != kind]
    gone = {kind: left, **{name: kinds.get(name).following(left) for name in followers}} if left else {}
    for edition in written:
        new = write(edition, pending, documents, gone)
        if new and edition.state == SearchEdition.State.ACTIVE:
            pending.send()
            for name, ids in new.items():
                hooks.appeared(name, ids)
    return [document.words for document in documents]


def _chunks(pks: Iterable[int]) -> Iterator[list[int]]:
    iterator = iter(pks)
    while chunk := [pk for _, pk in zip(range(BATCH), iterator, strict=False)]:
        yield chunk
