"""Pages are kept true: who is asked when, once; what is said in a mail; what becomes of a page that nobody confirms."""

import datetime
import re

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from post_office.models import Email

from projects.models import Project
from projects.search.engine import Answer, Question
from projects.search.indexing import index
from projects.services.freshness import (
    LinkExpired,
    ask_owners,
    asked_of,
    confirm_by_link,
    follow_the_calendar,
    link,
    read_link,
    set_interval,
    who_is_asked,
)
from projects.states import MemberRole, MemberStatus
from tests import factories

PUBLISHED = datetime.datetime(2025, 1, 31, 12, tzinfo=datetime.UTC)
DUE = datetime.date(2026, 1, 31)


@pytest.fixture
def owned(db):
    """A project that is to be confirmed a year after its publication, with an owner."""
    owner = factories.MembershipFactory()
    return factories.ProjectFactory(
        published=True,
        published_at=PUBLISHED,
        confirm_every=12,
        institute=owner.institute,
        owner=owner.user,
        title="Valpreventie thuis",
    )


def on(day):
    return time_machine.travel(datetime.datetime.combine(day, datetime.time(9), tzinfo=datetime.UTC), tick=False)


def days(number):
    return DUE + datetime.timedelta(days=number)


@pytest.mark.parametrize(
    ("confirmed", "months", "due"),
    [
        (None, 12, DUE),
        (None, 13, datetime.date(2026, 2, 28)),  # February has no 31st
        (datetime.date(2025, 6, 15), 12, datetime.date(2026, 6, 15)),
        (datetime.date(2024, 2, 29), 12, datetime.date(2025, 2, 28)),
    ],
)
def test_due_day_is_the_same_in_python_and_in_the_database(owned, confirmed, months, due):
    Project.objects.update(confirmed_on=confirmed, confirm_every=months)
    project = Project.objects.with_confirm_due_on().get()
    assert project.confirm_due_on == project.due_on == due


def test_day_of_publication_is_that_of_the_clock_here(owned):
    Project.objects.update(published_at=datetime.datetime(2025, 1, 31, 23, 30, tzinfo=datetime.UTC))
    project = Project.objects.with_confirm_due_on().get()
    assert project.confirm_due_on == project.due_on == datetime.date(2026, 2, 1)


def test_a_year_and_its_reminders(owned):
    """One question, two reminders, and then silence; each sent once however often the job runs."""
    told = []
    for number in range(-5, 60):
        with on(days(number)):
            ask_owners()
            ask_owners()
            told += [(number, mail.subject) for mail in Email.objects.order_by("pk")[len(told) :]]
    question, reminder = "Klopt ‘Valpreventie thuis’ nog?", "Herinnering: klopt ‘Valpreventie thuis’ nog?"
    assert told == [(0, question), (14, reminder), (28, reminder)]


def test_last_reminder_says_what_follows(owned):
    with on(days(28)):
        ask_owners()
    mail = Email.objects.get()
    assert "laatste herinnering" in mail.message
    assert mail.to == [owned.owner.email]


def test_missed_days_are_not_made_up_for(owned):
    with on(days(20)):
        ask_owners()
    assert Email.objects.count() == 1


def test_confirmed_starts_anew(owned):
    with on(days(1)):
        ask_owners()
        confirm_by_link(signed=link(owned).split("/")[-2])
        assert ask_owners() == 0
    with on(days(370)):
        assert ask_owners() == 1


def test_broken_run_asks_nobody_twice(owned, monkeypatch):
    second = factories.ProjectFactory(
        published=True, published_at=PUBLISHED, confirm_every=12, institute=owned.institute, owner=owned.owner
    )
    from projects.services import freshness  # noqa: PLC0415 - to break it

    queue = freshness.mail.queue

    def broken(**mail):
        if mail["context"]["project"].pk == second.pk:
            raise RuntimeError("stroom viel uit")
        return queue(**mail)

    with on(DUE):
        monkeypatch.setattr(freshness.mail, "queue", broken)
        with pytest.raises(RuntimeError):
            ask_owners()
        monkeypatch.setattr(freshness.mail, "queue", queue)
        assert ask_owners() == 1
    assert Email.objects.count() == 2


def test_managers_are_asked_when_the_owner_left(owned):
    manager = factories.MembershipFactory(institute=owned.institute, manager=True)
    assert who_is_asked(owned) == [owned.owner]
    owned.owner.memberships.update(status=MemberStatus.ENDED)
    assert who_is_asked(owned) == [manager.user]
    with on(DUE):
        ask_owners()
    assert "heeft geen eigenaar meer" in Email.objects.get().message


@pytest.mark.parametrize("gone", ["left", "switched off", "none"])
def test_who_is_asked_and_what_each_is_shown_agree(owned, gone):
    manager = factories.MembershipFactory(institute=owned.institute, manager=True)
    member, stranger = factories.MembershipFactory(institute=owned.institute), factories.MembershipFactory(manager=True)
    if gone == "left":
        owned.owner.memberships.update(status=MemberStatus.ENDED)
    elif gone == "switched off":
        owned.owner.is_active = False
        owned.owner.save()
    people = [owned.owner, manager.user, member.user, stranger.user]
    owned.refresh_from_db()
    shown = [person for person in people if person.is_active and asked_of(person, DUE).exists()]
    assert shown == who_is_asked(owned)


def test_nobody_is_asked_about_an_institute_that_takes_no_part(db):
    factories.ProjectFactory(published=True, published_at=PUBLISHED, confirm_every=12)
    with on(DUE):
        assert ask_owners() == 0


def test_what_is_not_published_is_not_asked(owned):
    Project.objects.update(status="archived")
    with on(DUE):
        assert ask_owners() == 0


def test_link_is_valid_for_its_own_question_only(owned):
    with on(DUE):
        signed = link(owned).split("/")[-2]
        assert read_link(signed) == (owned, True)
        assert confirm_by_link(signed=signed).confirmed_on == DUE
        assert read_link(signed)[1] is False
    with on(days(30)):
        confirm_by_link(signed=signed)
    owned.refresh_from_db()
    assert owned.confirmed_on == DUE


@pytest.mark.parametrize(
    "change", [lambda text: text[:-1], lambda text: "x" + text, lambda text: "", lambda text: "a:b:c"]
)
def test_changed_link(owned, change):
    with on(DUE):
        signed = link(owned).split("/")[-2]
        with pytest.raises(LinkExpired):
            read_link(change(signed))


def test_old_link(owned):
    with on(DUE):
        signed = link(owned).split("/")[-2]
    with on(days(91)), pytest.raises(LinkExpired):
        read_link(signed)


def test_mail_holds_the_link_that_confirms(owned, client):
    with on(DUE):
        ask_owners()
        path = re.search(r"https?://[^/]+(/klopt-nog/\S+/)", Email.objects.get().message)[1]
        page = client.get(path)
        assert page.status_code == 200
        assert "Valpreventie thuis" in page.content.decode()
        owned.refresh_from_db()
        assert owned.confirmed_on is None
        assert client.post(path, follow=True).status_code == 200
    owned.refresh_from_db()
    assert owned.confirmed_on == DUE


def test_english_reader_gets_english_pages(owned):
    owned.owner.language = "en"
    owned.owner.save()
    with on(DUE):
        ask_owners()
    mail = Email.objects.get()
    assert mail.subject == "Is ‘Valpreventie thuis’ still right?"
    assert "/en/klopt-nog/" in mail.message
    assert "/en/mijn/projecten/" in mail.message


def test_expired_link_says_what_to_do(client, db):
    page = client.get("/klopt-nog/niets/")
    assert page.status_code == 404
    assert "Deze link werkt niet meer" in page.content.decode()


def test_outdated_after_the_reminders(owned):
    with on(DUE):
        index("project", [owned.pk])
    with on(days(41)):
        assert not Project.objects.get().may_be_outdated
        assert follow_the_calendar() == 0
    with on(days(42)):
        assert Project.objects.get().may_be_outdated
        assert Project.objects.may_be_outdated(timezone.localdate()).get() == owned
        assert follow_the_calendar() == 1
        assert follow_the_calendar() == 0


def test_outdated_stands_lower_until_it_is_confirmed(owned):
    fresh = factories.ProjectFactory(published=True, title="Valpreventie thuis", institute=owned.institute)
    Project.objects.filter(pk=owned.pk).update(summary=fresh.summary + " Valpreventie.")

    def order():
        return Answer("project", Question("valpreventie")).ids(0, 10)

    with on(DUE):
        index("project", [owned.pk, fresh.pk])
        assert order() == [owned.pk, fresh.pk]
    with on(days(60)):
        follow_the_calendar()
        assert order() == [fresh.pk, owned.pk]
        confirm_by_link(signed=link(owned).split("/")[-2])
        assert order() == [owned.pk, fresh.pk]


def test_page_says_that_it_may_be_outdated(owned, client):
    with on(days(10)):
        index("project", [owned.pk])
        assert "verouderd" not in client.get(owned.get_absolute_url()).content.decode()
    with on(days(50)):
        assert "mogelijk verouderd" in client.get(owned.get_absolute_url()).content.decode()
        assert "Mogelijk verouderd" in client.get("/projecten/").content.decode()


def test_interval(owned):
    set_interval(project=owned, months=6, by=owned.owner)
    assert Project.objects.get().confirm_due_on == datetime.date(2025, 7, 31)
    with pytest.raises(PermissionDenied):
        set_interval(project=owned, months=6, by=factories.UserFactory())


def test_role_of_manager_is_what_counts(owned):
    owned.owner.memberships.update(status=MemberStatus.ENDED)
    factories.MembershipFactory(institute=owned.institute, role=MemberRole.MEMBER)
    assert who_is_asked(owned) == []
