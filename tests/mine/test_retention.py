"""Accounts that nobody uses: warned after 23 months, ended after 24, and only after a month's notice."""

import datetime

import pytest
import time_machine
from post_office.models import Email

from tests import factories
from vindplaats.accounts.models import User
from vindplaats.mine.models import InactivityWarning
from vindplaats.mine.tasks import end_unused_accounts

LAST = datetime.datetime(2024, 3, 10, 12, tzinfo=datetime.UTC)


@pytest.fixture
def unused(db):
    return factories.UserFactory(last_login=LAST, date_joined=LAST, email="lang@zorg.example")


def nightly(first, last):
    """Run the job each night of these days."""
    day = datetime.date.fromisoformat(first)
    while day <= datetime.date.fromisoformat(last):
        with time_machine.travel(datetime.datetime.combine(day, datetime.time(3, 40), tzinfo=datetime.UTC), tick=False):
            end_unused_accounts(timestamp=0)
        day += datetime.timedelta(days=1)


def subjects():
    return [mail.subject for mail in Email.objects.order_by("pk")]


WARNED, ENDED = "Uw account bij Vindplaats stopt binnenkort", "Uw account bij Vindplaats is verwijderd"


def test_two_years(unused):
    nightly("2026-01-20", "2026-02-10")
    assert subjects() == []
    nightly("2026-02-11", "2026-03-10")
    assert subjects() == [WARNED]
    assert User.objects.exists()
    nightly("2026-03-11", "2026-03-20")
    assert subjects() == [WARNED, ENDED]
    assert not User.objects.exists()


def test_no_account_ends_without_notice(unused):
    """The worker stood still for half a year."""
    nightly("2026-09-01", "2026-09-28")
    assert subjects() == [WARNED]
    nightly("2026-09-29", "2026-09-30")
    assert not User.objects.exists()


def test_login_makes_the_warning_void(unused):
    nightly("2026-02-11", "2026-02-20")
    User.objects.update(last_login=datetime.datetime(2026, 2, 21, tzinfo=datetime.UTC))
    nightly("2026-02-21", "2026-04-01")
    assert User.objects.exists()
    assert not InactivityWarning.objects.exists()
    nightly("2028-01-22", "2028-01-25")
    assert subjects() == [WARNED, WARNED]


def test_never_logged_in_counts_from_the_sign_up(db):
    factories.UserFactory(last_login=None, date_joined=LAST)
    nightly("2026-02-11", "2026-02-11")
    assert subjects() == [WARNED]


def test_moderators_stay(db):
    factories.UserFactory(last_login=LAST, date_joined=LAST, moderator=True)
    nightly("2026-03-11", "2026-05-11")
    assert subjects() == []
