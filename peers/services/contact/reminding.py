"""Time passes: who does not answer is reminded once, and then the request goes to the next one, once.

Who answered and is written to again is reminded as well, and keeps it.

Each request is a transaction of its own under its own lock: a worker that is killed in between leaves the rest for the
next run, and two workers at once do nothing twice.
"""

import datetime

from django.db import models, transaction

from peers.models import ContactRequest, Handling
from peers.services.contact.locking import current_turn, locked
from peers.services.contact.telling import tell_reminder, tell_reminder_again
from peers.services.contact.timing import follow_up_due, hand_over_due, reminder_due
from peers.services.contact.turns import hand_on
from peers.states import REMINDED_AFTER_WORKING_DAYS, ContactStatus, HandlingEnd
from vindplaats.audit import acting


def follow_time(*, now: datetime.datetime) -> dict[str, int]:
    """Remind, hand over and pass by who left, as far as it is time for it; return how many of each."""
    return {
        "gone": sum(_hand_on_gone(turn, now) for turn in _current().filter(user__is_active=False)),
        "reminded": sum(remind(handling=turn, now=now) for turn in _unanswered(now) if _is_to_be_reminded(turn, now)),
        "reminded_again": sum(remind_again(handling=turn, now=now) for turn in _left_waiting(now)),
        "handed_over": sum(_hand_over(turn, now) for turn in _unanswered(now) if _is_too_late(turn, now)),
    }


@transaction.atomic
def remind(*, handling: Handling, now: datetime.datetime) -> bool:
    """Remind somebody of a request; tell whether that was done: not when it was done before, or answered meanwhile."""
    request = locked(handling.request)
    turn = current_turn(request)
    if turn is None or turn.pk != handling.pk or turn.reminded_at or turn.answered_at:
        return False
    turn.reminded_at = now
    with acting(action="contact:remind"):
        turn.save(update_fields=["reminded_at"])
    tell_reminder(request, turn)
    return True


@transaction.atomic
def remind_again(*, handling: Handling, now: datetime.datetime) -> bool:
    """Remind somebody who answered before that the asker wrote again; once for all that was written since.

    It stays with them: who knows the story is better than somebody new. The asker may ask another at any time.
    """
    request = locked(handling.request)
    turn = current_turn(request)
    if turn is None or turn.pk != handling.pk or not _waits_again(turn, request, now):
        return False
    turn.reminded_at = now
    with acting(action="contact:remind"):
        turn.save(update_fields=["reminded_at"])
    tell_reminder_again(request, turn)
    return True


@transaction.atomic
def _hand_over(handling: Handling, now: datetime.datetime) -> bool:
    """Give the request to the next one, unless an answer came at the last moment."""
    request = locked(handling.request)
    turn = current_turn(request)
    if turn is None or turn.pk != handling.pk or turn.answered_at:
        return False
    return hand_on(handling=turn, reason=HandlingEnd.TOO_LATE, now=now) is not None


def _hand_on_gone(handling: Handling, now: datetime.datetime) -> bool:
    return hand_on(handling=handling, reason=HandlingEnd.GONE, now=now) is not None


def _current() -> models.QuerySet[Handling]:
    return Handling.objects.current().filter(is_editors=False).select_related("request").order_by("pk")


def _unanswered(now: datetime.datetime) -> list[Handling]:
    """Return the turns that may be due; a working day takes a day at least."""
    since = now - datetime.timedelta(days=REMINDED_AFTER_WORKING_DAYS)
    waiting = _current().filter(answered_at=None, request__status=ContactStatus.WAITING)
    return list(waiting.filter(started_at__lte=since))


def _left_waiting(now: datetime.datetime) -> list[Handling]:
    """Return the turns of people who answered and whom the asker wrote to since, as far as they may be due."""
    since = now - datetime.timedelta(days=REMINDED_AFTER_WORKING_DAYS)
    talking = _current().exclude(answered_at=None).filter(request__status=ContactStatus.TALKING)
    return list(talking.filter(request__last_message_at__lte=since))


def _waits_again(turn: Handling, request: ContactRequest, now: datetime.datetime) -> bool:
    last = request.messages.order_by("-created_at", "-pk").first()
    if request.status != ContactStatus.TALKING or last is None or not last.from_asker:
        return False
    was_told = turn.reminded_at is not None and turn.reminded_at >= last.created_at
    return not was_told and follow_up_due(last.created_at) <= now


def _is_to_be_reminded(turn: Handling, now: datetime.datetime) -> bool:
    return turn.reminded_at is None and reminder_due(turn) <= now


def _is_too_late(turn: Handling, now: datetime.datetime) -> bool:
    return turn.reminded_at is not None and hand_over_due(turn) <= now
