"""What the editors do with a request that nobody else has: answer it, find somebody, or say that nobody can help."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from peers.models import ContactMessage, ContactRequest, Handling, Profile
from peers.services.capacity import take_place
from peers.services.contact.choosing import Choice, are_apart
from peers.services.contact.ending import decline, pass_on
from peers.services.contact.locking import locked
from peers.services.contact.refusals import NoRoom, NotNow
from peers.services.contact.writing import write
from projects.permissions import may_moderate
from projects.services.refusals import ReasonMissing
from vindplaats.accounts.models import User


def answer_as_editors(*, request: ContactRequest, by: User, reason: str) -> ContactMessage:
    """Answer; `reason` is the text."""
    _require(by, reason)
    return write(request=request, by=by, text=reason)


def decline_as_editors(*, request: ContactRequest, by: User, reason: str) -> ContactRequest:
    """Tell the asker that nobody can help, and why."""
    _require(by, reason)
    return decline(request=request, by=by, reason=reason)


def give_to_member(*, request: ContactRequest, by: User, colleague: User) -> Handling | None:
    """Give the request to a member of the institute that it is about."""
    _require(by)
    return pass_on(request=request, by=by, to=colleague)


@transaction.atomic
def give_to_expert(*, request: ContactRequest, by: User, profile: Profile) -> Handling | None:
    """Give the request to an expert, whose place of the month it takes. NoRoom when there is none left."""
    _require(by)
    if request.asker is None or request.asker_id == profile.user_id or are_apart(request.asker, profile.user):
        raise NotNow
    now = timezone.now()
    request = locked(request)
    if take_place(profile.pk, now=now) is None:
        raise NoRoom(profile.name)
    return pass_on(request=request, by=by, to=Choice(profile.user, profile.name, profile=profile))


def _require(by: User, text: str = "given") -> None:
    if not may_moderate(by):
        raise PermissionDenied
    if not text.strip():
        raise ReasonMissing
