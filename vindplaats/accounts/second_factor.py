"""Who has a second step when logging in, who must have one, and who is asked to."""

from allauth.mfa.models import Authenticator

from vindplaats import hooks
from vindplaats.accounts.models import User

KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""An app and passkeys. Recovery codes are for when those are lost, and no second step of their own."""


def has(user: User) -> bool:
    """Whether the user has one."""
    return Authenticator.objects.filter(user=user, type__in=KINDS).exists()


def is_required(user: User) -> bool:
    """Moderators and administrators can change and see what is not theirs, so a password is not enough for them."""
    return user.is_staff


def is_advised(user: User) -> bool:
    """Whether some app finds that what this user may do asks for one; it stays a choice."""
    return any(hooks.second_factor_advised(user))
