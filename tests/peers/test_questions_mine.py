"""One's own questions and answers: on one's own pages, to take along, and without the name when one leaves."""

import datetime

import pghistory
import pytest
from django.apps import apps
from django.db import connection

from peers.mine import questions as mine
from peers.models import Answer
from peers.services.questions import answering, lessons
from peers.services.questions.asking import ask
from peers.services.questions.numbers import numbers_of
from projects.states import LessonKind
from tests import factories
from tests.pages import Page
from tests.peers.asking import answered, question
from vindplaats.mine.erasing import erase

pytestmark = pytest.mark.django_db
NAME, ADDRESS = "Kanarie Fluitjes", "kanarie.fluitjes@zorg.example"


@pytest.fixture
def person():
    user = factories.UserFactory(name=NAME, email=ADDRESS)
    institute = factories.MembershipFactory(user=user).institute
    asked = ask(asker=user, title="Hoe regelt u nachtzorg?", institute=institute)
    given = answering.answer(question=question(title="Een vraag van een ander"), author=user, text="Zo deden wij het.")
    answering.follow_up(answer=given, author=user, text="Nog een aanvulling.")
    answering.follow_up(answer=answered(question=asked), author=user, text="En toen?")
    return user


def test_panel(client, person):
    client.force_login(person)
    page = Page.of(client.get("/mijn/")).text
    for text in ("Mijn vragen en antwoorden", "Hoe regelt u nachtzorg?", "Een vraag van een ander"):
        assert text in page


def test_data_to_take_along(person):
    taken = mine.person_data(person)
    assert [row["title"] for row in taken["vragen"]] == ["Hoe regelt u nachtzorg?"]
    assert [row["text"] for row in taken["antwoorden"]] == ["Zo deden wij het."]
    assert [row["text"] for row in taken["reacties-op-antwoorden"]] == ["Nog een aanvulling.", "En toen?"]


def test_what_is_public_stays_without_the_name(client, person):
    asked, given = person.questions.get(), person.answers.get()
    institute = asked.institute
    with pghistory.context():
        erase(user=person)
    page = client.get(asked.get_absolute_url()).content.decode()
    other = client.get(given.question.get_absolute_url()).content.decode()
    for body in (page, other):
        assert "Een oud-lid" in body
        assert NAME not in body
        assert institute.name not in body
    assert "Zo deden wij het." in other
    assert Answer.objects.filter(pk=given.pk, author=None, author_name="").exists()
    with connection.cursor() as cursor:
        for model in apps.get_app_config("peers").get_models():
            cursor.execute(f'SELECT t::text FROM "{model._meta.db_table}" t')  # noqa: S608 - a table of ours
            told = " ".join(row[0] for row in cursor.fetchall())
            assert NAME not in told, model
            assert ADDRESS not in told, model


def test_a_proposed_lesson_stays(person):
    given = person.answers.get()
    given.accepted_at = given.created_at
    given.save()
    project = factories.ProjectFactory(published=True)
    draft = lessons.Draft(LessonKind.TIP, "Begin klein", advice="Met één team.")
    proposal = lessons.propose(answer=given, project=project, draft=draft, by=person)
    erase(user=person)
    proposal.refresh_from_db()
    assert proposal.proposed_by is None


class TestNumbers:
    """What editors want to know: over a period, in working days."""

    NOW = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)  # a Wednesday

    def asked(self, day, answered_on=None, **given):
        moment = datetime.datetime(2026, 11, day, 9, tzinfo=datetime.UTC)
        first = answered_on and datetime.datetime(2026, 11, answered_on, 9, tzinfo=datetime.UTC)
        return factories.QuestionFactory(created_at=moment, first_answer_at=first, **given)

    def numbers(self):
        return numbers_of(since=self.NOW - datetime.timedelta(days=30), until=self.NOW, now=self.NOW)

    def test_nothing(self):
        numbers = self.numbers()
        assert (numbers.asked, numbers.median_working_days, numbers.share_in_time) == (0, None, None)

    def test_over_weekends(self):
        self.asked(6, 9)  # Friday to Monday: one working day
        self.asked(9, 12)  # three
        self.asked(9, 18)  # seven: too late
        self.asked(10)  # eleven days without an answer
        self.asked(23)  # may still be answered in time
        self.asked(9, removed_at=self.NOW)
        numbers = self.numbers()
        assert (numbers.asked, numbers.answered, numbers.median_working_days) == (5, 3, 3.0)
        assert numbers.share_in_time == 0.5

    def test_by_theme(self, django_assert_num_queries):
        one, other = factories.ThemeFactory(), factories.ThemeFactory()
        self.asked(9, 10, themes=[one])
        self.asked(9, themes=[one, other])
        self.asked(9, themes=[other])
        self.asked(9, 10, themes=[other])
        with django_assert_num_queries(5):
            numbers = self.numbers()
        assert [(each.theme, each.count) for each in numbers.most_asked] == [(other, 3), (one, 2)]
        assert [(each.theme, each.count) for each in numbers.unanswered_by_theme] == [(other, 2), (one, 1)]
