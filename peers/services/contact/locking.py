"""One lock for all that changes a contact request, so that each step happens once whoever comes first."""

from peers.models import ContactRequest, Handling


def locked(request: ContactRequest) -> ContactRequest:
    """Return the request as it stands now; others who change it wait until the transaction ends."""
    return ContactRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)


def current_turn(request: ContactRequest) -> Handling | None:
    """Return the turn that is not over; None when nobody has the request on their desk."""
    return request.handlings.current().select_related("user", "profile").first()


def last_turn(request: ContactRequest) -> Handling | None:
    """Return the turn that is not over, or else the one that was the last."""
    return request.handlings.select_related("user", "profile").order_by("-pk").first()
