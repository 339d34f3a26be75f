"""Which rows of reference data are an editor's: whoever changed or deleted a row has the last word on it.

The audit tells: every change that `load_reference` makes carries its name, so a change without it is somebody's own.
"""

from collections.abc import Sequence
from typing import Any

from django.db import models

COMMAND = "load_reference"


def events_of_others(model: type[models.Model], command: str) -> models.QuerySet:
    """Return the changes of `model` that were made without `command`."""
    # A change that no command made has no such key; comparing alone would then say neither yes nor no.
    own = models.Q(pgh_context__metadata__has_key="command", pgh_context__metadata__command=command)
    return model.pgh_event_model.objects.filter(models.Q(pgh_context=None) | ~own)


def changed_by_editors(model: type[models.Model], pks: Sequence[int], *, command: str = COMMAND) -> set[int]:
    """Return which of these rows somebody else than the command changed."""
    changes = events_of_others(model, command).filter(pgh_label="update", pgh_obj_id__in=pks)
    return set(changes.values_list("pgh_obj_id", flat=True))


def deleted_by_editors(
    model: type[models.Model], key: Sequence[str], *, command: str = COMMAND
) -> set[tuple[Any, ...]]:
    """Return the keys of rows that somebody else than the command deleted."""
    return set(events_of_others(model, command).filter(pgh_label="delete").values_list(*key))
