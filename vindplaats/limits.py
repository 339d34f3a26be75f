"""How often one network address, or one person, may do what costs others something; one count for all workers."""

from allauth.core import ratelimit
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TOO_OFTEN: Promise = _("Dit is vaak gedaan in korte tijd. Wacht een paar minuten en probeer het dan opnieuw.")


def within_limit(request: HttpRequest, action: str, *, key: str | None = None) -> bool:
    """Count one more of `action`, and tell whether that is still within its limit of ACCOUNT_RATE_LIMITS.

    `key` is what a limit per key counts: the address that is mailed, say.
    """
    return ratelimit.consume(request, action=action, key=key)
