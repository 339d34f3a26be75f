"""How fast people answer shows once five turns are over, on the pages that it is about, at one question each."""

import pytest

from peers.models import Handling
from peers.services.contact.numbers import (
    Answering,
    answering_of_institute,
    answering_of_profile,
    answering_of_project,
)
from tests import factories
from tests.peers.contacting import member, moment, project

pytestmark = pytest.mark.django_db
MONDAY = moment("2026-11-16 09:00")
AFTER = {0: "2026-11-16 15:00", 1: "2026-11-17 09:00", 4: "2026-11-20 09:00", 5: "2026-11-23 09:00"}


def turns(about, *days, user=None, **fields):
    """Make a turn for each number of working days that an answer took; None for no answer in time."""
    for number in days:
        request = factories.ContactRequestFactory(project=about, created_at=MONDAY)
        ended = {"ended_at": moment("2026-11-26 09:00"), "ended_by": "too_late"} if number is None else {}
        answered = None if number is None else moment(AFTER[number])
        factories.HandlingFactory(request=request, user=user or member(), answered_at=answered, **ended, **fields)


def test_nothing_until_there_are_five():
    about = project()
    turns(about, 0, 1, 4, None)
    assert answering_of_project(about) is None
    turns(about, 5)
    assert answering_of_project(about) == Answering(days=3, percent=80, turns=5)


def test_median_of_working_days_over_a_weekend():
    about = project()
    turns(about, 0, 0, 1, 5, 5)
    assert answering_of_project(about) == answering_of_institute(about.institute) == Answering(1, 100, 5)


def test_what_says_nothing_of_answering_is_not_counted():
    about = project()
    turns(about, 1, 1, 1, 1)
    turns(about, 1, is_editors=True)
    for reason in ("handed_on", "unreachable", "gone", "done"):
        turns(about, None)
        Handling.objects.filter(ended_by="too_late").update(ended_by=reason)
    turns(project(), 1)
    assert answering_of_project(about) is None


def test_person():
    profile = factories.ProfileFactory()
    turns(project(), 1, 1, 1, user=profile.user)
    turns(project(), None, None, user=profile.user, profile=profile)
    assert answering_of_profile(profile) == Answering(1, 60, 5)


def test_one_question_each(django_assert_num_queries):
    about = project()
    turns(about, *[1] * 30)
    for figures in (lambda: answering_of_project(about), lambda: answering_of_institute(about.institute)):
        with django_assert_num_queries(1):
            figures()


def test_pages_show_it(client):
    about = project()
    turns(about, 1, 1, 1, 4)
    for page in (about, about.institute):
        assert "vragen beantwoord" not in client.get(page.get_absolute_url()).content.decode()
    turns(about, None)
    for page in (about, about.institute):
        told = client.get(page.get_absolute_url()).content.decode()
        assert "80% van 5 vragen beantwoord, meestal binnen 1 werkdag." in told


def test_buttons(client):
    about = project()
    told = client.get(about.get_absolute_url()).content.decode()
    assert f'href="/contact/nieuw/?project={about.slug}"' in told
    told = client.get(about.institute.get_absolute_url()).content.decode()
    assert f'href="/contact/nieuw/?instelling={about.institute.slug}"' in told
    told = client.get(f"/vergelijkbaar/?p={about.slug}").content.decode()
    assert f'href="/contact/nieuw/?project={about.slug}"' in told


def test_no_button_on_what_is_not_public(client):
    about = factories.ProjectFactory(institute=factories.InstituteFactory(verified=True))
    client.force_login(factories.MembershipFactory(institute=about.institute).user)
    assert "/contact/nieuw/" not in client.get(about.get_absolute_url(), follow=True).content.decode()


def test_page_of_an_expert_shows_it(client):
    profile = factories.ProfileFactory()
    turns(project(), 0, 0, 0, 1, user=profile.user)
    assert "vragen beantwoord" not in client.get(profile.get_absolute_url()).content.decode()
    turns(project(), 1, user=profile.user)
    told = client.get(profile.get_absolute_url()).content.decode()
    assert "100% van 5 vragen beantwoord, meestal dezelfde dag." in told
