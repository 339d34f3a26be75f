"""The collections that somebody put together."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from projects.models import Collection, CollectionItem
from projects.services.collections.forgetting import forget_maker
from vindplaats.accounts.models import User
from vindplaats.mine import Item, Panel

MOST_SHOWN = 5


def panels(user: User) -> list[Panel]:
    """Return the person's own collections, latest first."""
    own = Collection.objects.filter(owner=user).newest()[:MOST_SHOWN]
    items = [
        Item(
            label=one.title,
            url=reverse("projects:my_collection", args=[one.slug]),
            status=_("Van de site gehaald") if one.removed_at else one.get_visibility_display(),
            since=one.updated_at,
            lang=one.language,
        )
        for one in own
    ]
    actions = [
        (_("Nieuwe verzameling"), reverse("projects:collection_new")),
        (_("Mijn verzamelingen"), reverse("projects:my_collections")),
    ]
    empty = _("U hebt nog geen verzameling van projecten, lessen en hulpmiddelen.")
    return [Panel("verzamelingen", _("Mijn verzamelingen"), items, empty, actions, position=50)]


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return the person's collections and what is in them."""
    own = Collection.objects.filter(owner=user).order_by("pk")
    items = CollectionItem.objects.filter(collection__owner=user).order_by("collection", "position", "pk")
    said = ("title", "text", "language", "visibility", "institute__name", "created_at", "updated_at", "removed_at")
    held = ("collection__title", "project__title", "lesson__title", "resource__title", "note", "added_at")
    return {
        "verzamelingen": list(own.values(*said, "removal_reason")),
        "verzamelingen-inhoud": list(items.values(*held)),
    }


def forget_person(user: User) -> None:
    """Remove what only the person saw; what others read stays without the name."""
    forget_maker(user=user)
