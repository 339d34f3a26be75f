"""Messages in a thread, both ways. The first of the other side is the answer."""

import datetime

from django.db import transaction
from django.utils import timezone

from peers.models import ContactMessage, ContactRequest, Handling
from peers.permissions import Part, Role, role_in
from peers.services.contact.choosing import are_apart
from peers.services.contact.limits import require_room_to_write
from peers.services.contact.locking import last_turn, locked
from peers.services.contact.refusals import Ended, NotYourTurn
from peers.services.contact.telling import EDITORS_KIND, EDITORS_NAME, tell_message
from peers.services.contact.turns import hand_on
from peers.services.names import public_name
from peers.states import OPEN_CONTACT, ContactStatus, HandlingEnd
from projects.search.generation import advance_on_commit
from projects.services.review.cases import close_case
from projects.states import Outcome
from vindplaats.accounts.models import User
from vindplaats.audit import acting

A_SECOND_CLICK = datetime.timedelta(minutes=10)
"""The same words again within this time are one message."""


@transaction.atomic
def write(*, request: ContactRequest, by: User, text: str) -> ContactMessage:
    """Say something in the thread, and bring it to the other side. It opens a thread that was closed.

    NotYourTurn for who has it on the desk no longer, Ended where nothing can be said any more, TooManyMessages.
    """
    now = timezone.now()
    request = locked(request)
    role = role_in(by, request)
    turn = last_turn(request)
    if role is None or role.part is Part.FORMER or (role.part is Part.EDITOR and role.turn is None):
        raise NotYourTurn
    if again := _again(request, role, by, text, now):
        return again
    require_room_to_write(by, now=now)
    with acting(user=by, action="contact:write"):
        _open_again(request, turn, by)
        message = put_message(request, role, by=by, text=text, now=now)
        if not role.is_asker:
            _answered(request, turn, by=by, now=now)
    tell_message(request, turn, message)
    if role.is_asker and turn and not turn.is_editors and not (turn.user and turn.user.is_active):
        hand_on(handling=turn, reason=HandlingEnd.GONE, now=now)
    return message


def put_message(request: ContactRequest, role: Role, *, by: User, text: str, now: datetime.datetime) -> ContactMessage:
    """Add a message to a locked request. The editors write as such: no moderator's name is told."""
    is_editor = role.part is Part.EDITOR
    name = EDITORS_NAME if is_editor else _name_of(request, role, by)
    message = ContactMessage.objects.create(
        request=request,
        sender=None if is_editor else by,
        sender_name=name,
        from_asker=role.is_asker,
        text=text,
        created_at=now,
    )
    request.last_message_at = now
    request.save(update_fields=["last_message_at"])
    return message


def _name_of(request: ContactRequest, role: Role, by: User) -> str:
    known = request.asker_name if role.is_asker else role.turn and role.turn.name
    return known or public_name(by)


def _again(request: ContactRequest, role: Role, by: User, text: str, now: datetime.datetime) -> ContactMessage | None:
    last = request.messages.order_by("-created_at", "-pk").first()
    sender = None if role.part is Part.EDITOR else by.pk
    if last and last.sender_id == sender and last.from_asker == role.is_asker and last.text == text:
        return last if now - last.created_at < A_SECOND_CLICK else None
    return None


def _open_again(request: ContactRequest, turn: Handling | None, by: User) -> None:
    """Open a closed thread: the last turn goes on where it was."""
    if request.status in OPEN_CONTACT:
        return
    if request.status != ContactStatus.CLOSED or request.texts_removed_at or turn is None or not may_go_on(request):
        raise Ended
    turn.ended_at, turn.ended_by = None, ""
    turn.save(update_fields=["ended_at", "ended_by"])
    request.status = ContactStatus.TALKING if turn.answered_at else ContactStatus.WAITING
    request.closed_at, request.plan_changed = None, ""
    request.save(update_fields=["status", "closed_at", "plan_changed"])


def may_go_on(request: ContactRequest) -> bool:
    """Tell whether something more can be said: both are there, and neither blocks the other."""
    turn = last_turn(request)
    if request.asker is None or turn is None or request.texts_removed_at:
        return False
    if request.status in OPEN_CONTACT:
        return True
    if request.status != ContactStatus.CLOSED or turn.ended_by != HandlingEnd.DONE:
        return False
    return turn.is_editors or (turn.user is not None and not are_apart(request.asker, turn.user))


def _answered(request: ContactRequest, turn: Handling, *, by: User, now: datetime.datetime) -> None:
    if turn.answered_at is None:
        turn.answered_at = now
        turn.save(update_fields=["answered_at"])
        advance_on_commit()
    request.status = ContactStatus.TALKING
    request.first_answer_at = request.first_answer_at or now
    request.save(update_fields=["status", "first_answer_at"])
    if turn.is_editors:
        close_case(kind=EDITORS_KIND, object_id=request.pk, outcome=Outcome.APPROVED, by=by, required=False)
