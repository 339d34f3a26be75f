"""Who runs an institute and who leaves it. There is always a manager left."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from projects.models import Membership
from projects.permissions import may_moderate, may_run
from projects.services.memberships.letters import tell_member
from projects.services.memberships.locking import locked_membership, require_move, require_other_manager
from projects.services.memberships.refusals import NotWaiting
from projects.states import MemberRole, MemberStatus
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def end(*, membership: Membership, by: User | None, reason: str = "") -> Membership:
    """Take somebody out of the institute, and tell them. LastManager for the last one, unless a moderator does it."""
    locked = _locked_for(membership, by)
    require_move(locked, MemberStatus.ENDED)
    if by is not None and not may_moderate(by):
        require_other_manager(locked)
    _end(locked, by=by, action="end")
    tell_member(locked, "membership_ended", reason.strip())
    return locked


@transaction.atomic
def leave(*, membership: Membership, by: User) -> Membership:
    """Go oneself, or take back a request. PermissionDenied for another's; the last manager hands over first."""
    locked = locked_membership(membership)
    if locked.user_id != by.pk:
        raise PermissionDenied
    require_move(locked, MemberStatus.ENDED)
    require_other_manager(locked)
    return _end(locked, by=by, action="leave")


@transaction.atomic
def change_role(*, membership: Membership, role: str, by: User | None) -> Membership:
    """Make a member manager, or a manager member again; LastManager when nobody would be left to manage."""
    locked = _locked_for(membership, by)
    if locked.status != MemberStatus.ACTIVE:
        raise NotWaiting
    if role != MemberRole.MANAGER:
        require_other_manager(locked)
    locked.role = MemberRole(role)
    with acting(user=by, action="change_role"):
        locked.save(update_fields=["role"])
    return locked


@transaction.atomic
def hand_over(*, membership: Membership, to: Membership, by: User) -> Membership:
    """Make another member manager instead of oneself, and return that one; NotWaiting when it left meanwhile."""
    own = locked_membership(membership)
    if own.user_id != by.pk or not may_run(by, own.institute):
        raise PermissionDenied
    new = own.institute.memberships.active().exclude(pk=own.pk).filter(pk=to.pk, user__is_active=True).first()
    if new is None or own.status != MemberStatus.ACTIVE:
        raise NotWaiting
    new.role, own.role = MemberRole.MANAGER, MemberRole.MEMBER
    with acting(user=by, action="hand_over"):
        new.save(update_fields=["role"])
        own.save(update_fields=["role"])
    tell_member(new, "handed_over")
    return new


def _locked_for(membership: Membership, by: User | None) -> Membership:
    locked = locked_membership(membership)
    if by is not None and not may_run(by, locked.institute):
        raise PermissionDenied
    return locked


def _end(membership: Membership, *, by: User | None, action: str) -> Membership:
    membership.status, membership.role, membership.note = MemberStatus.ENDED, MemberRole.MEMBER, ""
    with acting(user=by, action=action):
        membership.save(update_fields=["status", "role", "note"])
    return membership
