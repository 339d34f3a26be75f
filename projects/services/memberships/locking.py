"""One lock for all that changes who belongs to an institute, so that there is always a manager left."""

from projects.models import Institute, Membership
from projects.services.memberships.refusals import LastManager, NotTakingPart, NotWaiting
from projects.states import MEMBER_TRANSITIONS, InstituteStatus, MemberRole, MemberStatus


def locked_institute(institute_id: int) -> Institute:
    """Return the institute as it stands now; others who change its people wait until the transaction ends."""
    return Institute.objects.select_for_update(of=("self",)).get(pk=institute_id)


def locked_membership(membership: Membership) -> Membership:
    """Return the membership as it stands now, with its institute locked; NotWaiting when it is gone."""
    institute = locked_institute(membership.institute_id)
    found = Membership.objects.select_related("user").filter(pk=membership.pk).first()
    if found is None:
        raise NotWaiting
    found.institute = institute
    return found


def require_taking_part(institute: Institute) -> None:
    """NotTakingPart for an institute that was not verified."""
    if institute.status != InstituteStatus.VERIFIED:
        raise NotTakingPart


def require_move(membership: Membership, status: str) -> None:
    """NotWaiting when the membership cannot get this status from the one that it has."""
    if status not in MEMBER_TRANSITIONS[membership.status]:
        raise NotWaiting


def require_other_manager(membership: Membership) -> None:
    """LastManager when nobody else could run the institute; ask it with the institute locked."""
    if membership.status != MemberStatus.ACTIVE or membership.role != MemberRole.MANAGER:
        return
    managers = membership.institute.memberships.active().managers().filter(user__is_active=True)
    if not managers.exclude(pk=membership.pk).exists():
        raise LastManager
