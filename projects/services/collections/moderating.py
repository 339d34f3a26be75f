"""What moderators do with collections: take one off the site and put it back, feature one."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from projects.models import Collection
from projects.permissions import may_moderate
from projects.search.indexing import index
from projects.services.collections.making import KIND
from projects.services.letters import page
from projects.services.refusals import ReasonMissing
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.mail import queue


@transaction.atomic
def take_down(*, collection: Collection, reason: str, by: User) -> None:
    """Take a collection off the site; who made it is mailed why, and keeps it. Again does nothing. ReasonMissing."""
    one = _locked(collection, by)
    if not reason.strip():
        raise ReasonMissing
    if one.removed_at is not None:
        return
    one.removed_at, one.removal_reason, one.is_featured = timezone.now(), reason.strip(), False
    _save(one, by, "take_down")
    _tell(one, "collection_removed")


@transaction.atomic
def put_back(*, collection: Collection, by: User) -> None:
    """Show again what was taken down; who made it is mailed."""
    one = _locked(collection, by)
    if one.removed_at is None:
        return
    one.removed_at, one.removal_reason = None, ""
    _save(one, by, "put_back")
    _tell(one, "collection_put_back")


@transaction.atomic
def feature(*, collection: Collection, is_featured: bool, by: User) -> None:
    """Have a collection stand on top of the list, or no longer."""
    one = _locked(collection, by)
    one.is_featured = is_featured
    _save(one, by, "feature")


def _locked(collection: Collection, by: User) -> Collection:
    if not may_moderate(by):
        raise PermissionDenied
    return Collection.objects.select_for_update(of=("self",)).get(pk=collection.pk)


def _save(collection: Collection, by: User, action: str) -> None:
    with acting(user=by, action=action):
        collection.save(update_fields=["removed_at", "removal_reason", "is_featured"])
    index(KIND, [collection.pk])


def _tell(collection: Collection, template: str) -> None:
    owner = collection.owner
    if owner is None or not owner.is_active:
        return
    context = {
        "name": owner.get_full_name(),
        "title": collection.title,
        "reason": collection.removal_reason,
        "page": page("projects:my_collection", collection.slug),
    }
    queue(to=owner.email, template=template, context=context, language=owner.language)
