"""Working days in the Netherlands: not the weekend, not an official holiday."""

import datetime
from functools import lru_cache

import holidays
from django.utils import timezone

SATURDAY = 5


@lru_cache(maxsize=32)
def _holidays_of(year: int) -> frozenset[datetime.date]:
    return frozenset(holidays.country_holidays("NL", years=year))


def is_working_day(day: datetime.date) -> bool:
    """Tell whether people in offices work on `day`. Holidays by the Dutch rules of that year."""
    return day.weekday() < SATURDAY and day not in _holidays_of(day.year)


def days_off(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """Return the official holidays from `first` to `last`; those in a weekend as well."""
    years = range(first.year, last.year + 1)
    return sorted(day for year in years for day in _holidays_of(year) if first <= day <= last)


def after_working_days(moment: datetime.datetime, count: int) -> datetime.datetime:
    """Return the same time of day, in the site's time zone, `count` working days after `moment`.

    What comes in on a day off counts as come in at the start of the next working day: so its term ends at midnight.
    """
    local = timezone.localtime(moment)
    if not is_working_day(local.date()):
        local = local.replace(hour=0, minute=0, second=0, microsecond=0)
        local = _next_working_day(local)
    for _day in range(count):
        local = _next_working_day(local)
    return local


def working_days_since(moment: datetime.datetime, now: datetime.datetime | None = None) -> int:
    """Return how many working days began after the day of `moment`, up to and including today."""
    day, last = timezone.localdate(moment), timezone.localdate(now)
    count = 0
    while day < last:
        day += datetime.timedelta(days=1)
        count += is_working_day(day)
    return count


def _next_working_day(moment: datetime.datetime) -> datetime.datetime:
    """Return the same clock time on the next working day, also when the clock changes in between."""
    day = moment.date() + datetime.timedelta(days=1)
    while not is_working_day(day):
        day += datetime.timedelta(days=1)
    return timezone.make_aware(datetime.datetime.combine(day, moment.time().replace(tzinfo=None)))
