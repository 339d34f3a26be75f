"""The people of two institutes that become one: each once, with the most that they had."""

from projects.models import Institute, Invitation, Membership
from projects.services.merging.moving import Moved
from projects.states import MemberRole, MemberStatus

STATUSES = [MemberStatus.ENDED, MemberStatus.REQUESTED, MemberStatus.INVITED, MemberStatus.ACTIVE]
ROLES = [MemberRole.MEMBER, MemberRole.MANAGER]


def join_people(*, keep: Institute, gone: Institute) -> list[Moved]:
    """Move memberships and invitations. Who is in both keeps the stronger of the two memberships."""
    return [_memberships(keep, gone), _invitations(keep, gone)]


def _memberships(keep: Institute, gone: Institute) -> Moved:
    mine = {one.user_id: one for one in Membership.objects.select_for_update(of=("self",)).filter(institute=keep)}
    moved = doubles = 0
    for membership in Membership.objects.select_for_update(of=("self",)).filter(institute=gone).order_by("pk"):
        there = mine.get(membership.user_id)
        if there is None:
            membership.institute = keep
            membership.save(update_fields=["institute"])
            moved += 1
            continue
        doubles += 1
        if _weight(membership) > _weight(there):
            there.role, there.status = membership.role, membership.status
            there.save(update_fields=["role", "status"])
        membership.delete()
    return Moved(str(Membership._meta.verbose_name_plural), moved, doubles)


def _weight(membership: Membership) -> tuple[int, int]:
    return STATUSES.index(membership.status), ROLES.index(membership.role)


def _invitations(keep: Institute, gone: Institute) -> Moved:
    """Move all but what is open at both: the address in that mail would lead to the same place as the other."""
    twice = gone.invitations.open().filter(email__in=keep.invitations.open().values("email"))
    doubles = twice.count()
    twice.delete()
    return Moved(str(Invitation._meta.verbose_name_plural), gone.invitations.update(institute=keep), doubles)
