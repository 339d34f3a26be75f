"""Two pages about one project become one."""

from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from projects import models
from projects.permissions import may_moderate
from projects.search.indexing import forget, index
from projects.search.models import Boost
from projects.services.lessons.clusters import beside
from projects.services.merging.choices import PROJECT, usual, values_of
from projects.services.merging.moving import Moved, Relation, count, doubles, locked, move, told
from projects.services.merging.refusals import SameThing, TextInTheMaking, WrongOneStays
from projects.services.merging.versions import keep_versions
from projects.services.review.cases import close_case
from projects.services.review.projects import KIND
from projects.services.revisions.texts import text_of
from projects.states import Outcome, Status
from vindplaats.accounts.models import User
from vindplaats.audit import acting

PERSON = ("user_id", "email", "name")
RELATIONS = [
    Relation(models.Lesson, "project", ("kind", "title", "situation", "outcome", "advice"), placed=True),
    Relation(models.Resource, "project", ("title", "url", "file"), placed=True),
    Relation(models.Resource, "from_project"),
    Relation(models.ProjectPartner, "project", ("name",), placed=True),
    Relation(models.ProjectProgramme, "project", ("programme_id", "line_id")),
    Relation(models.ProjectFunding, "project", ("kind", "name", "amount_eur", "start", "end"), placed=True),
    Relation(models.ContactPerson, "project", PERSON, placed=True),
    Relation(models.ProjectTheme, "content_object", ("tag_id",), label="themes"),
    Relation(models.ProjectTechnology, "content_object", ("tag_id",), label="technologies"),
    *(
        Relation(getattr(models.Project, name).through, "project", (f"{one}_id",), label=name)
        for name, one in {
            "sectors": "sector",
            "target_groups": "targetgroup",
            "conditions": "condition",
            "applications": "application",
            "gemeenten": "gemeente",
            "regions": "region",
        }.items()
    ),
    Relation(models.StatusUpdate, "project"),
    Relation(models.FreshnessNotice, "project", ("due_on", "step")),
    Relation(models.TermProposal, "project"),
    Relation(models.FormerSlug, "project"),
    Relation(Boost, "project"),
    Relation(models.CollectionItem, "project", ("collection_id",)),
]
"""All that hangs on a project, versions apart. A higher app adds its own when it is ready."""
FOUND = {models.Lesson: "lesson", models.Resource: "resource"}


@dataclass(frozen=True)
class Merged:
    """What stayed, and what came over."""

    thing: models.Project
    moved: list[Moved]


@transaction.atomic
def merge_projects(
    *,
    keep: models.Project,
    gone: models.Project,
    by: User,
    take: Collection[str] | None = None,
    reason: str = "",
) -> Merged:
    """Put all that hangs on `gone` on `keep`; `take` names the fields of `gone` that stay, else those `keep` lacks.

    PermissionDenied for who does not moderate, SameThing, TextInTheMaking when somebody is writing about one of them,
    WrongOneStays when only `gone` is online.
    """
    if not may_moderate(by):
        raise PermissionDenied
    if keep.pk == gone.pk:
        raise SameThing
    close_case(kind=KIND, object_id=gone.pk, outcome=Outcome.DECLINED, by=by, reason=reason, required=False)
    keep, gone = locked(keep, gone)
    _lock_lessons(keep, gone)
    refuse(keep, gone)
    taken = usual(PROJECT, keep=keep, gone=gone) if take is None else take
    with acting(user=by, action="merge", **({"reason": reason.strip()} if reason.strip() else {})):
        return _merge(keep, gone, taken, by)


def _lock_lessons(keep: models.Project, gone: models.Project) -> None:
    """Have whoever puts lessons of these together with others wait: one that is there twice goes."""
    found = models.Lesson.objects.filter(project__in=[keep, gone]).order_by("pk")
    list(found.select_for_update(of=("self",)).values_list("pk", flat=True))


def preview(*, keep: models.Project, gone: models.Project) -> list[Moved]:
    """Return what would come over."""
    return told(count(relation, keep=keep, gone=gone) for relation in RELATIONS)


def refuse(keep: models.Project, gone: models.Project) -> None:
    """Raise the refusal that keeps these two from being put together now."""
    for project in (keep, gone):
        if project.revisions.open().exists():
            raise TextInTheMaking(project)
    if gone.status == Status.PUBLISHED and keep.status != Status.PUBLISHED:
        raise WrongOneStays(gone)


def _merge(keep: models.Project, gone: models.Project, taken: Collection[str], by: User) -> Merged:
    before, old = text_of(keep), text_of(gone)
    others: list[int] = []
    for model, kind in FOUND.items():
        relation = next(one for one in RELATIONS if one.model is model)
        forget(kind, same := doubles(relation, gone=gone, keep=keep))
        others += beside(same) if model is models.Lesson else []
    moved = [move(relation, gone=gone, keep=keep) for relation in RELATIONS]
    for field, value in _fields(keep, gone, taken).items():
        setattr(keep, field, value)
    keep.save()
    former = {"project": keep, "external_id": gone.external_id}
    models.FormerSlug.objects.update_or_create(slug=gone.slug, institute=None, defaults=former)
    versions = keep_versions(keep=keep, gone=gone, before=before, old=old, by=by)
    leaders = {one.institute_id for one in (keep, gone) if one.institute_id}
    pk = gone.pk
    gone.delete()
    index("project", [pk, keep.pk])
    index("institute", sorted(leaders))
    if others:
        index("lesson", others)
    return Merged(keep, told([*moved, versions]))


def _fields(keep: models.Project, gone: models.Project, taken: Collection[str]) -> dict[str, object]:
    """Return what changes of the project that stays, what was not asked about included."""
    return {
        **values_of(PROJECT, taken, gone),
        "owner": keep.owner or gone.owner,
        "created_by": keep.created_by or gone.created_by,
        "published_at": min(filter(None, (keep.published_at, gone.published_at)), default=None)
        if keep.status == Status.PUBLISHED
        else keep.published_at,
    }
