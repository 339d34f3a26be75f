"""Which rows of reference data are an editor's: whoever changed or deleted a row has the last word on it.

The audit tells: every change that `load_reference` makes carries its name, so a change without it is somebody's own.
"""

from collections.abc import Sequence
from typing import Any

from django.db import models

COMMAND = "load_reference"


def _events(model: type[models.Model], label: str) -> models.QuerySet:
    own = models.Q(pgh_context__metadata__command=COMMAND)
    return model.pgh_event_model.objects.filter(pgh_label=label).filter(models.Q(pgh_context=None) | ~own)


def changed_by_editors(model: type[models.Model], pks: Sequence[int]) -> set[int]:
    """Return which of these rows somebody else than the command changed."""
    return set(_events(model, "update").filter(pgh_obj_id__in=pks).values_list("pgh_obj_id", flat=True))


def deleted_by_editors(model: type[models.Model], key: Sequence[str]) -> set[tuple[Any, ...]]:
    """Return the keys of rows that somebody else than the command deleted."""
    return set(_events(model, "delete").values_list(*key))
