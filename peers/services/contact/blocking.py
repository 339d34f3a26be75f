"""Somebody wants to hear no more of somebody. The other is not told: open requests end as any other does."""

from django.db import transaction
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from peers.models import Block, ContactRequest, Handling
from peers.services.contact.ending import end_request
from peers.services.contact.locking import last_turn, locked
from peers.services.contact.refusals import NotNow
from peers.services.contact.telling import tell_step
from peers.states import OPEN_CONTACT, ContactStatus
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def block(*, request: ContactRequest, by: User) -> Block:
    """Block the other side of a thread. NotNow when there is none: the editors, or who left."""
    other = other_side(request, by)
    if other is None:
        raise NotNow
    with acting(user=by, action="contact:block"):
        made, _is_new = Block.objects.get_or_create(blocker=by, blocked=other)
    for between in _open_between(by, other):
        between = locked(between)
        if between.status in OPEN_CONTACT:
            end_request(between, ContactStatus.CLOSED, by=None)
            tell_step(other, "contact_closed", between)
    return made


@transaction.atomic
def unblock(*, block: Block, by: User) -> None:
    """Take a block away again."""
    with acting(user=by, action="contact:unblock"):
        block.delete()


def other_side(request: ContactRequest, user: User) -> User | None:
    """Return the other of the two; None when that is the editors or nobody any more."""
    turn = last_turn(request)
    if request.asker_id == user.pk:
        return turn.user if turn else None
    return request.asker if turn and turn.user_id == user.pk else None


def blocks_of(user: User) -> list[tuple[Block, str]]:
    """Return whom `user` blocks, the latest first, by the name under which they met: an expert may go by another."""
    as_handler = Handling.objects.filter(user=OuterRef("blocked"), request__asker=user).order_by("-pk")
    as_asker = ContactRequest.objects.filter(asker=OuterRef("blocked"), handlings__user=user).order_by("-pk")
    known = Coalesce(Subquery(as_handler.values("name")[:1]), Subquery(as_asker.values("asker_name")[:1]), Value(""))
    return [
        (block, block.known_as) for block in Block.objects.filter(blocker=user).annotate(known_as=known).order_by("-pk")
    ]


def name_of_other_side(request: ContactRequest, user: User) -> str:
    """Return the name of the other of the two, as it stands in the thread."""
    turn = last_turn(request)
    return (turn.name if turn else "") if request.asker_id == user.pk else request.asker_name


def _open_between(one: User, other: User) -> list[ContactRequest]:
    pairs = Handling.objects.current().filter(request__asker__in=[one, other], user__in=[one, other])
    return [turn.request for turn in pairs.select_related("request").order_by("request")]
