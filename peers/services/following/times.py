"""When digests are due: each morning, and on Monday morning, by the clock of the Netherlands, summer and winter."""

import datetime

from django.utils import timezone

from peers.states import Frequency

HOUR = datetime.time(7)
MONDAY = 0


def due(now: datetime.datetime) -> dict[str, datetime.datetime]:
    """Return for each digest the last moment before `now` at which it was due: what was found before goes along."""
    local = timezone.localtime(now)
    morning = _morning(local.date())
    if morning > now:
        morning = _morning(local.date() - datetime.timedelta(days=1))
    days = (morning.weekday() - MONDAY) % 7
    return {Frequency.DAILY: morning, Frequency.WEEKLY: _morning(morning.date() - datetime.timedelta(days=days))}


def _morning(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, HOUR))
