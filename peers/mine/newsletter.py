"""Whether somebody gets the newsletter: known by the address only, for it needs no account."""

from typing import Any

from peers.models import Delivery, Subscriber
from vindplaats.accounts.models import User
from vindplaats.mail.models import FailingAddress
from vindplaats.mine import Panel


def panels(user: User) -> list[Panel]:
    """Return no panel: the newsletter has a page for everyone."""
    return []


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return the subscription of the person's address with its proof, what was sent, and that mail did not arrive."""
    own = Subscriber.objects.filter(email=user.email.lower())
    got = Delivery.objects.filter(subscriber__in=own).order_by("pk")
    failing = FailingAddress.objects.filter(address=user.email.lower())
    return {
        "nieuwsbrief": list(own.values("email", "language", "asked_at", "confirmed_at", "consent_text")),
        "nieuwsbrief-verstuurd": list(got.values("edition__title", "queued_at")),
        "mail-komt-niet-aan": list(failing.values("address", "since", "last_at", "count", "reason")),
    }


def forget_person(user: User) -> None:
    """Stop the newsletter to the address, and forget that mail did not arrive there."""
    Subscriber.objects.filter(email=user.email.lower()).delete()
    FailingAddress.objects.filter(address=user.email.lower()).delete()
