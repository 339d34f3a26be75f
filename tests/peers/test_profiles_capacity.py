"""How much room somebody has left this month, and that the last place goes to one."""

import datetime

import pytest
from django.db import transaction

from peers.models import Handling
from peers.services.capacity import room_left, rooms_left, take_place
from peers.states import Visibility
from tests import factories
from tests.projects.racing import at_once

NOW = datetime.datetime(2026, 11, 26, 9, tzinfo=datetime.UTC)
# The 1st of November in the Netherlands began an hour before that of UTC.
FIRST_MOMENT = datetime.datetime(2026, 10, 31, 23, tzinfo=datetime.UTC)
A_MOMENT_BEFORE = FIRST_MOMENT - datetime.timedelta(seconds=1)


def turn(profile, started_at, **more):
    return factories.HandlingFactory(profile=profile, user=profile.user, started_at=started_at, **more)


def test_turns_and_questions_of_this_month_count(db):
    profile = factories.ProfileFactory(monthly_limit=3)
    turn(profile, FIRST_MOMENT)
    factories.QuestionRouteFactory(profile=profile, sent_at=NOW)
    assert room_left(profile, now=NOW) == 1


def test_turns_of_other_months_and_of_others_do_not(db):
    profile = factories.ProfileFactory(monthly_limit=1)
    turn(profile, A_MOMENT_BEFORE)
    factories.QuestionRouteFactory(profile=profile, sent_at=A_MOMENT_BEFORE)
    factories.QuestionRouteFactory(sent_at=NOW)
    turn(factories.ProfileFactory(), NOW)
    assert room_left(profile, now=NOW) == 1


def test_a_turn_that_is_over_still_took_its_place(db):
    profile = factories.ProfileFactory(monthly_limit=1)
    turn(profile, FIRST_MOMENT, ended_at=NOW, ended_by="declined")
    assert room_left(profile, now=NOW) == 0


def test_a_limit_that_was_lowered_leaves_nothing_and_not_less(db):
    profile = factories.ProfileFactory(monthly_limit=1)
    turn(profile, NOW)
    turn(profile, NOW)
    assert room_left(profile, now=NOW) == 0


@pytest.mark.parametrize(
    "values",
    [
        {"agreed": False},
        {"visibility": Visibility.HIDDEN},
        {"removed_at": NOW, "removal_reason": "Reclame."},
        {"paused_until": datetime.date(2026, 11, 26)},
        {"user__is_active": False},
        {"monthly_limit": 0},
    ],
    ids=lambda values: next(iter(values)),
)
def test_who_does_not_take_part_has_no_room(db, values):
    profile = factories.ProfileFactory(**values)
    assert room_left(profile, now=NOW) == 0
    with transaction.atomic():
        assert take_place(profile.pk, now=NOW) is None


def test_pause_is_over_the_day_after_its_last(db):
    profile = factories.ProfileFactory(paused_until=datetime.date(2026, 11, 25))
    assert room_left(profile, now=NOW) == 2


@pytest.mark.parametrize("number", [1, 3])
def test_room_of_many_is_read_in_one_query(db, django_assert_num_queries, number):
    profiles = factories.ProfileFactory.create_batch(number)
    for profile in profiles:
        turn(profile, NOW)
    with django_assert_num_queries(1):
        assert rooms_left(profiles, now=NOW) == {profile.pk: 1 for profile in profiles}


def test_nobody_takes_a_place_of_who_is_not_there(db):
    with transaction.atomic():
        assert take_place(0, now=NOW) is None


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_last_place_of_a_month_goes_to_one():
    profile = factories.ProfileFactory(monthly_limit=2)
    turn(profile, NOW)
    requests = factories.ContactRequestFactory.create_batch(2)

    def take(request):
        with transaction.atomic():
            taken = take_place(profile.pk, now=NOW)
            if taken:
                Handling.objects.create(request=request, profile=taken, user=taken.user, started_at=NOW)
        return taken is not None

    assert sorted(at_once(*(lambda one=one: take(one) for one in requests))) == [False, True]
    assert Handling.objects.filter(profile=profile).count() == 2
