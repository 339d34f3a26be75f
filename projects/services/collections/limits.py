"""How much one person may put together in a day, counted from what is kept, so that no restart forgets it."""

import datetime

from django.utils import timezone

from projects.models import Collection, CollectionItem
from projects.services.collections.refusals import CollectionFull, TooManyCollections, TooMuchAdded
from vindplaats.accounts.models import User

MOST_NEW = 20
MOST_ADDED = 300
MOST_ITEMS = 100
"""What one collection holds; more nobody reads."""


def lock(user: User) -> User:
    """Lock somebody's account row for the running transaction: of two forms sent at once the second sees the first."""
    return User.objects.select_for_update(of=("self",), no_key=True).get(pk=user.pk)


def refuse_too_many_new(user: User) -> None:
    """Raise TooManyCollections for who made as many today as one may; `user` is locked."""
    if Collection.objects.filter(owner=user, created_at__gte=_midnight()).count() >= MOST_NEW:
        raise TooManyCollections(MOST_NEW)


def refuse_too_much_added(user: User) -> None:
    """Raise TooMuchAdded for who put in as much today as one may; `user` is locked."""
    if CollectionItem.objects.added_since(user, _midnight()) >= MOST_ADDED:
        raise TooMuchAdded


def refuse_full(collection: Collection) -> None:
    """Raise CollectionFull when nothing fits any more; `collection` is locked."""
    if collection.items.count() >= MOST_ITEMS:
        raise CollectionFull(MOST_ITEMS)


def _midnight() -> datetime.datetime:
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
