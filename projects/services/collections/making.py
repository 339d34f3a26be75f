"""Make a collection, change what it says and who sees it, throw it away."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from projects.models import Collection, Institute
from projects.models.collections import RESERVED_COLLECTION_SLUGS
from projects.permissions import may_edit_collection, may_moderate
from projects.search.indexing import forget, index
from projects.services.collections.limits import lock, refuse_too_many_new
from projects.services.collections.refusals import RemovedByEditors
from projects.services.slugs import Slugs
from projects.states import Sharing
from vindplaats.accounts.models import User
from vindplaats.audit import acting

KIND = "collection"
ATTEMPTS = 5


@transaction.atomic
def make_collection(
    *,
    title: str,
    by: User,
    text: str = "",
    language: str = "nl",
    visibility: str = Sharing.PRIVATE,
    institute: Institute | None = None,
    is_editorial: bool = False,
) -> Collection:
    """Make an empty collection; TooManyCollections. One of the editors is for moderators (else PermissionDenied)."""
    if is_editorial and not may_moderate(by):
        raise PermissionDenied
    owner = lock(by)
    if not is_editorial:
        refuse_too_many_new(owner)
    collection = Collection(
        title=title,
        text=text,
        language=language,
        visibility=visibility,
        institute=institute,
        is_editorial=is_editorial,
        owner=None if is_editorial else owner,
        owner_name="" if is_editorial else owner.name.strip(),
    )
    with acting(user=by, action="collect"):
        _save_new(collection)
    index(KIND, [collection.pk])
    return collection


@transaction.atomic
def change_collection(
    *,
    collection: Collection,
    title: str,
    text: str,
    language: str,
    visibility: str,
    institute: Institute | None,
    by: User,
) -> Collection:
    """Change what it says and who sees it; its address stays. RemovedByEditors for what is to be public again."""
    one = locked(collection, by)
    if one.removed_at is not None and visibility == Sharing.PUBLIC and one.visibility != Sharing.PUBLIC:
        raise RemovedByEditors
    one.title, one.text, one.language = title, text, language
    one.visibility, one.institute = visibility, institute
    if one.owner_id == by.pk:
        one.owner_name = by.name.strip()
    touch(one, by)
    return one


@transaction.atomic
def throw_away(*, collection: Collection, by: User) -> None:
    """Delete a collection; what was in it stays where it is."""
    one = locked(collection, by)
    forget(KIND, [one.pk])
    with acting(user=by, action="throw_away"):
        one.delete()


def locked(collection: Collection, by: User) -> Collection:
    """Return it as it is now, locked; PermissionDenied for who may not change it."""
    one = Collection.objects.select_for_update(of=("self",)).select_related("institute").get(pk=collection.pk)
    if not may_edit_collection(by, one):
        raise PermissionDenied
    return one


def touch(collection: Collection, by: User) -> None:
    """Save it as changed now, and have the search and the pages follow."""
    collection.updated_at = timezone.now()
    with acting(user=by, action="collect"):
        collection.save()
    index(KIND, [collection.pk])


def _save_new(collection: Collection) -> None:
    """Save under a slug that is free; somebody else may take it at the same moment."""
    for attempt in range(ATTEMPTS):
        slugs = Slugs(Collection, fallback="verzameling", reserved=RESERVED_COLLECTION_SLUGS)
        collection.slug = slugs.allocate([collection.title])[0]
        try:
            with transaction.atomic():
                collection.save(force_insert=True)
            return
        except IntegrityError:
            if attempt == ATTEMPTS - 1:
                raise
