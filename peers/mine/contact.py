"""The contact requests that somebody asked or answers."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from peers.models import ContactMessage, ContactReport, ContactRequest, Handling
from peers.services.contact.blocking import blocks_of
from peers.services.contact.forgetting import let_go
from vindplaats.accounts.models import User
from vindplaats.mine import Item, Panel

MOST_SHOWN = 5


def panels(user: User) -> list[Panel]:
    """Return what waits for an answer of this person, and where there is an answer for them."""
    asked = list(ContactRequest.objects.asked_by(user).what_waits_first()[:MOST_SHOWN])
    handled = list(ContactRequest.objects.handled_by(user).filter(waits=True).what_waits_first()[:MOST_SHOWN])
    items = [_item(one, _("Wacht op uw antwoord")) for one in handled]
    items += [_item(one, _("U hebt antwoord") if one.waits else one.get_status_display()) for one in asked]
    actions = [(_("Al mijn contact"), reverse("peers:contact_list"))]
    empty = _("U hebt nog niets gevraagd, en er ligt niets bij u.")
    return [Panel("contact", _("Mijn contact"), items, empty, actions, position=20)]


def _item(request: ContactRequest, status: str) -> Item:
    title = request.title or request.reference
    # That the plan changed or not may be told, and need not.
    waits = request.waits and request.status != "closed"
    return Item(title, request.get_absolute_url(), status, request.last_message_at, waits=waits)


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return what the person asked, answered and wrote; not what others wrote to them."""
    asked = ContactRequest.objects.filter(asker=user).order_by("pk")
    handled = Handling.objects.filter(user=user).order_by("pk")
    return {
        "contact-gevraagd": list(
            asked.values(
                "reference",
                "created_at",
                "subject_title",
                "asker_name",
                "asker_institute__name",
                "title",
                "text",
                "plan__title",
                "plan_text",
                "status",
                "closed_at",
                "plan_changed",
                "asker_shares_at",
            )
        ),
        "contact-beurten": list(
            handled.values(
                "request__reference",
                "name",
                "started_at",
                "reminded_at",
                "answered_at",
                "ended_at",
                "ended_by",
                "shares_at",
            )
        ),
        "contact-berichten": list(
            ContactMessage.objects.filter(sender=user).order_by("pk").values("request__reference", "created_at", "text")
        ),
        "contact-meldingen": list(
            ContactReport.objects.filter(reporter=user)
            .order_by("pk")
            .values("request__reference", "created_at", "text")
        ),
        "contact-blokkades": [{"name": name, "created_at": block.created_at} for block, name in blocks_of(user)],
    }


def forget_person(user: User) -> None:
    """Take the person out of all requests; what they had on their desk goes to the next one."""
    let_go(user=user)
