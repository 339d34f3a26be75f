"""Digests: one mail a person, with what is new, at seven in the Netherlands; nothing twice, nothing lost."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from peers.models import Follow, Match, Notice
from peers.services.following import digest, matching
from peers.services.following.times import due
from peers.services.notices import chosen_frequencies
from peers.states import Frequency
from projects.models import Project
from projects.services.projects import archive
from tests import factories
from tests.mailbox import mails
from vindplaats.mail.models import FailingAddress

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TUESDAY = datetime.datetime(2026, 11, 24, 7, 0, 1, tzinfo=AMSTERDAM)
MONDAY = datetime.datetime(2026, 11, 30, 7, 0, 1, tzinfo=AMSTERDAM)


def found(frequency="daily", title="Lopen met een rollator", at=None, **given):
    """Make something that was found for a follow."""
    project = factories.ProjectFactory(published=True, title=title)
    follow = given.pop("follow", None) or factories.FollowFactory(frequency=frequency, **given)
    at = at or TUESDAY - datetime.timedelta(hours=9)
    return factories.MatchFactory(follow=follow, object_id=project.pk, found_at=at)


class TestWhen:
    """By the clock of the Netherlands."""

    @pytest.mark.parametrize(
        ("now", "daily", "weekly"),
        [
            ("2026-11-24T06:59", "2026-11-23T07:00+01:00", "2026-11-23T07:00+01:00"),
            ("2026-11-24T07:00", "2026-11-24T07:00+01:00", "2026-11-23T07:00+01:00"),
            # The clock goes forward on Sunday 29 March 2026, and back on Sunday 25 October.
            ("2026-03-29T07:30", "2026-03-29T07:00+02:00", "2026-03-23T07:00+01:00"),
            ("2026-03-30T06:59", "2026-03-29T07:00+02:00", "2026-03-23T07:00+01:00"),
            ("2026-10-25T07:30", "2026-10-25T07:00+01:00", "2026-10-19T07:00+02:00"),
            ("2026-10-26T07:00", "2026-10-26T07:00+01:00", "2026-10-26T07:00+01:00"),
        ],
    )
    def test_seven_oclock_summer_and_winter(self, now, daily, weekly):
        moment = datetime.datetime.fromisoformat(now).replace(tzinfo=AMSTERDAM)
        assert due(moment) == {
            "daily": datetime.datetime.fromisoformat(daily),
            "weekly": datetime.datetime.fromisoformat(weekly),
        }

    def test_daily_in_the_morning_and_weekly_on_monday(self):
        daily, weekly = found("daily"), found("weekly")
        assert digest.send_digests(now=TUESDAY - datetime.timedelta(minutes=1)) == 0
        assert digest.send_digests(now=TUESDAY) == 1
        assert [mail.to for mail in mails()] == [[daily.follow.user.email]]
        assert digest.send_digests(now=MONDAY - datetime.timedelta(minutes=1)) == 0
        assert digest.send_digests(now=MONDAY) == 1
        assert mails()[-1].to == [weekly.follow.user.email]

    def test_what_is_found_after_seven_waits_for_the_next(self):
        found(at=TUESDAY + datetime.timedelta(minutes=5))
        assert digest.send_digests(now=TUESDAY + datetime.timedelta(hours=3)) == 0
        assert digest.send_digests(now=TUESDAY + datetime.timedelta(days=1)) == 1

    def test_a_morning_without_a_worker_is_made_up_for(self):
        found()
        assert digest.send_digests(now=TUESDAY + datetime.timedelta(hours=5)) == 1

    def test_at_once(self):
        found("daily")
        one = found("at_once", at=timezone.now())
        found(follow=one.follow, title="Nog een", at=timezone.now())
        assert digest.send_at_once(now=timezone.now()) == 1
        assert digest.send_at_once(now=timezone.now()) == 0
        assert "Nog een" in mails()[0].message


class TestOne:
    """One mail, however much there is."""

    def test_holds_all_that_is_new_and_marks_it(self):
        one = found(name="Rollators")
        found(follow=factories.FollowFactory(user=one.follow.user, frequency="daily", query="q=b", name="Wandelen"))
        notice = factories.NoticeFactory(
            user=one.follow.user, frequency="daily", created_at=TUESDAY - datetime.timedelta(hours=1)
        )
        other = factories.NoticeFactory(frequency="weekly", created_at=TUESDAY - datetime.timedelta(hours=1))
        digest.send_digests(now=TUESDAY)
        [mail] = mails(one.follow.user.email)
        for text in ("Rollators", "Wandelen", "Er is een reactie op ‘Beeldzorg in de wijk’", "Reacties op uw"):
            assert text in mail.message
        assert mail.subject == "Vindplaats: 3 nieuwe berichten voor u"
        assert not Match.objects.filter(mailed_at=None).exists()
        assert list(Notice.objects.filter(mailed_at=None)) == [other]
        assert Notice.objects.exclude(mailed_at=None).get() == notice

    def test_daily_and_weekly_are_one_mail_on_monday(self):
        one = found("daily", at=MONDAY - datetime.timedelta(hours=1))
        found(
            at=MONDAY - datetime.timedelta(days=3),
            follow=factories.FollowFactory(user=one.follow.user, frequency="weekly", query="q=b"),
        )
        assert digest.send_digests(now=MONDAY) == 1
        assert len(mails()) == 1

    def test_shows_some_and_counts_the_rest(self):
        one = found(title="Eerste")
        for number in range(14):
            found(follow=one.follow, title=f"Project nummer {number}")
        digest.send_digests(now=TUESDAY)
        text = mails()[0].message
        assert text.count("- Project nummer") + text.count("- Eerste") == 10
        assert "- en nog 5: https://vindplaats.example/projecten/?q=beeldzorg" in text

    def test_in_the_language_of_the_receiver(self):
        one = found(user=factories.UserFactory(language="en"))
        digest.send_digests(now=TUESDAY)
        mail = mails(one.follow.user.email)[0]
        assert "Hello" in mail.message or "Dear" in mail.message
        assert "https://vindplaats.example/en/projecten/" in mail.message
        assert "https://vindplaats.example/projecten/" not in mail.message

    def test_what_left_the_site_is_not_told(self):
        one = found(title="Teruggetrokken")
        archive(project=Project.objects.get(), by=None)
        assert digest.send_digests(now=TUESDAY) == 0
        assert not mails()
        one.refresh_from_db()
        assert one.mailed_at

    @pytest.mark.parametrize("title", ["- lijst\n\nBcc: a@b.example", "https://elders.example/ <b>x</b>"])
    def test_titles_stay_text(self, title):
        found(title=title)
        digest.send_digests(now=TUESDAY)
        mail = mails()[0]
        assert "bcc" not in {name.lower() for name in mail.headers}
        assert 'href="https://elders' not in mail.html_message
        assert "<b>" not in mail.html_message

    def test_number_of_questions_does_not_grow(self, django_assert_num_queries):
        def send(number):
            one = found(at=TUESDAY - datetime.timedelta(days=1))
            for turn in range(number):
                follow = factories.FollowFactory(user=one.follow.user, frequency="daily", query=f"q={turn}")
                found(follow=follow)
            with django_assert_num_queries(15):
                assert digest.send_digests(now=TUESDAY) == 1

        send(1)
        send(4)


class TestNobody:
    """Who gets nothing."""

    def test_nothing_new_no_mail(self):
        factories.FollowFactory(frequency="daily")
        factories.NoticeFactory(frequency="never", created_at=TUESDAY - datetime.timedelta(days=1))
        factories.NoticeFactory(frequency="daily", read_at=TUESDAY, created_at=TUESDAY - datetime.timedelta(days=1))
        assert digest.send_digests(now=TUESDAY) == 0

    def test_a_pause_keeps_it_until_it_ends(self, client):
        one = found()
        client.force_login(one.follow.user)
        client.post("/mijn/zoekopdrachten/", {"what": "pause"})
        assert digest.send_digests(now=TUESDAY) == 0
        client.post("/mijn/zoekopdrachten/", {"what": "resume"})
        assert digest.send_digests(now=TUESDAY) == 1

    @pytest.mark.parametrize("given", [{"removed_at": TUESDAY}, {"frequency": "never"}])
    def test_taken_away_or_not_by_mail(self, given):
        found(**given)
        assert digest.send_digests(now=MONDAY) == 0

    def test_closed_account(self):
        found(user=factories.UserFactory(is_active=False))
        assert digest.send_digests(now=TUESDAY) == 0

    def test_an_address_that_takes_no_mail_keeps_it_on_the_site(self):
        one = found()
        now = timezone.now()
        FailingAddress.objects.create(address=one.follow.user.email.lower(), since=now, last_at=now)
        assert digest.send_digests(now=TUESDAY) == 0
        assert Match.objects.get().mailed_at is None

    def test_from_never_on_what_was_found_is_not_mailed(self, client):
        one = found("never")
        client.force_login(one.follow.user)
        client.post(f"/mijn/zoekopdrachten/{one.follow_id}/", {"name": "A", "frequency": "daily"})
        assert digest.send_digests(now=MONDAY) == 0


class TestStopping:
    """From the mail, without logging in and without a cookie (RFC 8058)."""

    def test_headers_and_one_click_stop_the_digest(self):
        one = found()
        user = one.follow.user
        kept = factories.FollowFactory(user=user, frequency="weekly", query="q=b")
        factories.NoticeSettingFactory(user=user, kind="reaction", frequency="daily")
        digest.send_digests(now=TUESDAY)
        headers = mails(user.email)[0].headers
        assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        path = headers["List-Unsubscribe"].strip("<>").removeprefix("https://vindplaats.example")
        strict = Client(enforce_csrf_checks=True)
        assert "wat u volgt" in strict.get(path).text
        answer = strict.post(path, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
        assert (answer.status_code, dict(answer.cookies)) == (200, {})
        assert Follow.objects.get(pk=one.follow_id).frequency == Frequency.NEVER
        assert Follow.objects.get(pk=kept.pk).frequency == Frequency.WEEKLY
        assert chosen_frequencies(user)["reaction"] == Frequency.NEVER
        assert chosen_frequencies(user)["contact"] == Frequency.AT_ONCE

    def test_a_link_for_each_thing(self):
        one = found(name="Deze")
        other = factories.FollowFactory(user=one.follow.user, frequency="daily", query="q=b")
        digest.send_digests(now=TUESDAY)
        line = next(line for line in mails()[0].message.splitlines() if line.startswith("Hier geen mail meer over"))
        path = line.rpartition("https://vindplaats.example")[2]
        assert "Deze" in Client().get(path).text
        assert Follow.objects.get(pk=one.follow_id).frequency == Frequency.DAILY
        Client(enforce_csrf_checks=True).post(path)
        assert Follow.objects.get(pk=one.follow_id).frequency == Frequency.NEVER
        assert Follow.objects.get(pk=other.pk).frequency == Frequency.DAILY


class TestCutOff:
    """A worker that is killed."""

    def test_leaves_all_that_was_not_queued(self, monkeypatch):
        first, second = sorted((found(), found()), key=lambda one: one.follow.user_id)
        queue = digest.queue

        def dies_at_the_second(**given):
            if given["to"] == second.follow.user.email:
                raise KeyboardInterrupt
            return queue(**given)

        monkeypatch.setattr(digest, "queue", dies_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            digest.send_digests(now=TUESDAY)
        monkeypatch.setattr(digest, "queue", queue)
        assert digest.send_digests(now=TUESDAY) == 1
        assert [mail.to for mail in mails()] == [[first.follow.user.email], [second.follow.user.email]]

    def test_cut_off_while_matching_matches_again(self, monkeypatch):
        follow = factories.FollowFactory(query="q=rollator", frequency="at_once")
        Follow.objects.update(created_at=timezone.now() - datetime.timedelta(days=1))
        factories.ProjectFactory(published=True, indexed=True, title="Rollator")
        write = matching._write

        def dies(kind, pairs):
            write(kind, pairs)
            raise KeyboardInterrupt

        monkeypatch.setattr(matching, "_write", dies)
        with pytest.raises(KeyboardInterrupt):
            matching.match_new()
        assert not Match.objects.exists()
        monkeypatch.setattr(matching, "_write", write)
        assert matching.match_new() == 1
        assert Match.objects.get().follow == follow
