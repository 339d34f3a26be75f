"""The kinds of people that the rights are tested for."""

from types import SimpleNamespace

from projects.states import MemberStatus
from tests import factories
from vindplaats.accounts.models import User

ROLES = ("visitor", "member", "colleague", "manager", "outsider", "left", "moderator", "administrator")
"""colleague and manager: of the institute of the registry; outsider: manager of another; left: was a moderator once."""


def person(role: str, registry: SimpleNamespace) -> User | None:
    """Make somebody in this role; None for a visitor."""
    institute = registry.institute
    match role:
        case "visitor":
            return None
        case "member":
            user = factories.UserFactory()
            factories.MembershipFactory(user=user, institute=institute, status=MemberStatus.REQUESTED)
            return user
        case "colleague":
            return factories.MembershipFactory(institute=institute).user
        case "manager":
            return factories.MembershipFactory(institute=institute, manager=True).user
        case "outsider":
            return factories.MembershipFactory(manager=True).user
        case "left":
            user = factories.MembershipFactory(institute=institute, manager=True).user
            User.objects.filter(pk=user.pk).update(is_active=False, is_staff=True, is_superuser=True)
            return user
        case "moderator" | "administrator":
            return factories.UserFactory(**{role: True})
    raise ValueError(role)
