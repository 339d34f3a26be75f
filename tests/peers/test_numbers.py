"""What editors see of how questions and contact requests are answered; counted by hand."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from peers.services.contact_totals import contact_totals
from tests import factories
from tests.pages import Page

ZONE = ZoneInfo("Europe/Amsterdam")


def at(text):
    return datetime.datetime.fromisoformat(text).replace(tzinfo=ZONE)


NOW = at("2026-06-30 12:00")
PERIOD = {"since": at("2026-06-01 00:00"), "until": NOW, "now": NOW}


@pytest.fixture
def asked(db):
    """Five requests of June 2026: answered in 1, 3 and 6 working days, waiting long, and waiting since yesterday."""
    theme = factories.ThemeFactory(name="Valpreventie")
    project = factories.ProjectFactory(published=True, themes=[theme])

    def request(start, answer=None, **more):
        moment = at(start)
        first = at(answer) if answer else None
        status = "talking" if answer else "waiting"
        about = {"project": project, "created_at": moment, "last_message_at": moment, "status": status}
        return factories.ContactRequestFactory(**{**about, "first_answer_at": first, **more})

    request("2026-06-01 10:00", "2026-06-02 10:00")  # Monday to Tuesday
    request("2026-06-05 10:00", "2026-06-10 10:00")  # Friday to Wednesday
    closed = {"status": "closed", "closed_at": NOW, "plan_changed": "yes"}
    request("2026-06-01 10:00", "2026-06-09 10:00", **closed)
    editors = request("2026-06-15 10:00")
    factories.HandlingFactory(request=editors, user=None, is_editors=True)
    request("2026-06-29 10:00")
    request("2026-06-03 10:00", status="withdrawn", closed_at=NOW)
    request("2026-05-20 10:00", "2026-05-21 10:00")
    return theme


def test_totals_of_contact(asked):
    totals = contact_totals(**PERIOD)
    assert (totals.asked, totals.answered, totals.median_working_days) == (5, 3, 3.0)
    # Two of the three in time; the one of the 15th is late, the one of yesterday may still be.
    assert totals.share_in_time == 2 / 4
    assert (totals.with_editors, totals.declined) == (1, 0)
    assert [(one.theme, one.count) for one in totals.unanswered_by_theme] == [(asked, 2)]
    assert len(totals.plan_changed) == 1


def test_nothing_was_asked(db):
    totals = contact_totals(**PERIOD)
    assert (totals.asked, totals.median_working_days, totals.share_in_time) == (0, None, None)


def test_totals_take_as_many_questions_however_many_there_are(asked, django_assert_num_queries):
    with django_assert_num_queries(4):
        contact_totals(**PERIOD)


@pytest.mark.parametrize("days", ["", "30", "x", "-1"])
def test_page(moderator_client, days):
    yesterday = timezone.now() - datetime.timedelta(days=1)
    factories.QuestionFactory(created_at=yesterday, themes=[factories.ThemeFactory(name="Nachtzorg")])
    factories.ContactRequestFactory(created_at=yesterday)
    shown = Page.of(moderator_client.get(reverse("admin_numbers"), {"dagen": days}))
    rows = shown.all("tbody tr")
    assert [row.split()[-4:] for row in rows[:2]] == [["1", "0", "–", "–"]] * 2
    assert sum("Nachtzorg 1" in row for row in rows) == 2
