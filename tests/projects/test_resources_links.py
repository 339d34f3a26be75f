"""Links of resources are looked at by night; broken is what failed on three different days."""

import datetime

import pytest
from post_office.models import Email

from projects.models import LinkCheck
from projects.services.resources import links, telling_links
from tests import factories
from vindplaats.fetching.looking import Failure, Seen

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
FINE, GONE = Seen(200), Seen(404)


class Told:
    """Answers what a test says, by address."""

    def __init__(self, **answers):
        self.answers, self.asked = answers, []

    def look(self, url):
        self.asked.append(url)
        return self.answers.get(url.rpartition("/")[2], FINE)


def resource(path="boek", **more):
    given = {"project": None, "url": f"https://zorg.example/{path}", "title": f"Hulpmiddel {path}"}
    return factories.ResourceFactory(**{**given, **more})


def checked(**answers):
    told, waits = Told(**answers), []
    links.check_links(using=told, wait=waits.append)
    return told.asked, waits


def days(time_machine, number, **answers):
    """Look on so many days after each other."""
    for _day in range(number):
        checked(**answers)
        now = datetime.datetime.now(datetime.UTC)
        time_machine.move_to(now + DAY, tick=False)


@pytest.fixture(autouse=True)
def night(time_machine):
    time_machine.move_to(datetime.datetime(2026, 3, 1, 2, tzinfo=datetime.UTC), tick=False)


def test_only_what_everyone_can_see_is_looked_at_and_not_twice_in_two_weeks(time_machine):
    resource("open")
    resource("dicht", status="draft")
    resource("zonder", url="")
    factories.ResourceFactory(project=factories.ProjectFactory(), url="https://zorg.example/concept")
    assert checked()[0] == ["https://zorg.example/open"]
    assert checked()[0] == []
    time_machine.move_to(datetime.datetime(2026, 3, 16, 2, tzinfo=datetime.UTC), tick=False)
    assert checked()[0] == ["https://zorg.example/open"]


def test_another_address_is_looked_at_at_once():
    one = resource("oud")
    checked()
    one.url = "https://zorg.example/nieuw"
    one.save()
    assert checked()[0] == ["https://zorg.example/nieuw"]


def test_no_more_than_a_number_a_night_and_a_pause_at_one_host():
    for number in range(3):
        resource(f"b{number}")
    resource("ander", url="https://elders.example/ander")
    told, waits = Told(), []
    assert links.check_links(using=told, most=3, wait=waits.append) == 3
    assert waits == [links.PAUSE_SECONDS] * 2
    assert links.check_links(using=told, most=3, wait=waits.append) == 1


def test_broken_only_after_three_days(client, time_machine):
    one = resource("weg")
    days(time_machine, 2, weg=GONE)
    assert "De link werkt niet meer" not in client.get(one.get_absolute_url()).content.decode()
    checked(weg=GONE)
    checked(weg=GONE)
    check = LinkCheck.objects.get()
    assert (check.failures, check.problem, check.broken_since) == (3, "gone", datetime.date(2026, 3, 3))
    text = client.get(one.get_absolute_url()).content.decode()
    assert "De link werkt niet meer" in text
    assert "De pagina is er niet meer." in text


def test_twice_on_one_day_is_once(time_machine):
    one = resource("weg")
    for _time in range(5):
        links.note(resource=one, seen=GONE)
    assert LinkCheck.objects.get().failures == 1


def test_what_works_again_starts_anew(time_machine):
    resource("weg")
    days(time_machine, 3, weg=GONE)
    checked()
    check = LinkCheck.objects.get()
    assert (check.failures, check.problem, check.broken_since, check.failed_on) == (0, "", None, None)


@pytest.mark.parametrize("status", [200, 206, 301, 401, 403, 405, 429])
def test_a_site_that_does_not_want_programs_is_not_broken(status):
    assert links.problem_of(Seen(status)) is None


@pytest.mark.parametrize(
    ("seen", "problem"),
    [(Seen(404), "gone"), (Seen(410), "gone"), (Seen(500), "server"), (Seen(failure=Failure.NAME), "name")]
    + [(Seen(failure=failure), failure.value) for failure in Failure],
)
def test_what_is_wrong_is_told(seen, problem):
    assert links.problem_of(seen) == problem


def test_what_changed_meanwhile_is_left_alone():
    one = resource("oud")
    stale = type(one)(pk=one.pk, url="https://zorg.example/nog-ouder")
    assert links.note(resource=stale, seen=GONE) is None
    assert not LinkCheck.objects.exists()


def test_an_institute_hears_of_its_links_in_one_mail_and_the_editors_of_the_others(time_machine):
    manager = factories.MembershipFactory(manager=True, institute__verified=True)
    factories.MembershipFactory(institute=manager.institute)
    for name in ("een", "twee"):
        resource(name, institute=manager.institute)
    resource("los")
    days(time_machine, 3, een=GONE, twee=GONE, los=Seen(failure=Failure.NAME))
    assert telling_links.tell_of_broken_links() == 3
    mails = {mail.to[0]: mail for mail in Email.objects.all()}
    assert set(mails) == {manager.user.email, "redactie@vindplaats.example"}
    assert "Hulpmiddel een" in mails[manager.user.email].message
    assert "Hulpmiddel twee" in mails[manager.user.email].message
    assert "Hulpmiddel los" not in mails[manager.user.email].message
    assert mails[manager.user.email].subject == "2 links naar hulpmiddelen werken niet"
    assert telling_links.tell_of_broken_links() == 0


def test_the_site_says_who_it_is(settings):
    settings.PUBLIC_URL = "https://vindplaats.example"
    assert links.looker().user_agent == "Vindplaats-linkcontrole/1.0 (+https://vindplaats.example)"
