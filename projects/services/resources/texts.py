"""A resource as values that a form, a draft of a change and the row itself have in common."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from projects.models import Condition, Project, Resource, TargetGroup, Theme
from projects.states import Status

Values = dict[str, Any]
FIELDS = ("kind", "title", "summary", "url", "owner", "year", "revised_on", "language", "licence", "audiences")
AID_FIELDS = ("decision_moment", "reading_level", "keeper", "quality")
"""What only a decision aid tells."""
LINKS: dict[str, type[models.Model]] = {"themes": Theme, "conditions": Condition, "target_groups": TargetGroup}
"""Lists of terms, as slugs."""
ORIGIN = "from_project"
"""The project that it came from, as a slug."""
NAMES = (*FIELDS, *AID_FIELDS, *LINKS, ORIGIN)


def text_of(resource: Resource) -> Values:
    """Return the values of a resource as JSON has them."""
    values: Values = {name: getattr(resource, name) for name in (*FIELDS, *AID_FIELDS)}
    for name in LINKS:
        values[name] = sorted(term.slug for term in getattr(resource, name).all())
    values[ORIGIN] = resource.from_project.slug if resource.from_project else ""
    return as_json(values)


def as_json(values: Mapping[str, Any]) -> Values:
    """Return values as they come back from a column of JSON: days as texts."""
    return json.loads(json.dumps({name: values[name] for name in NAMES if name in values}, cls=DjangoJSONEncoder))


def put_on(resource: Resource, values: Mapping[str, Any]) -> None:
    """Set what `values` names on a row, save it, and then its links; terms that are gone are left out."""
    for name in (*FIELDS, *AID_FIELDS):
        if name in values:
            field = resource._meta.get_field(name)
            setattr(resource, name, field.to_python(values[name]))
    if ORIGIN in values and resource.project_id is None:
        resource.from_project = origin_of(resource, values[ORIGIN])
    resource.save()
    for name, model in LINKS.items():
        if name in values:
            getattr(resource, name).set(_terms(model, values[name]))


def origin_of(resource: Resource, slug: str) -> Project | None:
    """Return the project of this slug when it is one of the resource's institute, else what there was."""
    if not slug:
        return None
    own = Project.objects.filter(slug=slug, institute=resource.institute).exclude(status=Status.ARCHIVED)
    return own.first() or resource.from_project


def _terms(model: type[models.Model], slugs: Iterable[str]) -> list[models.Model]:
    return list(model.objects.filter(slug__in=list(slugs)))
