"""Accounts that nobody uses end: after a warning, and never those of moderators."""

import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from vindplaats import mail
from vindplaats.accounts.models import User
from vindplaats.mine.erasing import erase
from vindplaats.mine.models import InactivityWarning
from vindplaats.months import add_months

WARNED_AFTER_MONTHS = 23
ENDS_AFTER_MONTHS = 24
NOTICE = datetime.timedelta(days=28)
"""How long after the warning an account ends at the earliest, however late the warning was sent."""
MOST_AT_ONCE = 500


def warn_the_inactive(now: datetime.datetime | None = None) -> int:
    """Tell who did not log in for 23 months that the account will end; once each. Return how many were told."""
    now = now or timezone.now()
    told = 0
    for user in _unused(now, WARNED_AFTER_MONTHS).filter(inactivity_warning=None)[:MOST_AT_ONCE]:
        with transaction.atomic():
            _warning, is_new = InactivityWarning.objects.get_or_create(user=user, defaults={"sent_at": now})
            if is_new:
                ends_on = timezone.localdate(now + NOTICE)
                context = {
                    "name": user.get_full_name(),
                    "ends_on": ends_on,
                    "url": lambda: mail.absolute(reverse("login")),
                }
                mail.queue(to=user.email, template="account_unused", context=context, language=user.language)
                told += 1
    return told


def end_the_inactive(now: datetime.datetime | None = None) -> int:
    """Erase the accounts that were not used for 24 months and were warned a month ago; return how many."""
    now = now or timezone.now()
    ending = _unused(now, ENDS_AFTER_MONTHS).filter(inactivity_warning__sent_at__lte=now - NOTICE)
    ended = 0
    for user in ending[:MOST_AT_ONCE]:
        erase(user=user)
        ended += 1
    return ended


def forgive_the_active(now: datetime.datetime | None = None) -> int:
    """Forget the warnings of who logged in since, so that they are warned anew another time."""
    unused = _unused(now or timezone.now(), WARNED_AFTER_MONTHS)
    gone, _by_model = InactivityWarning.objects.exclude(user__in=unused).delete()
    return gone


def _unused(now: datetime.datetime, months: int) -> QuerySet[User]:
    """Return the accounts, not of staff, of which the last login (or the sign-up) is so long ago; longest first."""
    day = add_months(timezone.localdate(now), -months)
    since = timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
    used = User.objects.filter(is_staff=False).annotate(used_at=Coalesce("last_login", "date_joined"))
    return used.filter(used_at__lt=since).order_by("used_at", "pk")
