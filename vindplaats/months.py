"""Whole months later, as a calendar counts and as PostgreSQL adds an interval of months."""

import calendar
import datetime

from django.utils import timezone


def add_months(day: datetime.date, months: int) -> datetime.date:
    """Return the same day of the month `months` later, or the last day of a month that is too short for it."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def first_moment_of_month(now: datetime.datetime) -> datetime.datetime:
    """Return the moment at which the calendar month of `now` began, in the site's time zone."""
    first = timezone.localdate(now).replace(day=1)
    return timezone.make_aware(datetime.datetime.combine(first, datetime.time.min))


def first_day_of_next_month(now: datetime.datetime) -> datetime.date:
    """Return the day on which the next calendar month begins, in the site's time zone."""
    return add_months(timezone.localdate(now).replace(day=1), 1)
