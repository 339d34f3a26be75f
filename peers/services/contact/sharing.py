"""Each side may show the other its e-mail address, on the page of the thread only; never in a mail."""

from django.db import transaction
from django.utils import timezone

from peers.models import ContactRequest, Handling
from peers.permissions import Part, Role, role_in
from peers.services.contact.locking import last_turn, locked
from peers.services.contact.refusals import NotNow
from peers.services.contact.telling import tell_step
from peers.states import ContactStatus
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def share_address(*, request: ContactRequest, by: User) -> None:
    """Show the other side the address of `by`, from now on. NotNow when there is no conversation between two people."""
    request = locked(request)
    role, turn = role_in(by, request), last_turn(request)
    if not may_share(request, role, turn) or shares(request, role):
        raise NotNow
    _note(request, role, shared=True, by=by)
    other = turn.user if role.is_asker else request.asker
    tell_step(other, "contact_shared", request)


@transaction.atomic
def stop_sharing(*, request: ContactRequest, by: User) -> None:
    """Show the address of `by` no longer; what the other side wrote down stays with them."""
    request = locked(request)
    role = role_in(by, request)
    if role is None or not shares(request, role):
        raise NotNow
    _note(request, role, shared=False, by=by)


def may_share(request: ContactRequest, role: Role | None, turn: Handling | None) -> bool:
    """Tell whether an address can be shown to somebody: in a conversation that goes on, not with the editors."""
    is_one_of_two = role is not None and role.part in (Part.ASKER, Part.HANDLER)
    return is_one_of_two and request.status == ContactStatus.TALKING and turn is not None and not turn.is_editors


def shares(request: ContactRequest, role: Role) -> bool:
    """Tell whether this side shows its address."""
    if role.is_asker:
        return request.asker_shares_at is not None
    return role.part is Part.HANDLER and role.turn is not None and role.turn.shares_at is not None


def shown_address(request: ContactRequest, role: Role, turn: Handling | None) -> str:
    """Return the address that the other side shows to who has this role; empty when it shows none."""
    if turn is None or request.texts_removed_at:
        return ""
    if role.is_asker:
        return turn.user.email if turn.shares_at and turn.user else ""
    if role.part is Part.HANDLER and request.asker_shares_at and request.asker:
        return request.asker.email
    return ""


def _note(request: ContactRequest, role: Role, *, shared: bool, by: User) -> None:
    moment = timezone.now() if shared else None
    with acting(user=by, action="contact:share" if shared else "contact:share:stop"):
        if role.is_asker:
            request.asker_shares_at = moment
            request.save(update_fields=["asker_shares_at"])
        else:
            role.turn.shares_at = moment
            role.turn.save(update_fields=["shares_at"])
