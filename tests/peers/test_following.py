"""Follow, change, take away and bring back; nobody else's, never by looking at a page."""

import datetime
import io
import zipfile

import pytest
from django.utils import timezone

from peers.models import Follow, FollowPause, Match
from peers.services.following import digest, saving
from peers.services.questions.answering import answer
from peers.states import FollowKind, Frequency
from projects.services.projects import archive
from projects.services.status_updates import add_status_update
from tests import factories
from tests.mailbox import mails
from vindplaats.mine.data import archive as take_along

pytestmark = pytest.mark.django_db
LIST, ASK = "/mijn/zoekopdrachten/", "/mijn/zoekopdrachten/volgen/"


@pytest.fixture
def member():
    return factories.UserFactory()


@pytest.fixture
def page(client, member):
    client.force_login(member)
    return client


def follow(user, **given):
    return factories.FollowFactory(user=user, **given)


class TestBegin:
    """To follow something."""

    def test_a_search_is_asked_about_and_kept(self, page, member):
        asked = f"{ASK}?zoek=q%3Dvalpreventie%26fase%3Dpilot%26sort%3Dnewest"
        shown = page.get(asked)
        assert 'value="fase=pilot&amp;q=valpreventie&amp;sort=newest"' not in shown.text
        assert "valpreventie, Pilot" in shown.text
        assert not Follow.objects.exists()
        given = {"zoek": "q=valpreventie&fase=pilot", "name": "Vallen", "frequency": "daily"}
        assert page.post(ASK, given).url == LIST
        kept = Follow.objects.get()
        assert (kept.user, kept.query, kept.name, kept.frequency) == (
            member,
            "fase=pilot&q=valpreventie",
            "Vallen",
            "daily",
        )

    def test_everything_new(self, page):
        assert "Alle nieuwe projecten" in page.get(f"{ASK}?zoek=").text
        page.post(ASK, {"zoek": "", "name": "Alles", "frequency": "weekly"})
        assert Follow.objects.get().query == ""

    def test_a_button_follows_at_once_and_leads_back(self, page):
        project = factories.ProjectFactory(published=True, indexed=True)
        assert 'name="project"' in page.get(project.get_absolute_url()).text
        assert page.post(ASK, {"project": project.slug}).url == project.get_absolute_url()
        assert Follow.objects.get().kind == FollowKind.PROJECT
        assert "U volgt dit." in page.get(project.get_absolute_url()).text

    def test_theme_and_region_have_a_button(self, page, client):
        theme, region = factories.ThemeFactory(), factories.RegionFactory()
        for thing, query in ((theme, f"thema={theme.slug}"), (region, f"regio={region.slug}")):
            assert f'name="zoek" value="{query}"' in page.get(thing.get_absolute_url()).text
            page.post(ASK, {"zoek": query})
            assert "U volgt dit." in page.get(thing.get_absolute_url()).text
        assert set(Follow.objects.values_list("query", flat=True)) == {f"thema={theme.slug}", f"regio={region.slug}"}

    def test_a_question_and_its_answers(self, page, member):
        question = factories.QuestionFactory()
        assert 'name="vraag"' in page.get(question.get_absolute_url()).text
        assert page.post(ASK, {"vraag": question.slug, "frequency": "at_once"}).url == LIST
        assert "U volgt dit." in page.get(question.get_absolute_url()).text
        written = answer(question=question, author=factories.UserFactory(), text="Wij doen dit zo.")
        answer(question=question, author=member, text="Ik ook.")
        assert Match.objects.values_list("follow__user", "kind", "object_id").get() == (member.pk, "answer", written.pk)
        assert digest.send_at_once(now=timezone.now()) == 1
        [mail] = mails(member.email)
        assert "Nieuw antwoord: Wij doen dit zo." in mail.message

    def test_visitors_are_led_to_log_in_first(self, client):
        project = factories.ProjectFactory(published=True, indexed=True)
        link = f"{ASK}?project={project.slug}"
        assert link in client.get(project.get_absolute_url()).text
        assert client.get(link).url.startswith("/account/login/?next=")
        assert client.post(ASK, {"project": project.slug}).status_code == 302
        assert not Follow.objects.exists()

    def test_results_and_no_results_lead_on(self, client):
        factories.ProjectFactory(published=True, indexed=True, title="Rollator")
        for asked in ("q=rollator", "q=xqzvw"):
            assert f"{ASK}?zoek={asked.replace('=', '%3D')}" in client.get(f"/projecten/?{asked}").text

    def test_again_changes_how_often_and_begins_no_second(self, page):
        for frequency in ("daily", "weekly"):
            page.post(ASK, {"zoek": "q=a", "name": "A", "frequency": frequency})
        assert Follow.objects.get().frequency == "weekly"

    def test_what_was_taken_away_begins_anew(self, page, member):
        old = follow(member, query="q=a", removed_at=timezone.now())
        Follow.objects.update(created_at=timezone.now() - datetime.timedelta(days=9))
        factories.MatchFactory(follow=old)
        page.post(ASK, {"zoek": "q=a", "name": "A", "frequency": "daily"})
        again = Follow.objects.get()
        assert again.removed_at is None
        assert again.created_at > timezone.now() - datetime.timedelta(hours=1)
        assert not Match.objects.exists()

    @pytest.mark.parametrize("asked", ["", "?project=nergens", "?vraag=nergens", f"?zoek=q%3D{'a' * 2001}"])
    def test_what_is_not_there(self, page, asked):
        assert page.get(ASK + asked).status_code == 404

    def test_hidden_projects_are_not_there(self, page):
        assert page.get(f"{ASK}?project={factories.ProjectFactory(submitted=True).slug}").status_code == 404

    def test_says_what_is_wrong_and_keeps_what_was_typed(self, page):
        shown = page.post(ASK, {"zoek": "q=a", "name": "", "frequency": "soms"})
        assert shown.text.count("vp-field__error") == 2
        assert "<title>Fout:" in shown.text
        assert not Follow.objects.exists()

    def test_a_hundred_and_no_more(self, page, member):
        for number in range(saving.MOST):
            follow(member, query=f"q={number}")
        assert "U volgt al 100 dingen" in page.post(ASK, {"zoek": "q=meer"}).text
        shown = page.post(ASK, {"zoek": "q=meer", "name": "Meer", "frequency": "daily"})
        assert "U volgt al 100 dingen" in shown.text
        assert 'value="Meer"' in shown.text
        Follow.objects.filter(query="q=3").update(removed_at=timezone.now())
        assert page.post(ASK, {"zoek": "q=meer"}).status_code == 302


class TestList:
    """The list of what somebody follows."""

    def test_shows_what_is_new_at_one_query_count(self, page, member, django_assert_num_queries):
        def look(number):
            for _ in range(number):
                one = follow(member, name="Een zoekopdracht", query=f"q={Follow.objects.count()}")
                factories.MatchFactory.create_batch(2, follow=one)
                factories.MatchFactory(follow=one, mailed_at=timezone.now())
                follow(member, kind="project", query="", project=factories.ProjectFactory(published=True))
            with django_assert_num_queries(4):
                return page.get(LIST).text

        assert look(1).count("2 nieuw sinds") == 1
        assert look(2).count("2 nieuw sinds") == 3

    def test_only_ones_own(self, page, member):
        follow(factories.UserFactory(), name="Van een ander")
        follow(member, name="Van mij")
        shown = page.get(LIST).text
        assert ("Van mij" in shown, "Van een ander" in shown) == (True, False)

    def test_what_is_gone_is_said(self, page, member):
        project = factories.ProjectFactory(published=True)
        follow(member, kind="project", query="", project=project)
        archive(project=project, by=None)
        shown = page.get(LIST).text
        assert "Staat niet meer op de site" in shown
        assert project.get_absolute_url() not in shown

    def test_pause_and_on_again(self, page, member):
        follow(member)
        page.post(LIST, {"what": "pause"})
        assert FollowPause.objects.get().user == member
        assert "U hebt een pauze" in page.get(LIST).text
        page.post(LIST, {"what": "resume"})
        assert not FollowPause.objects.exists()

    def test_is_in_mine(self, page, member):
        factories.MatchFactory(follow=follow(member, name="Van mij"))
        shown = page.get("/mijn/").text
        assert "Van mij" in shown
        assert "1 nieuw" in shown


class TestChange:
    """Change, take away, bring back."""

    def test_name_and_how_often(self, page, member):
        one = follow(member)
        page.post(f"{LIST}{one.pk}/", {"name": "Anders", "frequency": "never"})
        one.refresh_from_db()
        assert (one.name, one.frequency) == ("Anders", Frequency.NEVER)

    def test_a_project_keeps_its_name(self, page, member):
        one = follow(member, kind="project", query="", project=factories.ProjectFactory(published=True), name="P")
        page.post(f"{LIST}{one.pk}/", {"name": "Anders", "frequency": "daily"})
        one.refresh_from_db()
        assert (one.name, one.frequency) == ("P", Frequency.DAILY)

    def test_away_and_back(self, page, member):
        one = follow(member, name="Weg ermee")
        found = factories.MatchFactory(follow=one)
        assert page.get(f"{LIST}{one.pk}/weghalen/").status_code == 405
        shown = page.get(page.post(f"{LIST}{one.pk}/weghalen/").url)
        assert "‘Weg ermee’ is weggehaald" in shown.text
        assert "vp-follows__one" not in shown.text
        page.post(f"{LIST}{one.pk}/terughalen/")
        assert "vp-follows__one" in page.get(LIST).text
        assert Match.objects.get() == found

    def test_another_person_can_do_nothing(self, page):
        one = follow(factories.UserFactory())
        gone = follow(factories.UserFactory(), removed_at=timezone.now(), name="Geheim")
        assert page.get(f"{LIST}{one.pk}/").status_code == 404
        for path in (f"{one.pk}/", f"{one.pk}/weghalen/", f"{gone.pk}/terughalen/"):
            assert page.post(LIST + path, {"name": "x", "frequency": "daily"}).status_code == 404
        assert "Geheim" not in page.get(f"{LIST}?weg={gone.pk}").text

    def test_after_a_day_it_is_gone_for_good(self, member):
        follow(member, removed_at=timezone.now() - datetime.timedelta(hours=25), query="q=oud")
        kept = follow(member, removed_at=timezone.now() - datetime.timedelta(hours=23), query="q=nieuw")
        assert saving.clean_up(now=timezone.now()) == 1
        assert Follow.objects.get() == kept
        assert set(Follow.pgh_event_model.objects.values_list("query", flat=True)) == {"q=nieuw"}


class TestHearing:
    """What happens to what is followed reaches who follows it."""

    def test_a_status_update_reaches_followers_but_not_its_writer(self):
        membership = factories.MembershipFactory()
        project = factories.ProjectFactory(published=True, institute=membership.institute)
        one = follow(factories.UserFactory(), kind="project", query="", project=project)
        follow(membership.user, kind="project", query="", project=project)
        gone = follow(factories.UserFactory(), kind="project", query="", project=project, removed_at=timezone.now())
        update = add_status_update(project=project, text="Het loopt.", by=membership.user)
        assert Match.objects.values_list("follow", "kind", "object_id").get() == (one.pk, "update", update.pk)
        assert not gone.matches.exists()


class TestOnesOwnData:
    """What somebody follows is theirs."""

    def test_is_taken_along(self, member):
        follow(member, name="Mijn zoekopdracht")
        files = zipfile.ZipFile(io.BytesIO(take_along(member)))
        assert any("Mijn zoekopdracht" in files.read(name).decode() for name in files.namelist())


def test_english(page, member):
    follow(member)
    for path in ("/en" + LIST, f"/en{ASK}?zoek=q%3Da"):
        assert page.get(path).status_code == 200
