"""What goes with a person, what a person can take along, and what moderators may do."""

import datetime

import pghistory
import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse

from peers.models import Consent, Position, Profile, Question
from peers.services import profiles
from peers.services.capacity import RENEW, take_place
from peers.services.profile_calendar import follow
from peers.services.profiles import Workplace, Written
from peers.states import ConsentKind, ProfileKind
from peers.tasks import profiles as tasks
from projects.models import Report, ReviewCase
from projects.services.refusals import ReasonMissing, Refused
from projects.services.review.reports import report_page
from tests import factories
from tests.jobs import jobs
from tests.pages import Page
from tests.peers.profiles import found_profile
from tests.searching import indexed, keys
from vindplaats import hooks
from vindplaats.mail.models import Mail
from vindplaats.mine.erasing import erase

pytestmark = pytest.mark.django_db
NAME, WORD = "Kanarieke Zangvogel", "zangvogel"


@pytest.fixture
def profile():
    """Return a profile in which every text holds a word that is nowhere else."""
    user = factories.UserFactory(name=NAME)
    fields = {"kind": ProfileKind.EXPERIENCE, "name": NAME, "offers": ["visit"], "languages": ["nl"]}
    fields |= dict.fromkeys(("role", "introduction", "wishes", "availability"), NAME)
    workplaces = [Workplace(organisation=NAME, role=NAME)]
    agreed = {"agreed": f"Akkoord, {NAME}", "agreed_health": "Ook dit.", "health_story": NAME}
    fields |= {"monthly_limit": 1, "visibility": "public"}
    return profiles.save(user=user, written=Written(fields=fields, workplaces=workplaces, **agreed))


def tables_with(word):
    """Return the models with a row that holds this word."""
    skipped = (pghistory.models.Events, pghistory.models.MiddlewareEvents)
    models = [one for one in apps.get_models() if one not in skipped and one._meta.managed]
    return {one.__name__ for one in models if any(word in str(row).lower() for row in one._base_manager.values())}


def test_person_takes_all_of_it_along(profile):
    told = {name: rows for given in hooks.person_data(profile.user) for name, rows in given.items()}
    assert told["profiel"][0]["health_story"] == NAME
    assert told["profiel-werkplekken"][0]["organisation"] == NAME
    assert {one["kind"] for one in told["profiel-toestemmingen"]} == {"profile", "health"}


@pytest.mark.parametrize("leave", [lambda user: erase(user=user), lambda user: profiles.delete(user=user)])
def test_nothing_of_it_stays_in_any_table(profile, leave, moderator, client):
    report_page(path=profile.get_absolute_url(), reason="other", text="Klopt niet")
    client.force_login(moderator)
    client.post(f"/admin/peers/profile/{profile.pk}/verwijderen-van-site/", {"reason": "Even kijken."})
    kind = ContentType.objects.get_for_model(Profile)
    done = {"user": moderator, "content_type": kind, "object_id": str(profile.pk), "action_flag": 2}
    LogEntry.objects.create(object_repr=NAME, **done)
    leave(profile.user)
    assert tables_with(WORD) <= {"Email", "Mail", "User", "UserEvent", "EmailAddress"}
    assert [model.objects.count() for model in (Profile, Position, Consent)] == [0, 0, 0]
    assert Report.objects.get().path == "/experts/"
    assert indexed("expert") == set()


def test_story_about_health_is_in_no_audit(profile):
    profiles.withdraw(user=profile.user, kind=ConsentKind.HEALTH)
    assert Profile.objects.get().health_story == ""
    assert not any("health_story" in row for row in Profile.pgh_event_model.objects.values())


def test_changes_say_who_made_them(profile):
    profiles.pause(user=profile.user, until=None)
    event = Profile.pgh_event_model.objects.latest("pgh_id")
    assert event.pgh_context.metadata == {"user": profile.user.pk, "action": "pause"}


class TestModerators:
    """A moderator reads, takes down with a reason, and puts back."""

    @pytest.fixture
    def page(self, profile):
        return f"/admin/peers/profile/{profile.pk}/"

    def test_reads_and_changes_nothing(self, moderator_client, page, profile):
        shown = moderator_client.get(f"{page}change/").content.decode()
        assert NAME in shown
        assert 'name="introduction"' not in shown
        assert profile.user.email not in shown
        assert moderator_client.post(f"{page}change/", {"name": "Anders"}).status_code == 403

    def test_report_leads_to_the_profile_and_says_no_name(self, moderator_client, page, profile):
        report_page(path=profile.get_absolute_url(), reason="other", text="Klopt niet")
        case = ReviewCase.objects.get()
        assert case.title == "Een profiel"
        shown = Page.of(moderator_client.get(reverse("admin_case", args=[case.pk])))
        assert f"{page}change/" in shown.hrefs()

    def test_takes_down_with_a_reason_and_tells_the_person(self, moderator_client, page, client, profile):
        assert moderator_client.post(f"{page}verwijderen-van-site/", {"reason": " "}).status_code == 200
        assert Profile.objects.get().removed_at is None
        moderator_client.post(f"{page}verwijderen-van-site/", {"reason": "Dit is reclame."})
        assert client.get(profile.get_absolute_url()).status_code == 404
        assert "Dit is reclame." in Mail.objects.get(subject="Uw profiel is van de site gehaald").message
        moderator_client.post(f"{page}verwijderen-van-site/")
        assert client.get(profile.get_absolute_url()).status_code == 200
        assert Mail.objects.filter(subject="Uw profiel staat weer op de site").count() == 1

    def test_what_was_taken_back_is_nobodys_business(self, moderator_client, page, profile):
        profiles.withdraw(user=profile.user, kind=ConsentKind.PROFILE)
        for address in (f"{page}change/", f"{page}history/"):
            assert moderator_client.get(address).status_code == 302
        assert moderator_client.get(f"{page}verwijderen-van-site/").status_code == 404
        assert NAME not in moderator_client.get("/admin/peers/profile/").content.decode()

    def test_services_refuse_others(self, profile, moderator):
        with pytest.raises(PermissionDenied):
            profiles.take_down(profile=profile, by=profile.user, reason="Zomaar")
        with pytest.raises(ReasonMissing):
            profiles.take_down(profile=profile, by=moderator, reason=" ")
        with pytest.raises(Refused):
            profiles.put_back(profile=profile, by=moderator)


class TestCalendar:
    """The search follows what changes by itself."""

    NOW = datetime.datetime(2026, 11, 26, 9, tzinfo=datetime.UTC)

    def test_last_place_takes_somebody_out_of_who_has_room(self):
        profile = found_profile(monthly_limit=2)
        assert take_place(profile.pk, now=self.NOW)
        assert jobs(RENEW) == []
        factories.HandlingFactory(profile=profile, user=profile.user, started_at=self.NOW)
        assert take_place(profile.pk, now=self.NOW)
        assert jobs(RENEW) == [{"pk": profile.pk}]

    def test_the_job_looks_again(self, time_machine):
        time_machine.move_to(self.NOW, tick=False)
        profile = found_profile(monthly_limit=1)
        assert "ruimte:ja" in keys("expert", profile.pk)
        factories.HandlingFactory(profile=profile, user=profile.user, started_at=self.NOW)
        tasks.renew(profile.pk)
        assert "ruimte:ja" not in keys("expert", profile.pk)

    def test_a_month_that_begins_gives_room(self, time_machine):
        time_machine.move_to(self.NOW, tick=False)
        profile = factories.ProfileFactory(monthly_limit=1)
        factories.HandlingFactory(profile=profile, user=profile.user, started_at=self.NOW)
        assert follow(now=self.NOW) == 1
        assert follow(now=self.NOW) == 0
        time_machine.move_to(datetime.datetime(2026, 11, 30, 23, tzinfo=datetime.UTC), tick=False)
        assert tasks.follow_profiles(0) == 1
        assert "ruimte:ja" in keys("expert", profile.pk)

    def test_who_was_switched_off_goes(self):
        profile = found_profile()
        profile.user.is_active = False
        profile.user.save()
        assert follow(now=self.NOW) == 1
        assert indexed("expert") == set()

    def test_who_answered_comes_higher(self, visit):
        profile, other = found_profile(name="Antwoordde"), found_profile(name="Laatst gemaakt")
        answered = other.updated_at + datetime.timedelta(hours=1)
        factories.AnswerFactory(author=profile.user, created_at=answered)
        assert follow(now=answered) == 1
        assert visit("/experts/").all(".vp-result__title a") == ["Antwoordde", "Laatst gemaakt"]


def test_panel_tells_how_it_stands(client):
    user = factories.UserFactory()
    client.force_login(user)
    assert "Profiel maken" in client.get("/mijn/").content.decode()
    profile = factories.ProfileFactory(user=user, removed_at="2026-01-01T00:00Z", removal_reason="Reclame.")
    assert "Een moderator haalde uw profiel van de site" in client.get("/mijn/").content.decode()
    Profile.objects.filter(pk=profile.pk).update(removed_at=None, removal_reason="")
    assert "Te zien voor wie u koos" in client.get("/mijn/").content.decode()


def test_demo_people_say_that_they_are_made_up(settings):
    settings.DEBUG = True
    for _time in range(2):
        call_command("load_demo_people")
    assert Profile.objects.count() == 5
    assert set(Profile.objects.values_list("kind", flat=True)) == set(ProfileKind.values)
    assert all(one.name.endswith("(demo)") for one in Profile.objects.all())
    assert all(one.title.endswith("(demo)") for one in Question.objects.all())
    assert sorted(Question.objects.values_list("status", flat=True)) == ["answered", "open", "open"]
