"""The numbers of the norms, against a set that was worked out by hand."""

import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from projects.services.review.cases import NORM_WORKING_DAYS
from projects.services.review.norms import norms
from tests import factories
from tests.pages import Page
from vindplaats.working_days import after_working_days

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("Europe/Amsterdam")


def at(text):
    return datetime.datetime.fromisoformat(text).replace(tzinfo=ZONE)


NOW = at("2026-06-05 12:00")  # a Friday


def case(opened, closed=None, outcome="approved", kind="revision"):
    opened = at(opened)
    return factories.ReviewCaseFactory(
        kind=kind,
        opened_at=opened,
        due_at=after_working_days(opened, NORM_WORKING_DAYS),
        closed_at=closed and at(closed),
        outcome=outcome if closed else "",
    )


@pytest.fixture
def worked_out():
    """Week of 18 May 2026 with Whit Monday (25 May) behind it, and the week of 1 June."""
    case("2026-05-18 09:00", "2026-05-18 21:00")  # half a day
    case("2026-05-18 09:00", "2026-05-20 09:00")  # two days: exactly the norm
    case("2026-05-22 15:00", "2026-05-27 15:00")  # Friday to Wednesday over Whit Monday: 2 days, exactly the norm
    case("2026-05-23 10:00", "2026-05-26 12:00", outcome="returned")  # Saturday: half a Tuesday
    case("2026-05-21 12:00", "2026-05-26 18:00", outcome="declined", kind="term")  # 0.5 + 1 + 0.75 = 2.25: late
    case("2026-05-20 12:00", "2026-06-03 12:00")  # 0.5 + 2 + 4 + 2 + 0.5 = 9: late
    case("2026-06-01 08:00", "2026-06-01 09:00", outcome="withdrawn")  # no decision
    case("2026-06-01 00:00")  # waits, late
    case("2026-06-04 10:00", kind="report")  # waits, on time
    case("2020-01-01 10:00", "2020-01-02 10:00")  # long ago


def test_by_week(worked_out):
    told = norms(now=NOW, weeks=3)
    rows = [(str(one.week), one.came_in, one.decided, one.median, one.most, one.within) for one in told.weeks]
    assert rows == [
        ("2026-06-01", 3, 1, pytest.approx(9), pytest.approx(9), 0),
        ("2026-05-25", 0, 3, pytest.approx(2), pytest.approx(2 + 0.8 * 0.25), 2),
        ("2026-05-18", 6, 2, pytest.approx(1.25), pytest.approx(0.5 + 0.9 * 1.5), 2),
    ]
    assert [one.share for one in told.weeks] == [0, 67, 100]


def test_in_all(worked_out):
    told = norms(now=NOW, weeks=3).in_all
    # 0.5, 0.5, 2, 2, 2.25, 9
    assert (told.came_in, told.decided, told.within, told.share) == (9, 6, 4, 67)
    assert told.median == pytest.approx(2)
    assert told.most == pytest.approx((2.25 + 9) / 2)


def test_what_waits_and_how_it_ended(worked_out):
    told = norms(now=NOW, weeks=3)
    assert [(one.kind, one.number, one.late) for one in told.waiting] == [("report", 1, 0), ("revision", 1, 1)]
    assert [(one.kind, one.outcome, one.number) for one in told.outcomes] == [
        ("revision", "approved", 4),
        ("revision", "returned", 1),
        ("revision", "withdrawn", 1),
        ("term", "declined", 1),
    ]


def test_nothing_yet():
    told = norms(now=NOW)
    assert len(told.weeks) == 13
    assert {(one.came_in, one.decided, one.median, one.share) for one in told.weeks} == {(0, 0, None, None)}
    assert (told.in_all.decided, told.in_all.median, told.waiting, told.outcomes) == (0, None, [], [])


def test_over_the_change_of_the_clock():
    case("2026-03-27 12:00", "2026-03-30 12:00")  # Friday to Monday, the clock went forward on Sunday
    assert norms(now=at("2026-03-31 12:00"), weeks=2).in_all.median == pytest.approx(1)


def test_longer_than_is_looked_back_counts_as_that():
    case("2010-01-01 12:00", "2026-06-02 12:00")
    assert 500 < norms(now=NOW, weeks=1).in_all.median < 540


@time_machine.travel(NOW, tick=False)
def test_page(moderator_client, worked_out):
    page = Page.of(moderator_client.get(reverse("admin_norms")))
    assert "1 juni 2026 3 1 9,0 9,0 0%" in page.text
    assert "Tekst van een project 1 1" in page.text


def test_page_asks_as_much_for_many_as_for_none(moderator_client):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert moderator_client.get(reverse("admin_norms")).status_code == 200
        return len(queries)

    for_none = count()
    for number in range(30):
        case(f"2026-05-{number % 20 + 1:02} 10:00", f"2026-06-{number % 4 + 1:02} 10:00")
    assert count() == for_none
