"""Working days: weekends and Dutch holidays do not count, and clock changes do not shift a term."""

import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from vindplaats.working_days import after_working_days, is_working_day, working_days_since

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(text):
    return datetime.datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-26", True),
        ("2026-11-28", False),
        ("2026-12-25", False),
        ("2026-04-27", False),  # King's Day
        ("2026-05-14", False),  # Ascension
        ("2026-12-31", True),
    ],
)
def test_is_working_day(day, works):
    assert is_working_day(datetime.date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-11-24T10:30", "2026-11-26T10:30"),
        ("2026-11-27T16:00", "2026-12-01T16:00"),  # over a weekend
        ("2026-11-28T16:00", "2026-12-02T00:00"),  # came in on a Saturday: two whole working days
        ("2026-12-24T09:00", "2026-12-29T09:00"),  # Christmas and a weekend
        ("2026-03-27T09:00", "2026-03-31T09:00"),  # the clock goes forward on Sunday
    ],
)
def test_after_two_working_days(moment, due):
    assert after_working_days(at(moment), 2) == at(due)


@pytest.mark.parametrize(
    ("moment", "count"), [("2026-11-26T09:00", 0), ("2026-11-25T23:59", 1), ("2026-11-20T12:00", 4)]
)
def test_working_days_since(moment, count):
    with time_machine.travel(at("2026-11-26T08:00"), tick=False):
        assert working_days_since(at(moment)) == count
