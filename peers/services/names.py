"""By which name somebody is known to others."""

from django.utils.translation import gettext as _

from vindplaats.accounts.models import User


def public_name(user: User) -> str:
    """Return the name that `user` goes by; never a part of the address, which accounts without a name are called by."""
    return user.name.strip() or _("Een lid")
