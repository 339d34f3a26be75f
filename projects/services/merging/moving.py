"""Rows that go over from one thing to another, and those that are there already."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models
from django.db.models import F, Max

from projects.models import (
    ClusterMember,
    CollectionItem,
    FormerPlace,
    Lesson,
    LessonHelp,
    ProgrammeDocument,
    Resource,
)
from projects.services.merging.refusals import GoneMeanwhile

T = TypeVar("T", bound=models.Model)


@dataclass(frozen=True)
class Relation:
    """Rows of `model` that hang on a thing by `field`.

    A row is a double when the other thing has one with the same values of `same_by`; without any, none is. With
    `placed` the rows come behind those that are there.
    """

    model: type[models.Model]
    field: str
    same_by: tuple[str, ...] = ()
    placed: bool = False
    one_at_most: bool = False
    """The other thing has one such row at most: when it has one, that stays."""
    label: str = ""
    """The field of the thing that says what they are, where the model is but a table of links."""


INHERITED: dict[type[models.Model], list[Relation]] = {
    Lesson: [
        Relation(ClusterMember, "lesson", one_at_most=True),
        Relation(LessonHelp, "helper", ("pitfall_id",)),
        Relation(LessonHelp, "pitfall", ("helper_id",)),
        Relation(CollectionItem, "lesson", ("collection_id",)),
        Relation(FormerPlace, "lesson"),
    ],
    Resource: [
        Relation(CollectionItem, "resource", ("collection_id",)),
        Relation(ProgrammeDocument, "resource", ("programme_id",)),
        Relation(FormerPlace, "resource"),
    ],
}
"""What hangs on rows that may be doubles, and goes over to the row that stays. A higher app adds its own."""
LEADS_ON = {Lesson: ("lesson", "resource"), Resource: ("resource", "lesson")}
"""What has a page of its own, which leads on to that of the row that stays: the field of FormerPlace, and the other."""


@dataclass(frozen=True)
class Moved:
    """What became of the rows of a relation. Doubles go, and stay in the audit."""

    label: str
    moved: int
    doubles: int


def doubles(relation: Relation, *, gone: models.Model, keep: models.Model) -> list[int]:
    """Return the ids of those rows of `gone` that `keep` has as well."""
    if relation.one_at_most and _of(relation, keep).exists():
        return list(_of(relation, gone).values_list("pk", flat=True))
    if not relation.same_by:
        return []
    mine = set(_of(relation, keep).values_list(*relation.same_by))
    found, seen = [], set()
    for pk, *key in _of(relation, gone).order_by("pk").values_list("pk", *relation.same_by):
        if tuple(key) in mine | seen:
            found.append(pk)
        seen.add(tuple(key))
    return found


def count(relation: Relation, *, gone: models.Model, keep: models.Model) -> Moved:
    """Return what `move` would do."""
    same = len(doubles(relation, gone=gone, keep=keep))
    return Moved(_label(relation), _of(relation, gone).count() - same, same)


def move(relation: Relation, *, gone: models.Model, keep: models.Model) -> Moved:
    """Hang the rows of `gone` on `keep`; doubles are deleted."""
    same = doubles(relation, gone=gone, keep=keep)
    change: dict[str, Any] = {relation.field: keep}
    if relation.placed:
        last = _of(relation, keep).aggregate(last=Max("position"))["last"]
        change["position"] = F("position") + (0 if last is None else last + 1)
    going = _of(relation, gone).exclude(pk__in=same)
    moved = going.update(**change)
    _inherit(relation, same, keep)
    relation.model._base_manager.filter(pk__in=same).delete()
    return Moved(_label(relation), moved, len(same))


def locked(*things: T) -> list[T]:
    """Return things of one model as they are now, locked in one order; GoneMeanwhile when one is not there."""
    model, pks = type(things[0]), [thing.pk for thing in things]
    found = model._base_manager.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk")
    by_pk = {thing.pk: thing for thing in found}
    if len(by_pk) < len(things):
        raise GoneMeanwhile
    return [by_pk[pk] for pk in pks]


def relations_of(model: type[models.Model]) -> set[tuple[str, str]]:
    """Return (model, field) of all that points at a model, the audit apart: what a merge has to know about."""
    found = set()
    for relation in model._meta.get_fields(include_hidden=True):
        points_here = relation.auto_created and not relation.concrete and relation.one_to_many
        if points_here and not relation.related_model._meta.model_name.endswith("event"):
            found.add((relation.related_model._meta.label, relation.field.name))
    return found


def told(moved: Iterable[Moved]) -> list[Moved]:
    """Return what there is to tell: relations with any rows."""
    return [one for one in moved if one.moved or one.doubles]


def _of(relation: Relation, thing: models.Model) -> models.QuerySet:
    return relation.model._base_manager.filter(**{relation.field: thing})


def _inherit(relation: Relation, same: list[int], keep: models.Model) -> None:
    """Hang on the row that stays what hangs on its doubles, before those go."""
    inherited = INHERITED.get(relation.model, ())
    for double in relation.model._base_manager.filter(pk__in=same) if inherited else ():
        key = {name: getattr(double, name) for name in relation.same_by}
        heir = _of(relation, keep).filter(**key).exclude(pk__in=same).order_by("pk").first()
        if heir is None:
            continue
        for one in inherited:
            move(one, gone=double, keep=heir)
        _lead_on(relation.model, double, heir)


def _lead_on(model: type[models.Model], double: models.Model, heir: models.Model) -> None:
    """Have the address of a double lead on to the row that stays."""
    if model in LEADS_ON:
        mine, other = LEADS_ON[model]
        FormerPlace.objects.update_or_create(slug=double.slug, **{other: None}, defaults={mine: heir})


def _label(relation: Relation) -> str:
    if relation.label:
        owner = relation.model._meta.get_field(relation.field).related_model
        field = owner._meta.get_field(relation.label)
        # A link that starts at the other side has no name here: what it leads to is called.
        return str(getattr(field, "verbose_name", "") or field.related_model._meta.verbose_name_plural)
    return str(relation.model._meta.verbose_name_plural)
