"""People to try the site with on a developer's own machine, one a role; their names say that they are made up."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings

from vindplaats import hooks
from vindplaats.accounts import second_factor
from vindplaats.accounts.models import User

PASSWORD = "alleen-op-mijn-eigen-computer"  # noqa: S105 - never on a site that others reach: see `load`
SECRET = "VINDPLAATSDEMOVINDPLAATSDEMOVIND"  # noqa: S105 - as above


class NotHere(Exception):
    """These people have passwords that everyone knows, so they exist on a developer's machine only."""


def load() -> list[User]:
    """Make who is not there yet, and return everyone. Raises NotHere unless DEBUG is on."""
    if not settings.DEBUG:
        raise NotHere
    people: list[User] = []

    def make(address: str, name: str, **fields: Any) -> User:
        people.append(_person(f"{address}@demo.example", f"{name} (demo)", **fields))
        return people[-1]

    make("lid", "Lia Lid")
    make("moderator", "Mo Moderator", is_staff=True)
    make("beheerder", "Bea Beheerder", is_staff=True, is_superuser=True)
    hooks.demo_people(make)
    return people


def _person(email: str, name: str, **fields: Any) -> User:
    user = User.objects.filter(email=email).first()
    user = user or User.objects.create_user(email, PASSWORD, name=name, **fields)
    EmailAddress.objects.get_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    if second_factor.is_required(user) and not second_factor.has(user):
        TOTP.activate(user, SECRET)
    return user
