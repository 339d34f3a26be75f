"""Save and delete what the registry is made of, so that the search follows in the same transaction.

A project's search document holds the names of its institute, themes, terms and regions. When one of those changes,
all documents it stands in are renewed, in batches.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from projects import models as registry
from projects.hooks import stands_in
from projects.permissions import may_delete, may_moderate
from projects.search import generation, suggestions
from projects.search.indexing import forget, index
from projects.services.lessons.clusters import beside
from projects.services.resources.files import forget_files
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@dataclass(frozen=True)
class Part:
    """How projects are reached from a thing, and which of its fields stand in their documents (none named: all)."""

    paths: tuple[str, ...]
    fields: tuple[str, ...] = ()


TERM = ("name", "slug")
PARTS: dict[type[models.Model], Part] = {
    registry.Project: Part(("pk",)),
    registry.Lesson: Part(("lessons",)),
    registry.ContactPerson: Part(("contact_persons",)),
    registry.ProjectPartner: Part(("partners",)),
    registry.ProjectProgramme: Part(("programme_links",)),
    registry.Institute: Part(("institute",), ("name", "place", "kind")),
    registry.Theme: Part(
        ("theme_links__tag", "theme_links__tag__parent"), ("name", "name_en", "slug", "position", "parent_id")
    ),
    registry.Technology: Part(("technology_links__tag",), (*TERM, "name_en")),
    registry.Sector: Part(("sectors",), (*TERM, "name_en", "position")),
    registry.TargetGroup: Part(("target_groups",), (*TERM, "name_en", "position")),
    registry.Condition: Part(("conditions",), (*TERM, "name_en", "position", "synonyms")),
    registry.Application: Part(("applications",), (*TERM, "name_en", "position")),
    registry.Programme: Part(("programme_links__programme",), (*TERM, "name_en")),
    registry.Gemeente: Part(("gemeenten",), TERM),
    registry.Region: Part(("regions", "gemeenten__regions", "regions__gemeenten__regions"), (*TERM, "scheme_id")),
    registry.RegionScheme: Part(
        ("regions__scheme", "gemeenten__regions__scheme", "regions__gemeenten__regions__scheme"),
        ("slug", "valid_from", "valid_to"),
    ),
    registry.RegionGemeente: Part(("gemeenten__region_links", "regions__gemeenten__region_links")),
}

KINDS: dict[type[models.Model], str] = {
    registry.Lesson: "lesson",
    registry.Resource: "resource",
    registry.Institute: "institute",
    registry.Programme: "programme",
}
"""What can be found by itself, besides projects."""


@transaction.atomic
def save(*, thing: models.Model, by: User | None) -> models.Model:
    """Save `thing` and renew the documents that its old or new state stands in; PermissionDenied for who may not."""
    if by is not None and not may_moderate(by):
        raise PermissionDenied
    model = type(thing)
    old = model._base_manager.select_for_update(of=("self",)).filter(pk=thing.pk).first()
    told = _is_told(thing, old)
    before = projects_of(model, [thing.pk]) if told and old else set()
    others = _others_of(model, [thing.pk]) if told and old else set()
    with acting(user=by):
        thing.save()
    if told:
        index("project", sorted(before | projects_of(model, [thing.pk])))
        _renew(others | _others_of(model, [thing.pk]))
    if model in KINDS:
        index(KINDS[model], [thing.pk])
    _suggest(model, [thing.pk])
    # Pages show more than can be found: they follow every change.
    generation.advance_on_commit()
    return thing


@transaction.atomic
def delete(*, things: models.QuerySet, by: User | None) -> None:
    """Delete `things` with all that hangs on them; the search forgets them and renews what they stood in.

    PermissionDenied for who may not; ProtectedError when something else still needs one of them.
    """
    if by is not None and not may_delete(by, things.model):
        raise PermissionDenied
    pks = list(things.values_list("pk", flat=True))
    affected, others = projects_of(things.model, pks), _others_of(things.model, pks)
    same_lessons = beside(_going(registry.Lesson, things.model, pks))
    leaders = list(registry.Institute.objects.filter(projects__in=affected).values_list("pk", flat=True).distinct())
    for model, kind in KINDS.items():
        forget(kind, _going(model, things.model, pks))
    forget_files(_going(registry.Resource, things.model, pks))
    with acting(user=by):
        things.model._base_manager.filter(pk__in=pks).delete()
    if things.model in PARTS:
        index("project", sorted(affected))
        index("institute", leaders)
    if same_lessons:
        index("lesson", same_lessons)
    _renew(others)
    _suggest(things.model, pks)
    generation.advance_on_commit()


def _going(model: type[models.Model], deleted: type[models.Model], pks: list[int]) -> list[int]:
    """Return the ids of `model` that go when `pks` of the model `deleted` are deleted."""
    if model is deleted:
        return pks
    hangs_on_projects = deleted is registry.Project and model in (registry.Lesson, registry.Resource)
    return list(model.objects.filter(project__in=pks).values_list("pk", flat=True)) if hangs_on_projects else []


def projects_of(model: type[models.Model], pks: Iterable[int]) -> set[int]:
    """Return the ids of the projects in whose documents these things stand."""
    if model not in PARTS:
        return set()
    pks = list(pks)
    found: set[int] = set()
    for path in PARTS[model].paths:
        found.update(registry.Project.objects.filter(**{f"{path}__in": pks}).values_list("pk", flat=True))
    return found


def _others_of(model: type[models.Model], pks: list[int]) -> set[tuple[str, int]]:
    """Return kind and id of what these things stand in that is of a higher app."""
    found = stands_in(model, pks)
    return {(kind, pk) for some in found for kind, ids in some.items() for pk in ids}


def _renew(others: set[tuple[str, int]]) -> None:
    for kind in sorted({kind for kind, _pk in others}):
        index(kind, sorted(pk for one, pk in others if one == kind))


def _suggest(model: type[models.Model], pks: Iterable[int]) -> None:
    """Renew what search boxes offer of these things; for projects `index` does."""
    if model is not registry.Project:
        suggestions.renew(suggestions.kind_of(model), pks)


def _is_told(thing: models.Model, old: models.Model | None) -> bool:
    """Tell whether documents or lists of choices differ after this change. A new term changes what can be chosen."""
    part = PARTS.get(type(thing))
    if part is None:
        return False
    if old is None or not part.fields:
        return True
    return any(getattr(old, field) != getattr(thing, field) for field in part.fields)
