"""Searches of every finder are kept, each beside those of the others; page and mail say which list it was."""

import datetime

import pytest
from django.utils import timezone

from peers.models import Follow, Match, Profile
from peers.services.following import digest, matching
from peers.services.following.history import HISTORIES
from peers.services.following.own_people import OWNERS
from peers.services.following.showing import KINDS
from peers.services.unsubscribing import unsubscribe_page
from projects.filters import finders
from projects.search import kinds
from projects.search.indexing import index
from projects.services.projects import publish
from tests import factories
from tests.mailbox import mails
from tests.peers.asking import question
from tests.peers.profiles import found_profile

pytestmark = pytest.mark.django_db
LIST, ASK = "/mijn/zoekopdrachten/", "/mijn/zoekopdrachten/volgen/"
PAGES = {
    "projecten": "/projecten/",
    "lessen": "/lessen/",
    "hulpmiddelen": "/hulpmiddelen/",
    "keuzehulpen": "/keuzehulpen/",
    "vragen": "/vragen/",
    "experts": "/experts/",
}
SLUGS = pytest.mark.parametrize("slug", PAGES)


@pytest.fixture
def member():
    return factories.UserFactory()


@pytest.fixture
def page(client, member):
    client.force_login(member)
    return client


@pytest.fixture
def findable():
    """One thing of each kind that the word 'rollator' finds."""
    project = factories.ProjectFactory(published=True, title="Lopen met een rollator")
    factories.LessonFactory(project=project, title="Oefen met de rollator")
    factories.ResourceFactory(project=project, title="Folder over de rollator")
    factories.ResourceFactory(project=project, title="Welke rollator kies ik?", kind="decision_aid")
    index("project", [project.pk])
    question(title="Wie leert mensen lopen met een rollator?")
    found_profile(name="Demi Bakker", role="Fysiotherapeut", introduction="Ik weet alles van de rollator.")


def test_all_finders_are_there_and_everything_is_known_of_what_they_find():
    assert {finder.slug for finder in finders.all_()} == PAGES.keys()
    for finder in finders.all_():
        assert finder.kind in kinds.names()
        assert {finder.kind} <= HISTORIES.keys() & OWNERS.keys() & KINDS.keys()


class TestKeeping:
    """From the page of a finder to a kept search of it."""

    @SLUGS
    @pytest.mark.parametrize("asked", ["q=rollator", "q=xqzvw", ""])
    def test_each_page_leads_on(self, client, findable, slug, asked):
        named = "" if slug == "projecten" else f"&amp;lijst={slug}"
        address = f"{ASK}?zoek={asked.replace('=', '%3D')}{named}"
        assert f'href="{address}"' in client.get(PAGES[slug], dict([asked.split("=")] if asked else [])).text

    @SLUGS
    def test_is_asked_about_and_kept_for_that_finder(self, page, findable, slug):
        shown = page.get(ASK, {"zoek": "q=rollator&sort=newest&vreemd=1", "lijst": slug}).text
        assert f'href="{PAGES[slug]}?q=rollator"' in shown
        assert f'name="lijst" value="{slug}"' in shown
        given = {"zoek": "q=rollator", "lijst": slug, "name": "Lopen", "frequency": "daily"}
        assert page.post(ASK, given).url == LIST
        kept = Follow.objects.get()
        assert (finders.get(kept.finder).slug, kept.query, kept.name) == (slug, "q=rollator", "Lopen")

    def test_the_same_words_once_for_each_finder(self, page):
        for slug in [*PAGES, *PAGES]:
            page.post(ASK, {"zoek": "q=rollator", "lijst": slug})
        assert Follow.objects.count() == len(PAGES)

    def test_facets_are_those_of_the_finder(self, page):
        asked = "wie=director&hulpmiddel=toolkit&les=pitfall&onbeantwoord=ja&fase=pilot"
        for slug in PAGES:
            page.post(ASK, {"zoek": asked, "lijst": slug})
        assert dict(Follow.objects.values_list("finder", "query")) == {
            "project": "fase=pilot",
            "lesson": "fase=pilot&les=pitfall",
            "resource": "hulpmiddel=toolkit",
            "decision_aid": "",
            "question": "onbeantwoord=ja",
            "expert": "wie=director",
        }

    def test_of_people_it_is_said_whom_one_hears_of(self, page):
        told = "van wie iedereen het profiel mag zien"
        assert told in page.get(ASK, {"zoek": "q=a", "lijst": "experts"}).text
        assert told not in page.get(ASK, {"zoek": "q=a", "lijst": "vragen"}).text

    def test_what_finds_everything_has_a_name_too(self, page):
        assert [page.post(ASK, {"zoek": "", "lijst": slug}).url for slug in PAGES] == list(PAGES.values())
        assert set(Follow.objects.values_list("name", flat=True)) == {f"Alle nieuwe {slug}" for slug in PAGES}

    @pytest.mark.parametrize("slug", ["", "project", "programmas", "nergens"])
    def test_another_list_is_not_there(self, page, slug):
        assert page.get(ASK, {"zoek": "q=a", "lijst": slug}).status_code == 404
        assert page.post(ASK, {"zoek": "q=a", "lijst": slug}).status_code == 404

    def test_without_a_list_it_is_projects(self, page):
        page.post(ASK, {"zoek": "q=a"})
        assert Follow.objects.get().finder == "project"


def test_the_feed_of_decision_aids_is_that_of_resources(client, findable):
    factories.ConditionFactory(name="Vallen", slug="vallen")
    for asked, fed in (
        ({}, "hulpmiddel=decision_aid"),
        ({"q": "rollator"}, "q=rollator&amp;hulpmiddel=decision_aid"),
        ({"q": "vallen"}, "q=vallen&amp;hulpmiddel=decision_aid&amp;aandoening=vallen"),
    ):
        assert f'href="/hulpmiddelen/feed.atom?{fed}"' in client.get("/keuzehulpen/", asked).text


class TestList:
    """What somebody follows says which list it searches, and leads back there."""

    def test_says_which_list_and_leads_back(self, page, member, django_assert_num_queries):
        for finder in finders.all_():
            factories.FollowFactory(user=member, finder=finder.name, query="q=rollator")
        with django_assert_num_queries(4):
            shown = page.get(LIST).text
        for slug, path in PAGES.items():
            assert f"Zoekopdracht ({slug})" in shown
            assert f'href="{path}?q=rollator&amp;sort=newest"' in shown

    def test_changing_keeps_the_list(self, page, member):
        one = factories.FollowFactory(user=member, finder="lesson", query="q=a")
        assert "(lessen)" in page.get(f"{LIST}{one.pk}/").text
        page.post(f"{LIST}{one.pk}/", {"name": "Anders", "frequency": "never"})
        one.refresh_from_db()
        assert (one.finder, one.name) == ("lesson", "Anders")

    def test_in_english(self, page, member):
        factories.FollowFactory(user=member, finder="expert", query="q=a")
        shown = page.get(f"/en{LIST}").text
        assert "Search (experts)" in shown
        assert 'href="/en/experts/?q=a&amp;sort=newest"' in shown


class TestMail:
    """One mail, with a group for each search: which list, what is new there, and the way back."""

    def follow_all(self, user):
        for finder in finders.all_():
            one = factories.FollowFactory(user=user, finder=finder.name, query="q=rollator", name="Rollator")
            Follow.objects.filter(pk=one.pk).update(frequency="at_once", created_at=timezone.now())

    def test_a_group_for_each(self, member, findable):
        self.follow_all(member)
        Follow.objects.update(created_at=timezone.now() - datetime.timedelta(days=1))
        matching.match_new()
        assert digest.send_at_once(now=timezone.now()) == 1
        [mail] = mails(member.email)
        for slug in PAGES:
            assert f"Rollator ({slug})" in mail.message
        for line in (
            "- Lopen met een rollator: https://vindplaats.example/projecten/",
            "- Nieuwe les: Oefen met de rollator: https://vindplaats.example/lessen/",
            "- Toolkit: Folder over de rollator: https://vindplaats.example/hulpmiddelen/",
            "- Keuzehulp: Welke rollator kies ik?: https://vindplaats.example/hulpmiddelen/",
            "- Wie leert mensen lopen met een rollator?: https://vindplaats.example/vragen/",
            "- Demi Bakker, Fysiotherapeut: https://vindplaats.example/experts/",
        ):
            assert line in mail.message, line
        assert mail.message.count("/afmelden/") == len(PAGES) + 1

    def test_stopping_says_which_list(self, client, member):
        one = factories.FollowFactory(user=member, finder="lesson", query="q=a", name="Rollator")
        page = unsubscribe_page(f"follow:{one.pk}")()
        path = page.removeprefix("https://vindplaats.example")
        assert "Rollator (lessen)" in client.get(path).text
        client.post(path)
        one.refresh_from_db()
        assert one.frequency == "never"

    def test_a_name_that_tells_the_list_is_enough(self, member, findable):
        one = factories.FollowFactory(user=member, finder="expert", query="", name="Alle nieuwe experts")
        Follow.objects.update(frequency="at_once")
        factories.MatchFactory(follow=one, kind="expert", object_id=Profile.objects.get().pk)
        digest.send_at_once(now=timezone.now())
        assert "\nAlle nieuwe experts\n" in mails(member.email)[0].message

    def test_in_the_language_of_the_person(self, findable):
        person = factories.UserFactory(language="en")
        self.follow_all(person)
        Follow.objects.update(created_at=timezone.now() - datetime.timedelta(days=1))
        matching.match_new()
        digest.send_at_once(now=timezone.now())
        text = mails(person.email)[0].message
        assert "Rollator (lessons)" in text
        assert "- New lesson: Oefen met de rollator: https://vindplaats.example/en/lessen/" in text
        assert "- Decision aid: Welke rollator kies ik?" in text

    def test_more_than_fit_lead_to_that_finder(self, member):
        one = factories.FollowFactory(user=member, finder="question", query="q=rollator", frequency="at_once")
        for number in range(12):
            asked = question(title=f"Rollator, vraag {number}")
            factories.MatchFactory(follow=one, kind="question", object_id=asked.pk)
        digest.send_at_once(now=timezone.now())
        text = mails(member.email)[0].message
        assert "- en nog 2: https://vindplaats.example/vragen/?q=rollator&sort=newest" in text

    def test_who_hid_the_profile_meanwhile_is_not_named(self, member):
        profile = found_profile(name="Demi Bakker")
        one = factories.FollowFactory(user=member, finder="expert", query="", frequency="at_once")
        factories.MatchFactory(follow=one, kind="expert", object_id=profile.pk)
        type(profile).objects.update(visibility="members")
        assert digest.send_at_once(now=timezone.now()) == 0
        assert not mails(member.email)
        assert Match.objects.get().mailed_at is not None


def test_a_lesson_search_and_its_project_in_one_publication(member):
    """What is published together is told together, to each search what it asked for."""
    project = factories.ProjectFactory(submitted=True, title="Slapen")
    lesson = factories.LessonFactory(project=project, title="Doe het licht uit")
    searches = {
        name: factories.FollowFactory(finder=name, query="q=licht", user=member) for name in ("project", "lesson")
    }
    Follow.objects.update(created_at=timezone.now() - datetime.timedelta(days=1))
    publish(project=project, by=None)
    matching.match_new()
    assert dict(Match.objects.values_list("follow", "kind")) == {
        searches["project"].pk: "project",
        searches["lesson"].pk: "lesson",
    }
    assert Match.objects.get(kind="lesson").object_id == lesson.pk
