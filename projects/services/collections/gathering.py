"""Put things in a collection, arrange them, take them out."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Collection as Some

from django.db import transaction
from django.db.models import Max, Model, QuerySet

from projects.models import Collection, CollectionItem, Lesson, Project, Resource
from projects.services.collections.limits import lock, refuse_full, refuse_too_much_added
from projects.services.collections.making import locked, touch
from vindplaats.accounts.models import User
from vindplaats.audit import acting

KINDS: dict[str, Callable[[], QuerySet]] = {
    "project": Project.objects.published,
    "lesson": Lesson.objects.published,
    "resource": Resource.objects.published,
}
"""What may be put in a collection, by the field of an item: what everybody may read."""


@transaction.atomic
def add_item(*, collection: Collection, kind: str, thing: Model, by: User, note: str = "") -> CollectionItem:
    """Put a published thing behind the others; what is in it already stays, and gets the note when there is one.

    CollectionFull, TooMuchAdded.
    """
    user = lock(by)
    one = locked(collection, by)
    there = one.items.filter(**{kind: thing}).first()
    if there is None:
        refuse_full(one)
        refuse_too_much_added(user)
        last = one.items.aggregate(last=Max("position"))["last"]
        there = CollectionItem(collection=one, position=0 if last is None else last + 1, **{kind: thing})
    there.note = note or there.note
    with acting(user=by, action="collect"):
        there.save()
    touch(one, by)
    return there


@transaction.atomic
def arrange(
    *, collection: Collection, order: Sequence[int], notes: Mapping[int, str], gone: Some[int], by: User
) -> None:
    """Put the items in this order (by id) with these notes, and take out those of `gone`.

    What somebody else put in meanwhile comes last; what was taken out meanwhile stays out.
    """
    one = locked(collection, by)
    items = {item.pk: item for item in one.items.select_for_update(of=("self",)).order_by("position", "pk")}
    with acting(user=by, action="collect"):
        one.items.filter(pk__in=[pk for pk in gone if pk in items]).delete()
        left = [pk for pk in [*order, *(pk for pk in items if pk not in order)] if pk in items and pk not in gone]
        for position, pk in enumerate(left):
            item = items[pk]
            item.position, item.note = position, notes.get(pk, item.note)
        CollectionItem.objects.bulk_update([items[pk] for pk in left], ["position", "note"])
    touch(one, by)
