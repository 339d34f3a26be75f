"""Who changed what and when: one way to have a model audited, by triggers that bulk changes cannot pass by."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pghistory
from django.db import models
from pghistory import runtime


def audited(model: type[models.Model]) -> type[models.Model]:
    """Class decorator: each insert, update and delete leaves a row in the model's event table.

    Columns that the database computes itself are left out: they follow from the others.
    """
    return audited_except()(model)


def audited_except(*left_out: str) -> Callable[[type[models.Model]], type[models.Model]]:
    """Return `audited` for a model whose fields `left_out` are not kept: secrets, and texts kept elsewhere."""

    def track(model: type[models.Model]) -> type[models.Model]:
        computed = [field.name for field in model._meta.local_fields if field.generated]
        # Trackers remember the model they were set up for, so each model gets its own.
        trackers = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
        return pghistory.track(*trackers, exclude=[*computed, *left_out])(model)

    return track


def audited_links(through: type[models.Model], name: str, module: str) -> type[models.Model]:
    """Return an audited proxy of an automatic many-to-many table, so that adding and removing links is kept too."""
    meta = type("Meta", (), {"proxy": True, "app_label": through._meta.app_label})
    proxy = type(name, (through,), {"__module__": module, "Meta": meta})
    return pghistory.track(pghistory.InsertEvent(), pghistory.DeleteEvent(), obj_field=None)(proxy)


@contextmanager
def acting(*, user: Any = None, **what: Any) -> Iterator[None]:
    """Say for all changes inside on whose behalf they are made and what made them (action, command, file, reason).

    Inside a request or another `acting` this adds to what was said there, for its own changes only: a reason does not
    stick to what else the request changes. (pghistory itself would overwrite what the whole request said.)
    """
    said = {**what, "user": user.pk} if user else what
    outer = getattr(runtime._tracker, "value", None)
    if outer is None:
        with pghistory.context(**said):
            yield
        return
    if said.items() <= outer.metadata.items():
        yield
        return
    runtime._tracker.value = runtime.Context(id=uuid.uuid4(), metadata={**outer.metadata, **said})
    try:
        yield
    finally:
        runtime._tracker.value = outer
