"""Somebody asks to join an institute, and a manager decides."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from projects.models import Institute, Membership
from projects.permissions import may_run
from projects.services.memberships.letters import tell_managers, tell_member
from projects.services.memberships.locking import (
    locked_institute,
    locked_membership,
    require_move,
    require_taking_part,
)
from projects.services.memberships.refusals import AlreadyAsked, AlreadyMember, NoteMissing, NotWaiting
from projects.states import MemberRole, MemberStatus
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.email_domains import fits


def has_address_of(user: User, institute: Institute) -> bool:
    """Tell whether the address with which somebody logs in is one of the institute."""
    return any(fits(user.email, domain) for domain in institute.email_domains)


@transaction.atomic
def ask(*, institute: Institute, user: User, note: str = "") -> Membership:
    """Ask to join; the managers are mailed. Who has an address of the institute need not say more, others do.

    NotTakingPart, AlreadyMember, AlreadyAsked or NoteMissing when it cannot be asked.
    """
    locked = locked_institute(institute.pk)
    require_taking_part(locked)
    note = note.strip()
    if not note and not has_address_of(user, locked):
        raise NoteMissing
    there = Membership.objects.filter(user=user, institute=locked).first()
    if there and there.status == MemberStatus.ACTIVE:
        raise AlreadyMember
    if there and there.status == MemberStatus.REQUESTED:
        raise AlreadyAsked
    membership = there or Membership(user=user, institute=locked)
    membership.role, membership.status, membership.note = MemberRole.MEMBER, MemberStatus.REQUESTED, note
    with acting(user=user, action="ask"):
        membership.save()
    membership.institute = locked
    tell_managers(membership)
    return membership


@transaction.atomic
def accept_request(*, membership: Membership, by: User | None) -> Membership:
    """Let in who asked; PermissionDenied unless `by` runs the institute, NotWaiting when it was decided already."""
    locked = _decide(membership, MemberStatus.ACTIVE, by=by, action="accept")
    tell_member(locked, "join_accepted")
    return locked


@transaction.atomic
def decline_request(*, membership: Membership, by: User | None, reason: str = "") -> Membership:
    """Do not let in who asked; they are told, with the reason if there is one."""
    locked = _decide(membership, MemberStatus.ENDED, by=by, action="decline")
    tell_member(locked, "join_declined", reason.strip())
    return locked


def _decide(membership: Membership, status: MemberStatus, *, by: User | None, action: str) -> Membership:
    locked = locked_membership(membership)
    if by is not None and not may_run(by, locked.institute):
        raise PermissionDenied
    if locked.status == MemberStatus.ACTIVE:
        raise AlreadyMember
    # Who left or was declined asks again first.
    if locked.status not in (MemberStatus.REQUESTED, MemberStatus.INVITED):
        raise NotWaiting
    require_move(locked, status)
    # What somebody wrote to be recognised has done its work.
    locked.status, locked.note = status, ""
    with acting(user=by, action=action):
        locked.save(update_fields=["status", "note"])
    return locked
