"""The finder of questions: what is found, in which order, and what leads to it and on from it."""

import datetime
from xml.etree import ElementTree

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from peers.states import QuestionStatus
from projects.models import Theme
from projects.search.indexing import index
from projects.services.saving import delete
from projects.services.themes import save_theme
from tests import factories
from tests.pages import Page, body_of
from tests.peers.asking import answered, question
from tests.searching import found, keys

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NOW = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)


def titles(client, address="/vragen/"):
    page = Page.of(client.get(address))
    return [one.get_text() for one in page.soup.select("#resultaten .vp-result__title")]


def test_found_by_question_answer_and_theme(client):
    theme = factories.ThemeFactory(name="Valpreventie", slug="valpreventie")
    asked = question(title="Wie weet meer van beweegmatten?", text="Voor de nacht.", themes=[theme])
    other = answered(question__title="Hoe gaat u om met vakantie?", text="Wij gebruikten een rooster in Excel.")
    assert titles(client, "/vragen/?q=beweegmat") == [asked.title]
    assert titles(client, "/vragen/?q=valpreventie") == [asked.title]
    assert titles(client, "/vragen/?q=rooster") == [other.question.title]


def test_what_was_taken_down_or_merged_is_not_found(client):
    into = question(title="Een vraag die blijft staan")
    question(title="Een vraag die weg is", removed_at=NOW)
    question(title="Een vraag die opging in een andere", status=QuestionStatus.MERGED, merged_into=into)
    hidden = factories.AnswerFactory(question=into, text="Een verborgen woord: kwikzilver.", removed_at=NOW)
    assert titles(client) == [into.title]
    assert titles(client, "/vragen/?q=kwikzilver") == []
    assert hidden.text not in client.get(into.get_absolute_url()).content.decode()


def test_facets_narrow_and_count(client):
    parent = factories.ThemeFactory(slug="digitaal")
    theme = factories.ThemeFactory(slug="beeldbellen", parent=parent)
    open_ = question(title="Vraag een", themes=[theme])
    helped = answered(question__title="Vraag twee", question__status=QuestionStatus.ANSWERED, accepted_at=NOW)
    english = question(title="Question three", language="en")
    assert set(titles(client, "/vragen/?thema=digitaal")) == {open_.title}
    assert set(titles(client, "/vragen/?stand=answered")) == {helped.question.title}
    assert set(titles(client, "/vragen/?onbeantwoord=ja")) == {open_.title, english.title}
    assert titles(client, "/vragen/?taal=en") == [english.title]
    page = Page.of(client.get("/vragen/"))
    box = page.soup.select_one('[name="onbeantwoord"][value="ja"]').find_parent("li")
    assert "2" in box.get_text()


def test_orders(client):
    old = question(title="Oud zonder antwoord", created_at=NOW - datetime.timedelta(days=30))
    busy = answered(
        question__title="Oud en druk besproken",
        question__created_at=NOW - datetime.timedelta(days=20),
        question__updated_at=NOW,
    )
    new = answered(question__title="Nieuw en beantwoord", question__created_at=NOW - datetime.timedelta(days=2))
    assert titles(client) == [new.question.title, busy.question.title, old.title]
    assert titles(client, "/vragen/?sort=active") == [busy.question.title, new.question.title, old.title]
    assert titles(client, "/vragen/?sort=unanswered") == [old.title, new.question.title, busy.question.title]


def test_an_order_of_another_finder_is_left_out(client):
    question()
    page = Page.of(client.get("/projecten/?sort=unanswered"))
    assert page.soup.select_one("h1")
    assert [one["value"] for one in Page.of(client.get("/vragen/")).soup.select("#sort option")] == [
        "newest",
        "active",
        "unanswered",
    ]


def test_nothing_found_leads_to_asking(client):
    page = Page.of(client.get("/vragen/?q=xqzvwk"))
    assert page.soup.select_one('#resultaten a[href="/vragen/stellen/?q=xqzvwk"]')
    for address in ("/projecten/?q=xqzvwk", "/zoeken/?q=xqzvwk"):
        links = [one["href"] for one in Page.of(client.get(address)).soup.select("main a")]
        assert "/vragen/stellen/?q=xqzvwk" in links, address


def test_in_everything_and_in_the_menu(client):
    asked = question(title="Wie weet meer van beweegmatten?")
    page = Page.of(client.get("/zoeken/?q=beweegmatten"))
    assert page.soup.select_one("#vragen")
    assert asked.title in page.text
    assert page.soup.select_one('.vp-nav a[href="/vragen/"]')


@pytest.mark.parametrize("address", ["/vragen/", "/vragen/?q=beeldzorg", "/vragen/feed.atom", "/zoeken/?q=beeldzorg"])
def test_as_many_statements_for_one_as_for_three(client, address):
    counts = []
    theme = factories.ThemeFactory(slug="beeldzorg")
    for number in (1, 2):
        for _one in range(number):
            made = answered(question__themes=[theme])
            factories.AnswerFactory(question=made.question)
        for _time in range(2):
            body_of(client.get(address))
        with CaptureQueriesContext(
            connection,
        ) as caught:
            body_of(client.get(address))
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_feed(client):
    old = question(title="Oude vraag over zorg", created_at=NOW - datetime.timedelta(days=30))
    new = question(title="Nieuwe vraag over zorg", created_at=NOW)
    response = client.get("/vragen/feed.atom?q=zorg&sort=unanswered")
    feed = ElementTree.fromstring(body_of(response))  # noqa: S314 - it is our own
    assert feed.findtext(f"{ATOM}title") == "Vindplaats: vragen over zorg"
    assert [one.findtext(f"{ATOM}title") for one in feed.findall(f"{ATOM}entry")] == [new.title, old.title]
    assert feed.find(f"{ATOM}entry/{ATOM}author/{ATOM}name").text == "Vindplaats"


def test_sitemap(client):
    asked = question()
    question(slug="weg", removed_at=timezone.now())
    told = body_of(client.get("/sitemap-questions.xml")).decode()
    assert asked.get_absolute_url() in told
    assert "/vragen/weg/" not in told
    assert "/vragen/<" in body_of(client.get("/sitemap-pages.xml")).decode()


def test_on_the_page_of_a_theme_and_beside_a_project(client):
    theme = factories.ThemeFactory(name="Valpreventie", slug="valpreventie")
    project = factories.ProjectFactory(published=True, indexed=True, themes=[theme])
    assert "Hierover is nog niets gevraagd." in Page.of(client.get(theme.get_absolute_url())).text
    assert "Vragen over deze thema" not in Page.of(client.get(project.get_absolute_url())).text
    asked = question(themes=[theme])
    gone = question(title="Een vraag die weg is", themes=[theme], removed_at=NOW)
    for address in (theme.get_absolute_url(), project.get_absolute_url()):
        page = Page.of(client.get(address)).text
        assert asked.title in page
        assert gone.title not in page


def test_a_theme_that_gets_another_name_is_found_by_it(moderator):
    theme = factories.ThemeFactory(name="Valpreventie", slug="valpreventie")
    asked = question(title="Wie weet meer?", text="", themes=[theme])
    expert = factories.ProfileFactory(themes=[theme])
    index("expert", [expert.pk])
    theme.name, theme.slug = "Struikelvrij", "struikelvrij"
    save_theme(theme=theme, by=moderator)
    assert found("struikelvrij", "question") == {asked.pk}
    assert "thema:struikelvrij" in keys("question")
    assert found("struikelvrij", "expert") == {expert.pk}
    delete(things=Theme.objects.filter(pk=theme.pk), by=None)
    assert found("struikelvrij", "question") == found("struikelvrij", "expert") == set()


def test_words_of_members_leave_no_spelling_behind():
    asked = question(title="Wie kent Kwikzilvertje?")
    assert found("kwikzilvertje", "question") == {asked.pk}
    with connection.cursor() as cursor:
        for model in apps.get_app_config("search").get_models():
            if "word" in model._meta.model_name:
                cursor.execute(f'SELECT t::text FROM "{model._meta.db_table}" t')  # noqa: S608 - a table of ours
                assert "kwikzilvertje" not in " ".join(row[0] for row in cursor.fetchall())
