"""How a case stands against the norm of two working days, in words."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.models import ReviewCase
from vindplaats.working_days import working_days_since

LATE, TODAY, ON_TIME = "late", "today", "on_time"


@dataclass(frozen=True)
class Standing:
    """`state` is LATE, TODAY or ON_TIME; `text` says it, and how much."""

    state: str
    text: str


def standing(case: ReviewCase, now: datetime.datetime) -> Standing:
    """Return how a case that waits stands at `now`."""
    due = timezone.localtime(case.due_at)
    if now >= case.due_at:
        return Standing(LATE, _late(working_days_since(case.due_at, now)))
    if due.date() == timezone.localdate(now):
        return Standing(TODAY, _("Vandaag, voor %(time)s") % {"time": date_format(due, "TIME_FORMAT")})
    return Standing(ON_TIME, _("Op tijd, tot %(day)s") % {"day": date_format(due, "l j F, H:i")})


def _late(days: int) -> str:
    if not days:
        return _("Te laat sinds vandaag")
    return ngettext("Te laat: %(days)d werkdag", "Te laat: %(days)d werkdagen", days) % {"days": days}
