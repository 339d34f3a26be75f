"""Users, institutes and who belongs to them."""

import factory
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from projects import models, states
from tests.factories.base import Factory
from vindplaats.accounts.models import User
from vindplaats.accounts.sealed import encrypt

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
"""What the app of everyone in tests makes its codes from."""
SEALED = encrypt(SECRET)


class UserFactory(Factory):
    """A person with a confirmed address and the password 'geheim-geheim'; staff have an app as their second step.

    `second_factor=True` gives others one as well, False takes it from staff.
    """

    class Meta:
        model = User

    class Params:
        moderator = factory.Trait(is_staff=True)
        administrator = factory.Trait(is_staff=True, is_superuser=True)

    email = factory.Sequence(lambda n: f"medewerker{n}@zorg.example")
    name = factory.Sequence(lambda n: f"Medewerker {n}")
    password = factory.django.Password("geheim-geheim")

    @factory.post_generation
    def second_factor(self, create, extracted, **kwargs):
        """Add the app, unless a test wants it otherwise."""
        if create and (self.is_staff if extracted is None else extracted):
            Authenticator.objects.create(user=self, type=Authenticator.Type.TOTP, data={"secret": SEALED})

    @factory.post_generation
    def verified(self, create, extracted, **kwargs):
        """Confirm the address, unless a test wants it otherwise."""
        if create and extracted is not False:
            EmailAddress.objects.create(user=self, email=self.email, verified=True, primary=True)


class InstituteFactory(Factory):
    """An institute that a source names; `verified=True` for one that takes part."""

    class Meta:
        model = models.Institute

    class Params:
        verified = factory.Trait(status=states.InstituteStatus.VERIFIED)

    name = factory.Sequence(lambda n: f"Zorggroep De Linde {n}")
    slug = factory.Sequence(lambda n: f"zorggroep-de-linde-{n}")
    kind = states.InstituteKind.HOME_CARE
    place = "Lindedorp"


class MembershipFactory(Factory):
    """An active member; `manager=True` for who runs the institute's page."""

    class Meta:
        model = models.Membership

    class Params:
        manager = factory.Trait(role=states.MemberRole.MANAGER)

    user = factory.SubFactory(UserFactory)
    institute = factory.SubFactory(InstituteFactory, verified=True)
    status = states.MemberStatus.ACTIVE


class ContactPersonFactory(Factory):
    """Somebody who answers, with an address that must never be shown."""

    class Meta:
        model = models.ContactPerson

    institute = factory.SubFactory(InstituteFactory)
    name = factory.Sequence(lambda n: f"Contactpersoon {n}")
    email = factory.Sequence(lambda n: f"geheim{n}@zorg.example")
