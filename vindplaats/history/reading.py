"""Find the audit rows of an object and of what belongs to it."""

from collections.abc import Iterable

from django.db import models
from pghistory.core import event_models
from pghistory.models import MiddlewareEvents


def events_of(thing: models.Model, belongings: Iterable[type[models.Model]]) -> models.QuerySet:
    """Return all changes to `thing` and to the rows of `belongings` that point to it, latest first.

    `thing` need not exist any more: only its class and primary key are used.
    """
    tables = [table for model in (type(thing), *belongings) for table in _tables(model)]
    return MiddlewareEvents.objects.across(*tables).references(thing).order_by("-pgh_created_at", "-pgh_id")


def link_tables(model: type[models.Model]) -> list[type[models.Model]]:
    """Return the tables that hold the many-to-many links of `model`, tags included."""
    return [field.remote_field.through for field in model._meta.many_to_many]


def _tables(model: type[models.Model]) -> list[type[models.Model]]:
    return event_models(tracks_model=model, include_missing_pgh_obj=True)
