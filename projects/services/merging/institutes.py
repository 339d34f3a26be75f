"""Two pages of one institute become one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from projects import models
from projects.permissions import may_moderate
from projects.search.indexing import forget, index
from projects.search.models import Boost
from projects.services.merging.choices import INSTITUTE, usual, values_of
from projects.services.merging.memberships import join_people
from projects.services.merging.moving import Moved, Relation, count, locked, move, told
from projects.services.merging.refusals import SameThing
from projects.services.saving import save
from projects.states import InstituteStatus
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.files.deleting import delete_after_commit

RELATIONS = [
    Relation(models.Project, "institute"),
    Relation(models.Resource, "institute"),
    Relation(models.ProjectPartner, "institute"),
    Relation(models.ContactPerson, "institute", ("project_id", "user_id", "email", "name")),
    Relation(models.Registration, "institute"),
    Relation(models.ProjectUpload, "institute"),
    Relation(models.ReviewCase, "institute"),
    Relation(models.FormerSlug, "institute"),
    Relation(Boost, "institute"),
    Relation(models.Collection, "institute"),
]
"""All that hangs on an institute, its people apart. A higher app adds its own when it is ready."""
STRENGTH = [InstituteStatus.DECLINED, InstituteStatus.NAMED, InstituteStatus.REGISTERED, InstituteStatus.VERIFIED]


@dataclass(frozen=True)
class Merged:
    """What stayed, and what came over."""

    thing: models.Institute
    moved: list[Moved]


@transaction.atomic
def merge_institutes(
    *,
    keep: models.Institute,
    gone: models.Institute,
    by: User,
    take: Collection[str] | None = None,
    reason: str = "",
) -> Merged:
    """Put all that hangs on `gone` on `keep`; `take` names the fields of `gone` that stay, else those `keep` lacks.

    When one of the two takes part, the one that stays does. PermissionDenied for who does not moderate, SameThing.
    """
    if not may_moderate(by):
        raise PermissionDenied
    if keep.pk == gone.pk:
        raise SameThing
    keep, gone = locked(keep, gone)
    taken = usual(INSTITUTE, keep=keep, gone=gone) if take is None else take
    with acting(user=by, action="merge", **({"reason": reason.strip()} if reason.strip() else {})):
        return _merge(keep, gone, taken, by)


def preview(*, keep: models.Institute, gone: models.Institute) -> list[Moved]:
    """Return what would come over."""
    people = [
        Relation(models.Membership, "institute", ("user_id",)),
        Relation(models.Invitation, "institute", ("email",)),
    ]
    return told(count(relation, keep=keep, gone=gone) for relation in [*RELATIONS, *people])


def _merge(keep: models.Institute, gone: models.Institute, taken: Collection[str], by: User) -> Merged:
    projects = list(gone.projects.values_list("pk", flat=True))
    moved = [move(relation, gone=gone, keep=keep) for relation in RELATIONS]
    moved += join_people(keep=keep, gone=gone)
    _rename_in_texts(gone, keep)
    models.FormerSlug.objects.update_or_create(slug=gone.slug, project=None, defaults={"institute": keep})
    given = _fields(keep, gone, taken)
    _forget_logo(keep, gone, given)
    forget("institute", [gone.pk])
    pk = gone.pk
    # Before the other gets its name: a name stands once in a place.
    gone.delete()
    for field, value in given.items():
        setattr(keep, field, value)
    # Who may was asked already; the audit knows it from `acting`.
    save(thing=keep, by=None)
    index("project", projects)
    index("institute", [pk, keep.pk])
    return Merged(keep, told(moved))


def _fields(keep: models.Institute, gone: models.Institute, taken: Collection[str]) -> dict[str, object]:
    return {
        **values_of(INSTITUTE, taken, gone),
        "email_domains": sorted({*keep.email_domains, *gone.email_domains}),
        "status": max(keep.status, gone.status, key=STRENGTH.index),
    }


def _forget_logo(keep: models.Institute, gone: models.Institute, given: dict[str, object]) -> None:
    """Throw the picture away that no page shows any more, once the merge is there to stay."""
    loser = keep if "logo" in given else gone
    if name := loser.logo.name if loser.logo else "":
        delete_after_commit(name)


def _rename_in_texts(gone: models.Institute, keep: models.Institute) -> None:
    """Have texts that are in the making name the institute that stays; else they would bring the other back."""
    names = Q(content__institute__slug=gone.slug) | Q(content__partners__contains=[{"institute": {"slug": gone.slug}}])
    names |= Q(base__institute__slug=gone.slug) | Q(base__partners__contains=[{"institute": {"slug": gone.slug}}])
    writing = models.Revision.objects.open().filter(names)
    for revision in writing.select_for_update(of=("self",)).order_by("pk"):
        for text in (revision.content, revision.base):
            _rename(text, gone, keep)
        revision.save(update_fields=["content", "base"])


def _rename(text: dict[str, object], gone: models.Institute, keep: models.Institute) -> None:
    partners = text.get("partners")
    for holder in [text, *(one for one in _listed(partners) if isinstance(one, dict))]:
        named = holder.get("institute")
        if isinstance(named, dict) and named.get("slug") == gone.slug:
            holder["institute"] = {**named, "name": keep.name, "place": keep.place or None, "slug": keep.slug}


def _listed(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else ()
