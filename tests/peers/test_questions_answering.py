"""Answers and what is said to them: who is told, who may change what, and how a question ends."""

import datetime
import json

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from peers.models import Answer, FollowUp, Notice, Question, Thanks
from peers.services.questions import accepting, answering
from peers.services.questions.refusals import QuestionNotOpen, StatusRefused, TooMuchWritten
from peers.states import QuestionStatus
from tests import factories
from tests.mailbox import mails
from tests.pages import Page
from tests.peers.asking import answered, place, question
from tests.searching import found, keys
from tests.test_markdown import ATTACKS

pytestmark = pytest.mark.django_db
LD = 'script[type="application/ld+json"]'
TEXT = "Wij begonnen op één afdeling met beeldschermen."


@pytest.fixture
def person():
    return factories.UserFactory(name="Antwoord Voorbeeld")


def codes(user):
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("code", flat=True))


def test_an_answer_stands_at_once_and_the_asker_is_told(client, person):
    asked = question()
    client.force_login(person)
    factories.MembershipFactory(user=person, institute__name="Zorggroep Antwoord")
    response = client.post(f"{asked.get_absolute_url()}antwoorden/", {"tekst": TEXT, "taal": "nl"})
    made = Answer.objects.get()
    assert response.url == f"{asked.get_absolute_url()}#antwoord-{made.pk}"
    client.logout()
    page = Page.of(client.get(asked.get_absolute_url()))
    assert TEXT in page.text
    assert "Antwoord Voorbeeld , Zorggroep Antwoord" in page.text
    asked.refresh_from_db()
    assert (asked.status, asked.first_answer_at) == ("open", made.created_at)
    assert asked.updated_at >= made.created_at
    assert codes(asked.asker) == ["question_answered"]
    (mail,) = mails(asked.asker.email)
    assert asked.title in mail.subject
    assert found("beeldscherm", "question") == {asked.pk}
    assert "onbeantwoord:ja" not in keys("question")


def test_a_mistake_keeps_what_was_typed(client, person):
    asked = question()
    client.force_login(person)
    page = Page.of(client.post(f"{asked.get_absolute_url()}antwoorden/", {"tekst": "Bel 06-12345678", "taal": "nl"}))
    assert page.title.startswith("Fout:")
    assert "06-12345678" in page.soup.select_one("#id_tekst").get_text()
    assert page.soup.select_one("#id_van_niemand")
    made = answered(question=asked)
    page = Page.of(client.post(place(made, "reageren"), {"tekst": ""}))
    box = page.soup.select_one(f"#reactie-{made.pk}-tekst")
    assert box["aria-invalid"] == "true"
    assert box.find_parent("details").has_attr("open")
    assert page.soup.select_one(f'.vp-errors a[href="#reactie-{made.pk}-tekst"]')


def test_sent_twice_is_one(person):
    asked = question()
    first, second = (answering.answer(question=asked, author=person, text=TEXT) for _time in range(2))
    assert first == second
    reactions = [answering.follow_up(answer=first, author=person, text="Meer weten?") for _time in range(2)]
    assert reactions[0] == reactions[1]
    assert codes(asked.asker).count("question_answered") == 1


def test_only_the_writer_changes_an_answer_and_the_page_says_so(client, person):
    made = answered(author=person, created_at=datetime.datetime(2026, 11, 2, tzinfo=datetime.UTC))
    client.force_login(made.question.asker)
    assert client.get(place(made, "wijzigen")).status_code == 404
    client.force_login(person)
    assert "gewijzigd op" not in Page.of(client.get(made.question.get_absolute_url())).text
    client.post(place(made, "wijzigen"), {"tekst": "Wij deden het anders.", "taal": "en"})
    page = Page.of(client.get(made.question.get_absolute_url()))
    assert "gewijzigd op" in page.text
    assert "Wij deden het anders." in page.text
    assert page.soup.select_one('.vp-answer [lang="en"]')
    made.refresh_from_db()
    assert made.edited_at


def test_a_follow_up_is_told_to_writer_and_asker(client, person):
    made = answered()
    client.force_login(person)
    client.post(place(made, "reageren"), {"tekst": "Hoe lang duurde **dat**?"})
    page = Page.of(client.get(made.question.get_absolute_url()))
    assert page.soup.select_one(".vp-reactions strong").get_text() == "dat"
    assert codes(made.author) == codes(made.question.asker) == ["answer_followed_up"]
    assert codes(person) == []


def test_nobody_hears_from_whom_they_blocked(person):
    asked = question()
    factories.BlockFactory(blocker=asked.asker, blocked=person)
    answering.answer(question=asked, author=person, text=TEXT)
    assert codes(asked.asker) == []


def test_who_follows_the_question_hears_of_an_answer(client, person):
    asked, follower = question(), factories.UserFactory()
    client.force_login(follower)
    button = Page.of(client.get(asked.get_absolute_url())).soup.find(string="Volg deze vraag")
    assert button
    follow = factories.FollowFactory(user=follower, kind="question", question=asked, query="", name=asked.title)
    written = answering.answer(question=asked, author=person, text=TEXT)
    assert follow.matches.values_list("kind", "object_id").get() == ("answer", written.pk)


def test_thanks_are_counted_once_each_and_come_in_the_digest(client, person):
    made = answered()
    client.force_login(person)
    client.post(place(made, "bedanken"))
    assert "1 keer bedankt" in Page.of(client.get(made.question.get_absolute_url())).text
    assert codes(made.author) == ["answer_thanked"]
    assert mails(made.author.email) == []
    client.post(place(made, "bedanken"))
    assert not Thanks.objects.exists()
    client.post(place(made, "bedanken"))
    assert codes(made.author) == ["answer_thanked"]
    client.force_login(made.author)
    assert client.post(place(made, "bedanken")).status_code == 404


def test_the_answer_that_helped_comes_first(client):
    first = answered(text="Het eerste antwoord.")
    second = factories.AnswerFactory(question=first.question, text="Het tweede antwoord.")
    asker = first.question.asker
    client.force_login(asker)
    client.post(place(second, "hielp"))
    page = Page.of(client.get(first.question.get_absolute_url()))
    assert page.soup.select_one(".vp-answer")["id"] == f"antwoord-{second.pk}"
    assert "Dit antwoord hielp de vrager" in page.text
    assert codes(second.author) == ["answer_accepted"]
    assert Question.objects.get().status == QuestionStatus.ANSWERED
    client.post(place(first, "hielp"))
    assert list(Answer.objects.filter(accepted_at__isnull=False)) == [first]
    client.post(place(first, "hielp-niet"))
    assert not Answer.objects.filter(accepted_at__isnull=False).exists()
    assert Question.objects.get().status == QuestionStatus.OPEN


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_is_typed_becomes_active(client, attack):
    made = answered(text=f"Tekst {attack}", question__text=attack, question__title=f"Vraag {attack}"[:150])
    factories.FollowUpFactory(answer=made, text=f"Reactie {attack}")
    soup = Page.of(client.get(made.question.get_absolute_url())).soup
    main = soup.select_one("main")
    assert not main.select("script, iframe, object, embed, style, base, meta, svg:not(.vp-icon), img, template, math")
    assert not [one for one in main.find_all(True) if any(name.startswith("on") for name in one.attrs)]
    assert not [one for one in main.select("a[href]") if one["href"].lower().startswith(("javascript:", "data:"))]


def test_others_do_not_say_what_helped(client, person):
    made = answered()
    client.force_login(person)
    for act in ("hielp", "hielp-niet"):
        assert client.post(place(made, act)).status_code == 404
    for act in ("sluiten", "heropenen"):
        assert client.post(f"{made.question.get_absolute_url()}{act}/").status_code == 404
    made.refresh_from_db()
    assert made.accepted_at is None


def test_closed_is_to_read_and_open_again(client, person):
    made = answered()
    asker = made.question.asker
    client.force_login(asker)
    accepting.accept(answer=made, by=asker)
    client.post(f"{made.question.get_absolute_url()}sluiten/")
    client.force_login(person)
    page = Page.of(client.get(made.question.get_absolute_url()))
    assert "Deze vraag is gesloten." in page.text
    assert not page.soup.select_one("#id_tekst")
    page = Page.of(client.post(f"{made.question.get_absolute_url()}antwoorden/", {"tekst": TEXT, "taal": "nl"}))
    assert "U kunt er niet meer op antwoorden." in page.text
    client.force_login(asker)
    client.post(f"{made.question.get_absolute_url()}heropenen/")
    assert Question.objects.get().status == QuestionStatus.ANSWERED


def test_what_cannot_be_done_is_refused():
    made = answered(removed_at=datetime.datetime(2026, 11, 2, tzinfo=datetime.UTC))
    asker = made.question.asker
    with pytest.raises(StatusRefused):
        accepting.accept(answer=made, by=asker)
    with pytest.raises(QuestionNotOpen):
        answering.follow_up(answer=made, author=asker, text="Nog iets")
    with pytest.raises(StatusRefused):
        accepting.reopen(question=made.question, by=asker)
    Question.objects.update(removed_at=made.removed_at)
    with pytest.raises(QuestionNotOpen):
        answering.answer(question=made.question, author=asker, text=TEXT)


@time_machine.travel("2026-11-20 12:00+00:00", tick=False)
def test_limits_a_day(person):
    made = answered()
    questions = [question() for _one in range(2)]
    factories.AnswerFactory.create_batch(20, author=person, question=questions[0])
    with pytest.raises(TooMuchWritten):
        answering.answer(question=questions[1], author=person, text=TEXT)
    factories.FollowUpFactory.create_batch(40, author=person, answer=made)
    with pytest.raises(TooMuchWritten):
        answering.follow_up(answer=made, author=person, text="Nog één")
    assert FollowUp.objects.count() == 40


def test_as_many_statements_for_one_answer_as_for_three(client):
    counts = []
    made = answered()
    factories.FollowUpFactory(answer=made)
    for _more in range(2):
        client.get(made.question.get_absolute_url())
        with CaptureQueriesContext(connection) as caught:
            client.get(made.question.get_absolute_url())
        counts.append(len(caught))
        for _one in range(2):
            other = factories.AnswerFactory(question=made.question)
            factories.FollowUpFactory.create_batch(2, answer=other)
    assert counts[0] == counts[1]


def test_what_search_engines_are_told(client):
    made = answered()
    second = factories.AnswerFactory(question=made.question, text="</script><script>alert(1)</script>")
    accepting.accept(answer=made, by=made.question.asker)
    body = client.get(made.question.get_absolute_url()).content.decode()
    assert "</script><script>alert(1)" not in body
    data = json.loads(Page.of(client.get(made.question.get_absolute_url())).soup.select_one(LD).string)
    entity = data["mainEntity"]
    assert (data["@type"], entity["@type"], entity["answerCount"]) == ("QAPage", "Question", 2)
    assert entity["acceptedAnswer"]["text"] == made.text
    assert entity["suggestedAnswer"][0]["url"].endswith(f"#antwoord-{second.pk}")
    assert entity["author"] == {"@type": "Person", "name": made.question.asker.name}
