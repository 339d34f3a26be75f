"""Invitations: an address gets a secret by mail, and who has that address joins with it, once."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from projects.models import Institute, Invitation, Membership
from projects.models.registrations import new_token
from projects.permissions import may_run
from projects.services.memberships.letters import Letter, send_invitation
from projects.services.memberships.locking import locked_institute, require_taking_part
from projects.services.memberships.refusals import AlreadyMember, InvitationOver, OtherAddress, TooManyInvitations
from projects.states import MemberRole, MemberStatus
from vindplaats.accounts.models import User
from vindplaats.audit import acting

VALID = datetime.timedelta(days=14)
MOST_OPEN = 200


@transaction.atomic
def invite(
    *, institute: Institute, email: str, role: str = MemberRole.MEMBER, by: User | None, letter: Letter | None = None
) -> Invitation:
    """Invite somebody by mail, or once more: an open invitation gets a new secret, the old one stops working.

    `by` is a manager or a moderator; None when the site itself acts. PermissionDenied for others; NotTakingPart,
    AlreadyMember or TooManyInvitations when there is nothing to invite to.
    """
    _require_right(by, institute)
    locked, email = locked_institute(institute.pk), email.strip().lower()
    require_taking_part(locked)
    _refuse_member(locked, email, role)
    if locked.invitations.open().count() >= MOST_OPEN:
        raise TooManyInvitations
    now = timezone.now()
    fresh = {"role": role, "token": new_token(), "expires_at": now + VALID, "invited_by": by}
    with acting(user=by, action="invite"):
        invitation, _is_new = Invitation.objects.update_or_create(
            institute=locked, email=email, accepted_at=None, withdrawn_at=None, defaults=fresh
        )
    send_invitation(invitation, letter or Letter())
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User | None) -> Invitation:
    """Make the secret worthless; InvitationOver when it was used or withdrawn before."""
    _require_right(by, invitation.institute)
    locked = _locked(invitation)
    if locked.accepted_at or locked.withdrawn_at:
        raise InvitationOver
    locked.withdrawn_at = timezone.now()
    with acting(user=by, action="withdraw"):
        locked.save(update_fields=["withdrawn_at"])
    return locked


@transaction.atomic
def accept_invitation(*, invitation: Invitation, user: User) -> Membership:
    """Have the person join. The account must have the address that was invited: a mail that is passed on is no proof.

    OtherAddress when it has another, InvitationOver when the invitation was used, withdrawn, or is too old.
    """
    institute = locked_institute(invitation.institute_id)
    locked = _locked(invitation)
    if locked.email != user.email:
        raise OtherAddress
    if not is_open(locked):
        raise InvitationOver
    require_taking_part(institute)
    with acting(user=user, action="join"):
        locked.accepted_at, locked.accepted_by = timezone.now(), user
        locked.save(update_fields=["accepted_at", "accepted_by"])
        return _joined(user, institute, locked.role)


def is_open(invitation: Invitation) -> bool:
    """Tell whether the invitation can still be accepted."""
    over = invitation.accepted_at or invitation.withdrawn_at or invitation.expires_at <= timezone.now()
    return not over


def _joined(user: User, institute: Institute, role: str) -> Membership:
    """Return the active membership; who was a manager stays one."""
    there = Membership.objects.filter(user=user, institute=institute).first()
    if there is None:
        return Membership.objects.create(user=user, institute=institute, role=role, status=MemberStatus.ACTIVE)
    if there.status == MemberStatus.ACTIVE and there.role == MemberRole.MANAGER:
        role = MemberRole.MANAGER
    there.role, there.status, there.note = role, MemberStatus.ACTIVE, ""
    there.save(update_fields=["role", "status", "note"])
    return there


def _locked(invitation: Invitation) -> Invitation:
    return Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)


def _refuse_member(institute: Institute, email: str, role: str) -> None:
    there = institute.memberships.active().filter(user__email=email)
    if there.exists() and (role == MemberRole.MEMBER or there.managers().exists()):
        raise AlreadyMember


def _require_right(by: User | None, institute: Institute) -> None:
    if by is not None and not may_run(by, institute):
        raise PermissionDenied
