"""Make embeddings of projects, and keep them equal to their texts."""

import hashlib
import logging
from collections.abc import Callable, Collection, Iterable, Sequence

import numpy as np
from django.db import transaction

from projects.models import Project
from projects.search import generation
from projects.search.embeddings import encoder
from projects.search.embeddings.table import SearchEmbedding

KIND = "project"
MOST = 10_000
"""Projects beyond which embeddings stay off: every question is compared with all of them."""
WORDS, CHARACTERS = 60, 600
"""The part of a text that is read: title, summary and the beginning of the rest. Time grows with its length."""
FEW = 10
"""Embeddings made while somebody waits; more at once, as in an import, are left to `rebuild_search`."""
BATCH = 50
TYPE = np.dtype("<f2")
logger = logging.getLogger(__name__)


def follow(kind: str, pks: Iterable[int]) -> None:
    """Bring the embeddings of these objects up to date once the running transaction is done.

    After it and not in it: who writes the index waits for nobody's language model, and an embedding that is late or
    fails takes nothing away from what the words find.
    """
    if kind == KIND and encoder.is_on():
        pks = list(pks)

        def renew() -> None:
            _renew_few(pks)

        # A function with a name: that is what Django logs when it fails.
        transaction.on_commit(renew, robust=True)


def forget(kind: str, pks: Collection[int]) -> None:
    """Remove the embeddings of objects that are about to be deleted, also where embeddings are off now."""
    if kind == KIND:
        SearchEmbedding.objects.filter(kind=kind, object_id__in=pks).delete()


def to_do() -> int:
    """Return how many projects `complete` looks at."""
    number = Project.objects.published().count() if encoder.is_on() else 0
    if number > MOST:
        logger.warning("Embeddings stay off: they serve up to %d projects, and there are %d.", MOST, number)
        return 0
    return number


def complete(progress: Callable[[int], object]) -> int:
    """Make the embeddings that are missing or of another text, remove those of what is gone; return how many were made.

    Each batch is a transaction, so that an interruption costs little. `progress` is called with the number of projects
    looked at since the last call.
    """
    published = list(Project.objects.published().order_by("pk").values_list("pk", flat=True)) if to_do() else []
    if not published:
        return 0
    made = 0
    for start in range(0, len(published), BATCH):
        chunk = published[start : start + BATCH]
        made += _renew(_outdated(chunk))
        progress(len(chunk))
    SearchEmbedding.objects.filter(kind=KIND).exclude(object_id__in=published).delete()
    return made


def _renew_few(pks: Sequence[int]) -> None:
    forget(KIND, set(pks) - set(Project.objects.published().filter(pk__in=pks).values_list("pk", flat=True)))
    outdated = _outdated(pks)
    if len(outdated) <= FEW:
        _renew(outdated)
    else:
        logger.info("Embeddings of %d projects are left to rebuild_search.", len(outdated))


def _outdated(pks: Sequence[int]) -> dict[int, str]:
    """Return the texts of those published projects that have no embedding of that text yet."""
    rows = SearchEmbedding.objects.filter(kind=KIND, object_id__in=pks, model=encoder.MODEL)
    known = dict(rows.values_list("object_id", "text_hash"))
    texts = {project.pk: _text(project) for project in Project.objects.published().filter(pk__in=pks)}
    return {pk: text for pk, text in texts.items() if known.get(pk) != _hash(text)}


def _renew(texts: dict[int, str]) -> int:
    if texts:
        vectors = encoder.of_texts(list(texts.values())).astype(TYPE)
        rows = [_row(pk, text, vector) for (pk, text), vector in zip(texts.items(), vectors, strict=True)]
        with transaction.atomic():
            SearchEmbedding.objects.bulk_create(
                rows,
                update_conflicts=True,
                unique_fields=["kind", "object_id"],
                update_fields=["vector", "text_hash", "model"],
            )
            generation.advance_on_commit()
    return len(texts)


def _row(pk: int, text: str, vector: np.ndarray) -> SearchEmbedding:
    return SearchEmbedding(kind=KIND, object_id=pk, vector=vector.tobytes(), text_hash=_hash(text), model=encoder.MODEL)


def _text(project: Project) -> str:
    told = (project.summary, project.problem, project.approach, project.results)
    return encoder.shortened(f"{project.title}. {' '.join(told)}", WORDS, CHARACTERS)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
