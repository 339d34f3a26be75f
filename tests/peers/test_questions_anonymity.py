"""Whoever asks without a name has none anywhere: on no page, in no feed, mail, notice, index or structured data."""

import pytest
from django.apps import apps
from django.db import connection

from peers.models import Answer, FollowUp, Notice, Question
from peers.services.questions import accepting, answering, merging, moderating, routing
from peers.services.questions.asking import ask
from projects.search.models import SearchDocument
from tests import factories
from tests.mailbox import mails
from tests.pages import Page, body_of
from tests.peers.asking import question

pytestmark = pytest.mark.django_db
NAME, ADDRESS, HOUSE = "Kanarie Fluitjes", "kanarie.fluitjes@zorg.example", "Zorghuis Kanariekooi"
SECRETS = ("Kanarie", "kanarie", "Fluitjes", HOUSE)


@pytest.fixture
def canary():
    user = factories.UserFactory(name=NAME, email=ADDRESS)
    factories.MembershipFactory(user=user, institute__name=HOUSE, institute__slug="zorghuis-kanariekooi")
    factories.ProfileFactory(user=user, name=NAME, slug="kanarie-fluitjes")
    return user


@pytest.fixture
def asked(canary):
    """A question that somebody asked without a name, with all that may happen to one."""
    theme = factories.ThemeFactory(slug="nachtzorg", name="Nachtzorg")
    project = factories.ProjectFactory(published=True, indexed=True, title="Nachtzorg met beeld", themes=[theme])
    factories.ProfileFactory(projects=[project], themes=[theme], name="Ervaren Voorbeeld")
    institute = canary.memberships.get().institute
    made = ask(
        asker=canary,
        title="Hoe regelt u nachtzorg?",
        text="Beeld?",
        themes=[theme],
        institute=institute,
        is_anonymous=True,
    )
    routing.route(question_pk=made.pk)
    reader = factories.UserFactory(name="Lezer Voorbeeld")
    given = answering.answer(question=made, author=reader, text="Met beeld.")
    answering.follow_up(answer=given, author=canary, text="Welk beeld?")
    own = answering.answer(question=made, author=canary, text="Intussen gevonden.")
    answering.follow_up(answer=own, author=reader, text="Fijn.")
    accepting.accept(answer=given, by=canary)
    answering.thank(answer=given, by=canary)
    made.refresh_from_db()
    return made


def addresses(asked):
    themes, project = asked.themes.all(), "/projecten/"
    more = [theme.get_absolute_url() for theme in themes]
    lists = ["/vragen/", "/vragen/?q=nachtzorg", "/vragen/feed.atom", "/zoeken/?q=nachtzorg", "/sitemap-questions.xml"]
    return [asked.get_absolute_url(), f"/en{asked.get_absolute_url()}", *lists, *more, project, "/api/v1/facets"]


def test_no_page_or_feed_tells_who(client, asked):
    page = Page.of(client.get(asked.get_absolute_url()))
    assert page.text.count("Iemand uit de zorg") >= 3
    assert "Iemand uit de zorg (vrager)" in page.text
    reader = Answer.objects.exclude(is_anonymous=True).get().author
    for user in (None, reader):
        if user:
            client.force_login(user)
        for address in addresses(asked):
            body = body_of(client.get(address)).decode()
            assert [secret for secret in SECRETS if secret in body] == [], address


def test_no_mail_or_notice_of_others_tells_who(asked, canary):
    others = [mail for mail in mails() if ADDRESS not in mail.to]
    assert len(others) >= 3
    for mail in others:
        whole = f"{mail.subject} {mail.message} {mail.html_message} {mail.headers} {mail.from_email}"
        assert [secret for secret in SECRETS if secret in whole] == []
    assert not [
        one for one in Notice.objects.exclude(user=canary) if any(s in f"{one.title}{one.path}" for s in SECRETS)
    ]


def test_no_name_is_kept_with_what_was_said(asked, canary):
    for written in (*Answer.objects.filter(author=canary), *FollowUp.objects.filter(author=canary)):
        assert (written.is_anonymous, written.author_name) == (True, "")
    assert asked.institute is None


def test_the_index_does_not_know_the_name(asked):
    assert SearchDocument.objects.filter(kind="question", object_id=asked.pk).exists()
    with connection.cursor() as cursor:
        for model in apps.get_app_config("search").get_models():
            cursor.execute(f'SELECT t::text FROM "{model._meta.db_table}" t')  # noqa: S608 - a table of ours
            told = " ".join(row[0].lower() for row in cursor.fetchall())
            # A word of the public profile may be known; together with the question it is not.
            if model is SearchDocument or "nachtzorg" in told:
                assert "kanariekooi" not in told


def test_it_stays_so_when_the_answers_move_to_another_question(client, asked):
    into = question(title="Hoe doet u dat, nachtzorg?")
    merging.merge(gone=asked, into=into, by=factories.UserFactory(moderator=True))
    response = client.get(asked.get_absolute_url())
    assert (response.status_code, response.url) == (301, into.get_absolute_url())
    body = client.get(into.get_absolute_url()).content.decode()
    assert "Intussen gevonden." in body
    assert [secret for secret in SECRETS if secret in body] == []


def test_moderators_see_who(client, asked):
    client.force_login(factories.UserFactory(moderator=True))
    assert NAME in client.get(f"/admin/peers/question/{asked.pk}/change/").content.decode()


def test_nor_when_it_was_taken_down_and_put_back(client, asked):
    by = factories.UserFactory(moderator=True)
    moderating.take_down(thing=asked, by=by, reason="Even kijken.")
    assert client.get(asked.get_absolute_url()).status_code == 404
    moderating.put_back(thing=Question.objects.get(pk=asked.pk), by=by)
    assert "Iemand uit de zorg" in client.get(asked.get_absolute_url()).content.decode()
