"""Pages that nobody confirmed in time stand lower: what is kept true comes first."""

import numpy as np

from projects.models import Project
from projects.search.segments import EMPTY
from projects.search.shelf import Shelf, shelf

OUTDATED = "verouderd:ja"
"""The facet key of what may be outdated; the documents of a project's lessons and resources have it too."""
FACTOR = np.float32(0.8)
"""How much of its score such a page keeps: enough to find it first when it answers clearly better than the others."""


def keys(project: Project) -> list[str]:
    """Return the key for a project that may be outdated on the day that it is indexed."""
    return [OUTDATED] if project.may_be_outdated else []


def lower(scores: np.ndarray, shelf: Shelf) -> None:
    """Lower the scores, by place, of what may be outdated."""
    scores[shelf.having([OUTDATED])] *= FACTOR


def indexed_as_outdated() -> set[int]:
    """Return the ids of the projects that the index holds as possibly outdated."""
    held = shelf("project")
    return set(held.columns.ids[held.having([OUTDATED])].tolist()) - {EMPTY}
