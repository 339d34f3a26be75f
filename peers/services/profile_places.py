"""Where somebody works now, and where they worked: what is over never stands as current."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from peers.models import Position, Profile
from projects.models import Membership
from projects.states import InstituteStatus, MemberStatus


@dataclass(frozen=True)
class Place:
    """A position as it is shown."""

    position: Position
    is_confirmed: bool = False
    """Whether the institute takes part and counts the person among its people."""

    @property
    def institute_url(self) -> str:
        """The institute's page; empty for a name without one."""
        institute = self.position.institute
        has_page = institute and institute.status in (InstituteStatus.VERIFIED, InstituteStatus.NAMED)
        return institute.get_absolute_url() if has_page else ""


@dataclass
class Places:
    """The positions of one person."""

    now: list[Place] = field(default_factory=list)
    before: list[Place] = field(default_factory=list)


def places_of(profiles: Iterable[Profile]) -> dict[int, Places]:
    """Return the places of each profile by its id, in two queries however many.

    Who was taken off the list of an institute's people does not work there any more, whatever the profile says.
    """
    profiles = list(profiles)
    standing = _memberships([profile.user_id for profile in profiles])
    user_of = {profile.pk: profile.user_id for profile in profiles}
    found = {profile.pk: Places() for profile in profiles}
    for position in Position.objects.filter(profile__in=profiles).select_related("institute"):
        status = standing.get((user_of[position.profile_id], position.institute_id))
        places = found[position.profile_id]
        if position.is_former or status == MemberStatus.ENDED:
            places.before.append(Place(position))
        else:
            takes_part = position.institute is not None and position.institute.status == InstituteStatus.VERIFIED
            places.now.append(Place(position, takes_part and status == MemberStatus.ACTIVE))
    return found


def _memberships(users: list[int]) -> dict[tuple[int, int], str]:
    """Return the status of each membership of these people, by person and institute."""
    rows = Membership.objects.filter(user__in=users).values_list("user_id", "institute_id", "status")
    return {(user, institute): status for user, institute, status in rows}
