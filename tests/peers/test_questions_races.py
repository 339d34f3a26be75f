"""Two at once, each in a thread and a connection of its own: one of them is told, and nothing happens twice."""

import pytest

from peers.models import Answer, Question, QuestionRoute
from peers.services.questions import accepting, answering, merging, routing
from peers.services.questions.asking import ask
from peers.services.questions.refusals import QuestionNotOpen, StatusRefused, TooManyQuestions
from projects.search.indexing import index
from projects.services.refusals import Refused
from tests import factories
from tests.jobs import jobs
from tests.peers.asking import question
from tests.projects.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def refusals(told):
    """Return what was refused; anything else that was raised fails."""
    assert not [one for one in told if isinstance(one, Exception) and not isinstance(one, Refused)], told
    return [type(one) for one in told if isinstance(one, Refused)]


def test_the_last_place_of_a_month_goes_to_one_question():
    project = factories.ProjectFactory(published=True, indexed=True, title="Dansen tegen vallen")
    profile = factories.ProfileFactory(projects=[project], monthly_limit=1)
    asked = [question(title=f"Hoe begint u met dansen tegen vallen {n}?") for n in range(2)]
    told = at_once(*(lambda pk=one.pk: routing.route(question_pk=pk) for one in asked))
    assert sorted(told) == [0, 1]
    assert QuestionRoute.objects.filter(profile=profile).count() == 1


def test_two_jobs_for_one_question_ask_three():
    project = factories.ProjectFactory(published=True, indexed=True, title="Dansen tegen vallen")
    for _one in range(6):
        factories.ProfileFactory(projects=[project])
    asked = question(title="Hoe begint u met dansen tegen vallen?")
    at_once(*[lambda: routing.route(question_pk=asked.pk)] * 2)
    assert QuestionRoute.objects.filter(question=asked).count() == 3


def test_of_two_answers_one_is_the_one_that_helped():
    asked = question()
    given = [factories.AnswerFactory(question=asked) for _one in range(2)]
    told = at_once(*(lambda one=one: accepting.accept(answer=one, by=asked.asker) for one in given))
    assert refusals(told) == []
    assert Answer.objects.filter(accepted_at__isnull=False).count() == 1


def test_closing_against_answering():
    asked, author = question(), factories.UserFactory()
    told = at_once(
        lambda: accepting.close(question=asked, by=asked.asker),
        lambda: answering.answer(question=asked, author=author, text="Net op tijd?"),
    )
    refused = refusals(told)
    assert refused in ([], [QuestionNotOpen])
    assert Answer.objects.count() == (0 if refused else 1)
    assert Question.objects.get().status == "closed"


def test_closing_against_accepting():
    asked = question()
    given = factories.AnswerFactory(question=asked)
    told = at_once(
        lambda: accepting.close(question=asked, by=asked.asker),
        lambda: accepting.accept(answer=given, by=asked.asker),
    )
    assert refusals(told) in ([], [StatusRefused])
    assert Question.objects.get().status == "closed"


def test_merging_against_answering_loses_no_answer():
    gone, into, author = question(), question(), factories.UserFactory()
    told = at_once(
        lambda: merging.merge(gone=gone, into=into, by=factories.UserFactory(moderator=True)),
        lambda: answering.answer(question=gone, author=author, text="Waar blijft dit?"),
    )
    refused = refusals(told)
    assert list(Answer.objects.values_list("question", flat=True)) == ([] if refused else [into.pk])


def test_a_form_sent_twice_at_once_is_one_question():
    asker = factories.UserFactory()
    told = at_once(*[lambda: ask(asker=asker, title="Twee keer geklikt?")] * 2)
    assert told[0] == told[1] == Question.objects.get()
    assert len(jobs("peers.tasks.questions.route_question")) == 1


def test_not_more_than_five_a_day_all_at_once():
    asker = factories.UserFactory()
    told = at_once(*(lambda n=n: ask(asker=asker, title=f"Vraag {n}?") for n in range(7)))
    assert refusals(told) == [TooManyQuestions] * 2
    assert Question.objects.count() == 5


def test_the_same_title_of_two_people_at_once():
    told = at_once(*(lambda one=one: ask(asker=one, title="Zelfde?") for one in factories.UserFactory.create_batch(2)))
    assert refusals(told) == []
    assert Question.objects.values("slug").distinct().count() == 2


def test_two_people_who_answer_each_other_do_not_wait_for_ever():
    pair = [question() for _one in range(2)]
    one, other = pair[0].asker, pair[1].asker
    index("question", [each.pk for each in pair])
    told = at_once(
        lambda: answering.answer(question=pair[0], author=other, text="Van de een."),
        lambda: answering.answer(question=pair[1], author=one, text="Van de ander."),
    )
    assert refusals(told) == []
    assert Answer.objects.count() == 2
