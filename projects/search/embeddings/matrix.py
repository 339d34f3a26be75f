"""All embeddings as one matrix, as this process holds it: read once, and again only after a change of the index."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from django.db import connection

from projects.search import generation
from projects.search.embeddings import encoder
from projects.search.embeddings.making import KIND, MOST, TYPE
from projects.search.embeddings.table import SearchEmbedding


@dataclass(frozen=True)
class Matrix:
    """The directions of all projects that have one, seen from their middle.

    The model puts all texts in a narrow cone; from the middle of it the differences between them are clear.
    """

    ids: np.ndarray
    """In order."""
    rows: np.ndarray
    middle: np.ndarray

    @classmethod
    def empty(cls) -> Self:
        """Return the matrix of no projects."""
        return cls(np.zeros(0, np.int64), np.zeros((0, encoder.SIZE), np.float32), np.zeros(encoder.SIZE, np.float32))

    @classmethod
    def made_of(cls, ids: list[int], vectors: np.ndarray) -> Self:
        """Return the matrix of these projects, of which the vectors are as the model gave them."""
        middle = vectors.mean(axis=0)
        return cls(np.array(ids, np.int64), _directions(vectors - middle), middle)

    def direction(self, vector: np.ndarray) -> np.ndarray:
        """Return a vector of the model as a direction from the middle."""
        return _directions(vector[None].astype(np.float32) - self.middle)[0]

    def of(self, ids: np.ndarray) -> np.ndarray:
        """Return the directions of these projects, zeros for one without."""
        where, known = self._find(ids)
        return self.rows[where] * known[:, None]

    def likeness(self, direction: np.ndarray, ids: np.ndarray) -> np.ndarray:
        """Return for each of these projects how alike it is to a direction; NaN for one without an embedding."""
        where, known = self._find(ids)
        return np.where(known, (self.rows @ direction)[where], np.float32(np.nan))

    def _find(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the row of each id, and whether it has one."""
        where = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return where, self.ids[where] == ids


_held: dict[str, tuple[int, Matrix]] = {}
"""By database: the number of the index under which it was read, and the matrix."""


def matrix() -> Matrix:
    """Return the embeddings as they are now; none when there are too many."""
    name, number = connection.settings_dict["NAME"], generation.current()
    kept = _held.get(name)
    if kept is None or kept[0] != number:
        kept = _held[name] = (number, _read())
    return kept[1]


def _read() -> Matrix:
    found = SearchEmbedding.objects.filter(kind=KIND, model=encoder.MODEL).order_by("object_id")
    rows = list(found.values_list("object_id", "vector")[: MOST + 1])
    if not rows or len(rows) > MOST:
        return Matrix.empty()
    numbers = np.frombuffer(b"".join(bytes(vector) for _pk, vector in rows), TYPE).astype(np.float32)
    return Matrix.made_of([pk for pk, _vector in rows], numbers.reshape(len(rows), encoder.SIZE))


def _directions(vectors: np.ndarray) -> np.ndarray:
    """Return vectors with length 1; one without a length stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths, lengths, 1)
