"""An institute with its people to try the site with; made on a developer's own machine only."""

from collections.abc import Callable

from projects.models import Institute, Membership
from projects.services.institutes import save_institute
from projects.states import InstituteKind, InstituteStatus, MemberRole, MemberStatus
from vindplaats.accounts.models import User

SLUG = "zorggroep-demo"


def demo_people(make: Callable[..., User]) -> None:
    """Make a member and a manager of an institute that does not exist, and the institute."""
    institute = Institute.objects.filter(slug=SLUG).first() or _institute()
    roles = {
        MemberRole.MEMBER: make("instellingslid", "Ina Instellingslid"),
        MemberRole.MANAGER: make("instellingsbeheerder", "Ben Instellingsbeheerder"),
    }
    for role, user in roles.items():
        belongs = {"role": role, "status": MemberStatus.ACTIVE}
        Membership.objects.get_or_create(user=user, institute=institute, defaults=belongs)


def _institute() -> Institute:
    made_up = Institute(
        name="Zorggroep Proef (demo)",
        slug=SLUG,
        kind=InstituteKind.CARE_HOME,
        place="Proefdorp",
        status=InstituteStatus.VERIFIED,
        email_domains=["demo.example"],
        brings="Deze instelling bestaat niet. Zij is er om de site mee te proberen.",
    )
    return save_institute(institute=made_up, by=None)
