"""Who is asked about a question: proven experience, room left, and nobody who should not be."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from peers.models import Question, QuestionRoute
from peers.services.questions.routing import candidates, route, route_again, route_all_again
from peers.states import Visibility
from peers.tasks.questions import route_question
from projects.states import MemberStatus
from tests import factories
from tests.mailbox import mails
from tests.peers.asking import question

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme():
    return factories.ThemeFactory(name="Valpreventie", slug="valpreventie")


@pytest.fixture
def project(theme):
    return factories.ProjectFactory(published=True, indexed=True, title="Dansen tegen vallen", themes=[theme])


@pytest.fixture
def asked(theme, project):
    return question(title="Hoe begint u met dansen tegen vallen?", text="", themes=[theme])


def peer(project=None, **given):
    return factories.ProfileFactory(projects=[project] if project else [], **given)


def people(asked):
    return [one.profile for one in candidates(asked)]


def sent(asked):
    return list(QuestionRoute.objects.filter(question=asked).order_by("pk").values_list("profile", flat=True))


def test_only_who_did_such_a_thing(asked, theme, project):
    did = peer(project)
    peer(themes=[theme])  # says so, and has shown nothing
    peer(factories.ProjectFactory(published=True, indexed=True, title="Iets anders: wondzorg"))
    helped = peer()
    factories.AnswerFactory(author=helped.user, question=question(themes=[theme]), accepted_at=timezone.now())
    factories.AnswerFactory(author=peer().user, question=question(themes=[theme]))
    assert people(asked) == [did, helped]


def test_the_best_first_and_always_the_same(asked, theme, project):
    by_age = [peer(project) for _one in range(2)]
    with_theme = peer(project, themes=[theme])
    below = peer(project, themes=[factories.ThemeFactory(parent=theme, slug="onder")])
    factories.QuestionRouteFactory(profile=by_age[0], question=question(), sent_at=timezone.now())
    assert people(asked) == [with_theme, below, by_age[1], by_age[0]]
    assert [one.score for one in candidates(asked)] == [3.0, 3.0, 2.0, 2.0]
    assert candidates(asked) == candidates(asked)


@pytest.mark.parametrize(
    "given",
    [
        {"visibility": Visibility.HIDDEN},
        {"agreed": False},
        {"user__is_active": False},
        {"paused_until": datetime.date(2199, 1, 1)},
        {"monthly_limit": 0},
    ],
    ids=str,
)
def test_who_is_not_there_is_not_asked(asked, project, given):
    peer(project, **given)
    assert route(question_pk=asked.pk) == 0
    assert mails()
    assert not sent(asked)


def test_members_only_is_asked_too(asked, project):
    one = peer(project, visibility=Visibility.MEMBERS)
    route(question_pk=asked.pk)
    assert sent(asked) == [one.pk]


def test_not_the_asker_nor_colleagues_nor_who_is_blocked(asked, project):
    institute = factories.MembershipFactory(user=asked.asker).institute
    peer(project, user=asked.asker)
    peer(project, user=factories.MembershipFactory(institute=institute).user)
    factories.PositionFactory(profile=peer(project), institute=institute)
    former = factories.PositionFactory(profile=peer(project), institute=institute, is_former=True).profile
    gone = peer(project, user=factories.MembershipFactory(institute=institute, status=MemberStatus.ENDED).user)
    factories.BlockFactory(blocker=asked.asker, blocked=peer(project).user)
    factories.BlockFactory(blocker=peer(project).user, blocked=asked.asker)
    assert people(asked) == [former, gone]


def test_at_most_three_each_told_why(asked, theme, project):
    profiles = [peer(project, themes=[theme]) for _one in range(4)]
    assert route_question(question=asked.pk) == 3
    assert sent(asked) == [one.pk for one in profiles[:3]]
    (mail,) = mails(profiles[0].user.email)
    assert asked.title in mail.subject
    assert "Dansen tegen vallen" in mail.message
    assert "Valpreventie" in mail.message
    assert asked.asker.name in mail.message
    assert asked.asker.email not in f"{mail.message}{mail.html_message}{mail.headers}"
    (told,) = mails(asked.asker.email)
    assert "aan 3 mensen" in told.message


def test_once_however_often_the_job_runs(asked, project):
    for _one in range(5):
        peer(project)
    route(question_pk=asked.pk)
    assert route(question_pk=asked.pk) == 0
    assert len(sent(asked)) == 3
    assert len(mails(asked.asker.email)) == 1


def test_it_goes_on_where_it_was_killed(asked, project):
    profiles = [peer(project) for _one in range(4)]
    factories.QuestionRouteFactory(question=asked, profile=profiles[0])
    assert route(question_pk=asked.pk) == 3
    assert len(sent(asked)) == 3


def test_who_has_no_room_is_passed_over(asked, project):
    full, free = peer(project, monthly_limit=1), peer(project)
    factories.QuestionRouteFactory(profile=full, sent_at=timezone.now())
    route(question_pk=asked.pk)
    assert sent(asked) == [free.pk]


def test_a_question_that_is_gone_or_answered_asks_nobody(asked, project):
    peer(project)
    Question.objects.update(first_answer_at=timezone.now())
    assert route(question_pk=asked.pk) == 0
    Question.objects.update(first_answer_at=None, removed_at=timezone.now())
    assert route(question_pk=asked.pk) == 0
    assert route(question_pk=2_000_000_000) == 0
    assert not sent(asked)


def test_after_five_working_days_three_others_once(asked, project):
    with time_machine.travel("2026-12-18 10:00+01:00", tick=False):  # the Friday before Christmas
        first = [peer(project) for _one in range(7)]
        route(question_pk=asked.pk)
    with time_machine.travel("2026-12-27 10:00+01:00", tick=False):  # the fourth working day was Christmas Eve
        assert route_all_again() == 0
    with time_machine.travel("2026-12-28 10:00+01:00", tick=False):
        assert route_all_again() == 3
        assert route_all_again() == 0
        assert route_again(question_pk=asked.pk) == 0
    assert sent(asked) == [one.pk for one in first[:6]]


def test_nobody_else_once_there_is_an_answer(asked, project):
    with time_machine.travel("2026-12-01 10:00+01:00", tick=False):
        for _one in range(5):
            peer(project)
        route(question_pk=asked.pk)
        Question.objects.update(first_answer_at=timezone.now())
    with time_machine.travel("2026-12-29 10:00+01:00", tick=False):
        assert route_all_again() == 0


def test_the_asker_sees_how_many(client, asked, project):
    for _one in range(2):
        peer(project)
    route(question_pk=asked.pk)
    client.force_login(asked.asker)
    assert "We legden deze vraag voor aan 2 mensen" in client.get(asked.get_absolute_url()).content.decode()
    client.logout()
    assert "We legden deze vraag voor" not in client.get(asked.get_absolute_url()).content.decode()
