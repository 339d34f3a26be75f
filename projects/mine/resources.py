"""The resources that somebody's institutes sent in, and what the site keeps of somebody as a sender."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from projects.models import Institute, Resource, ResourceChange
from projects.states import Status
from vindplaats.accounts.models import User
from vindplaats.mine import Item, Panel

MOST_SHOWN = 10
OPEN = (Status.DRAFT, Status.RETURNED, Status.SUBMITTED)


def panels(user: User) -> list[Panel]:
    """Return what is not on the site yet; no panel for who belongs to no institute."""
    mine = Resource.objects.sent_in_by(user)
    found = [*mine.filter(status__in=OPEN)[:MOST_SHOWN], *mine.filter(change__isnull=False)[:MOST_SHOWN]]
    if not found and not Institute.objects.open_to(user).exists():
        return []
    actions = [
        (_("Alle hulpmiddelen van mijn instelling"), reverse("projects:my_resources")),
        (_("Hulpmiddel aanmelden"), reverse("projects:resource_start")),
    ]
    items = [_item(one) for one in found]
    return [Panel("hulpmiddelen", _("Mijn hulpmiddelen"), items, _("Er staat niets open."), actions, position=35)]


def _item(resource: Resource) -> Item:
    change = getattr(resource, "change", None)
    is_back = not change.is_submitted if change else resource.status in (Status.RETURNED, Status.DRAFT)
    status = _("Wijziging wacht op een moderator") if change and not is_back else resource.get_status_display()
    return Item(
        label=resource.title,
        url=reverse("projects:resource_write", args=[resource.slug]),
        status=_("Wijziging teruggestuurd") if change and is_back else status,
        since=change.updated_at if change else resource.updated_at,
        waits=bool(is_back and (change or resource.status == Status.RETURNED)),
        lang=resource.language,
    )


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return the resources that the person sent in, and what they proposed to change."""
    begun = Resource.objects.filter(created_by=user).order_by("pk")
    changes = ResourceChange.objects.filter(created_by=user).order_by("pk")
    fields = ("institute__name", "title", "kind", "status", "url", "summary", "created_at", "submitted_at")
    return {
        "hulpmiddelen": list(begun.values(*fields)),
        "wijzigingen-van-hulpmiddelen": list(changes.values("resource__title", "values", "updated_at")),
    }
