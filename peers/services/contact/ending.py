"""A contact request comes to an end, or leaves somebody's desk because they say so."""

import datetime

from django.db import transaction
from django.utils import timezone

from peers.models import ContactRequest, Handling
from peers.permissions import Part, Role, role_in
from peers.services.contact.choosing import Choice
from peers.services.contact.locking import current_turn, locked
from peers.services.contact.refusals import NotNow, NotYourTurn
from peers.services.contact.telling import tell_step
from peers.services.contact.turns import end_turn, hand_on
from peers.services.contact.writing import put_message
from peers.services.names import public_name
from peers.states import CONTACT_TRANSITIONS, ContactStatus, HandlingEnd, may_become
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def withdraw(*, request: ContactRequest, by: User) -> ContactRequest:
    """Take a request back that nobody answered yet. NotNow when somebody did, or when it is not `by`'s own."""
    request = locked(request)
    if request.asker_id != by.pk:
        raise NotNow
    turn = end_request(request, ContactStatus.WITHDRAWN, by=by)
    tell_step(turn and turn.user, "contact_withdrawn", request)
    return request


@transaction.atomic
def close(*, request: ContactRequest, by: User, plan_changed: str = "") -> ContactRequest:
    """Close a conversation. `plan_changed` (PlanChanged) is the asker's answer, which may come after it was closed."""
    request = locked(request)
    role = role_in(by, request)
    if role is None or role.part is Part.FORMER:
        raise NotYourTurn
    if role.is_asker and request.status == ContactStatus.CLOSED:
        _set_outcome(request, plan_changed, by)
        return request
    if request.status != ContactStatus.TALKING:
        raise NotNow
    turn = end_request(request, ContactStatus.CLOSED, by=by)
    if role.is_asker:
        _set_outcome(request, plan_changed, by)
        tell_step(turn and turn.user, "contact_closed", request)
    else:
        tell_step(request.asker, "contact_closed_ask", request)
    return request


@transaction.atomic
def decline(*, request: ContactRequest, by: User, reason: str) -> ContactRequest:
    """Say that one cannot help, and why: the request goes to the next one. When the editors do, it ends.

    NotYourTurn for who has it on the desk no longer.
    """
    now = timezone.now()
    request = locked(request)
    role, turn = _on_desk(request, by)
    with acting(user=by, action="contact:decline"):
        put_message(request, role, by=by, text=reason, now=now)
    if turn.is_editors:
        end_request(request, ContactStatus.DECLINED, by=by, reason=HandlingEnd.DECLINED)
        tell_step(request.asker, "contact_declined", request)
    else:
        hand_on(handling=turn, reason=HandlingEnd.DECLINED, by=by, now=now)
        request.refresh_from_db()
    return request


@transaction.atomic
def pass_on(*, request: ContactRequest, by: User, to: User | Choice) -> Handling | None:
    """Give the request to a colleague, or to whom the editors found. NotYourTurn as above."""
    request = locked(request)
    _role, turn = _on_desk(request, by)
    choice = to if isinstance(to, Choice) else Choice(to, public_name(to))
    return hand_on(handling=turn, reason=HandlingEnd.HANDED_ON, by=by, to=choice)


def end_request(
    request: ContactRequest, status: str, *, by: User | None, reason: str = HandlingEnd.DONE
) -> Handling | None:
    """Give a locked request its last status and end the turn; return that. NotNow when it cannot get that status."""
    if not may_become(CONTACT_TRANSITIONS, request.status, status):
        raise NotNow
    now = timezone.now()
    turn = current_turn(request)
    with acting(user=by, action=f"contact:{status}"):
        if turn:
            end_turn(turn, reason, now=now, by=by)
        request.status, request.closed_at = status, now
        request.save(update_fields=["status", "closed_at"])
    return turn


@transaction.atomic
def close_quiet(*, now: datetime.datetime) -> int:
    """Close conversations in which nobody said anything for three months; return how many."""
    quiet = ContactRequest.objects.filter(status=ContactStatus.TALKING, last_message_at__lt=now - QUIET)
    closed = 0
    for request in quiet.order_by("pk").select_for_update(of=("self",), skip_locked=True):
        turn = end_request(request, ContactStatus.CLOSED, by=None)
        tell_step(request.asker, "contact_closed_ask", request)
        tell_step(turn and turn.user, "contact_closed", request)
        closed += 1
    return closed


QUIET = datetime.timedelta(days=91)


def _on_desk(request: ContactRequest, by: User) -> tuple[Role, Handling]:
    role, turn = role_in(by, request), current_turn(request)
    is_theirs = role is not None and role.turn is not None and turn is not None and role.turn.pk == turn.pk
    if not is_theirs or role.part not in (Part.HANDLER, Part.EDITOR):
        raise NotYourTurn
    return role, turn


def _set_outcome(request: ContactRequest, plan_changed: str, by: User) -> None:
    request.plan_changed = plan_changed
    with acting(user=by, action="contact:outcome"):
        request.save(update_fields=["plan_changed"])
