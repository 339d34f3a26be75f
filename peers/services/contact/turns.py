"""A request goes from desk to desk: a turn begins, a turn ends, the next one has it."""

import datetime

from django.db import transaction
from django.utils import timezone

from peers.models import ContactRequest, Handling
from peers.services.contact.choosing import Choice, choose
from peers.services.contact.locking import current_turn, locked
from peers.services.contact.subjects import Subject
from peers.services.contact.telling import EDITORS_KIND, tell_handler, tell_moved
from peers.states import OPEN_CONTACT, ContactStatus, HandlingEnd
from projects.models import ContactPerson
from projects.search.generation import advance_on_commit
from projects.services.review.cases import close_case
from projects.states import Outcome
from vindplaats.accounts.models import User
from vindplaats.audit import acting


def begin_turn(request: ContactRequest, choice: Choice, *, now: datetime.datetime) -> Handling:
    """Put the request on a desk, and tell who sits there. An address that was shared before is not shown to them."""
    _link(choice)
    turn = Handling.objects.create(
        request=request,
        user=choice.user,
        profile=choice.profile,
        contact_person=choice.contact_person,
        is_editors=choice.is_editors,
        name=choice.name,
        started_at=now,
    )
    request.status, request.asker_shares_at = ContactStatus.WAITING, None
    request.save(update_fields=["status", "asker_shares_at"])
    tell_handler(request, turn)
    return turn


def end_turn(turn: Handling, reason: str, *, now: datetime.datetime, by: User | None = None) -> None:
    """Take the request from a desk; a case that the editors had is closed."""
    turn.ended_at, turn.ended_by = now, reason
    turn.save(update_fields=["ended_at", "ended_by"])
    if turn.is_editors:
        outcome = Outcome.APPROVED if turn.answered_at or reason == HandlingEnd.HANDED_ON else Outcome.WITHDRAWN
        close_case(kind=EDITORS_KIND, object_id=turn.request_id, outcome=outcome, by=by, required=False)
    # Figures of how fast people answer stand on public pages.
    advance_on_commit()


@transaction.atomic
def hand_on(
    *,
    handling: Handling,
    reason: str,
    by: User | None = None,
    to: Choice | None = None,
    now: datetime.datetime | None = None,
) -> Handling | None:
    """End a turn for `reason` (HandlingEnd) and give the request to the next one, or to `to`; return the new turn.

    None, and nothing done, when the turn was over already: so this happens once, however often it is asked. The asker
    is told in the same transaction, and so is who gets it.
    """
    now = now or timezone.now()
    request = locked(handling.request)
    turn = current_turn(request)
    if turn is None or turn.pk != handling.pk or request.status not in OPEN_CONTACT:
        return None
    with acting(user=by, action=f"contact:{reason}"):
        end_turn(turn, reason, now=now, by=by)
        new = begin_turn(request, to or _next(request, now=now), now=now)
    tell_moved(request, turn, new)
    return new


def had_a_turn(request: ContactRequest) -> set[int]:
    """Return who had the request on their desk, now or before."""
    return set(request.handlings.exclude(user=None).values_list("user", flat=True))


def _next(request: ContactRequest, *, now: datetime.datetime) -> Choice:
    if request.asker is None:
        return Choice()
    return choose(Subject.of(request), asker=request.asker, passed_over=had_a_turn(request), now=now)


def _link(choice: Choice) -> None:
    """Tie a contact person who was known by address only to the account that proved to have it."""
    if choice.contact_person and choice.contact_person.user_id is None:
        ContactPerson.objects.filter(pk=choice.contact_person.pk, user=None).update(user=choice.user)
