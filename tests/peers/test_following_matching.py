"""New projects meet saved searches: the same as the results page finds, once, and only what is news for that person."""

import datetime
from itertools import islice

import pytest
from django.http import QueryDict
from django.utils import timezone

from benchmarks.matching.saved_searches import Maker
from benchmarks.synthetic import records
from peers.models import Appearance, Match
from peers.services.following import matching
from peers.states import FollowKind
from projects.filters.finders import PROJECTS
from projects.models import Project, Region
from projects.search.engine import Answer
from projects.search.indexing import index
from projects.services import projects as services
from projects.services.reference import load_reference
from projects.states import MemberStatus, Status
from tests import factories
from tests.projects.imports import run

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def follow(query="q=rollator", days_ago=1, **given):
    made = factories.FollowFactory(query=query, **given)
    return _since(made, days_ago)


def _since(made, days_ago):
    made.created_at = timezone.now() - datetime.timedelta(days=days_ago)
    made.save()
    return made


def publish(title="Lopen met een rollator", **given):
    return factories.ProjectFactory(published=True, indexed=True, title=title, **given)


def heard(one):
    matching.match_new()
    return list(Match.objects.filter(follow=one).values_list("object_id", flat=True))


class TestFinding:
    """The same projects as on the results page."""

    def test_finds_by_word_synonym_part_and_facet(self):
        theme = factories.ThemeFactory(slug="beweging")
        project = publish("Rollatorlessen in de wijk", themes=[theme])
        for query in ("q=rollatorles", "q=rollator", "thema=beweging", "q=wijk&thema=beweging", ""):
            assert heard(follow(query)) == [project.pk], query
            Appearance.objects.create(kind="project", object_id=project.pk, appeared_at=timezone.now())
        for query in (
            "q=beeldbellen",
            "thema=slaap",
            "q=rollator&thema=slaap",
            'q="wijk+rollator"',
            "q=rollator+-wijk",
        ):
            assert heard(follow(query)) == [], query
            _appears_again(project)

    @pytest.mark.slow
    def test_agrees_with_the_engine_on_hundreds_of_searches(self):
        load_reference()
        run(*islice(records(90), 90))
        new = list(Project.objects.order_by("-pk").values_list("pk", flat=True)[:30])
        maker = Maker(sorted(Region.objects.values_list("slug", flat=True)))
        searches = {("project", maker.search()) for _ in range(300)}
        ours = matching.answers("project", searches, new)
        theirs = {one: set(Answer("project", PROJECTS.question_of(one[1])).ids(0, 1000)) & set(new) for one in searches}
        assert {one: set(found) for one, found in ours.items()} == {one: some for one, some in theirs.items() if some}
        assert len(ours) > 80
        assert any("q=" in query for _finder, query in ours)

    def test_a_search_of_what_is_gone_finds_nothing(self):
        publish(national=True)
        assert heard(follow("regio=provincie-opgeheven")) == []
        assert heard(follow("thema=opgeheven")) == []

    def test_what_is_national_answers_each_region(self):
        region = factories.RegionFactory()
        project = publish(national=True)
        assert heard(follow(f"regio={region.slug}")) == [project.pk]


class TestNews:
    """Only what was not there before, and only once."""

    def test_each_once(self):
        one = follow()
        project = publish()
        assert heard(one) == [project.pk]
        services.archive(project=project, by=None)
        services.publish(project=project, by=None)
        assert heard(one) == [project.pk]

    def test_not_what_was_there_before(self):
        publish()
        one = follow(days_ago=-1)
        assert heard(one) == []

    def test_not_what_changes(self):
        project = publish("Beeldbellen")
        matching.match_new()
        one = follow()
        Project.objects.filter(pk=project.pk).update(title="Lopen met een rollator")
        index("project", [project.pk])
        assert heard(one) == []

    def test_not_what_comes_back_for_who_could_see_it_before(self, time_machine):
        time_machine.move_to(NOW, tick=False)
        project = factories.ProjectFactory(submitted=True, title="Lopen met een rollator")
        services.publish(project=project, by=None)
        _move_events(project, days=2)
        matching.match_new()
        before = factories.FollowFactory(query="q=rollator")
        services.archive(project=project, by=None)
        time_machine.move_to(NOW + datetime.timedelta(days=1), tick=False)
        before_it_was_back = factories.FollowFactory(query="q=rollator")
        time_machine.move_to(NOW + datetime.timedelta(days=2), tick=False)
        services.publish(project=project, by=None)
        assert heard(before) == []
        assert heard(before_it_was_back) == [project.pk]

    def test_a_search_that_was_taken_away_finds_nothing(self):
        one = follow(removed_at=timezone.now())
        publish()
        assert heard(one) == []

    def test_whoever_closed_the_account_hears_nothing(self):
        one = follow(user=factories.UserFactory(is_active=False))
        publish()
        assert heard(one) == []

    def test_an_import_is_news_and_what_is_no_project_is_not(self):
        one = follow("")
        project = publish(with_lessons=True)
        assert heard(one) == [project.pk]
        assert not Appearance.objects.exists()

    def test_hidden_projects_are_not(self):
        one = follow("")
        factories.ProjectFactory(submitted=True, indexed=True)
        factories.ProjectFactory(archived=True, indexed=True)
        assert heard(one) == []


class TestOwn:
    """Not the projects of the person."""

    @pytest.mark.parametrize("how", ["created_by", "owner"])
    def test_not_to_who_made_it(self, how):
        mine, other = follow(), follow()
        publish(**{how: mine.user})
        assert (heard(mine), len(heard(other))) == ([], 1)

    def test_not_to_the_institute(self):
        member = factories.MembershipFactory(status=MemberStatus.ACTIVE)
        left = factories.MembershipFactory(status=MemberStatus.ENDED, institute=member.institute)
        mine, former = follow(user=member.user), follow(user=left.user)
        publish(institute=member.institute)
        assert (heard(mine), len(heard(former))) == ([], 1)

    def test_not_to_the_contact_person(self):
        mine = follow()
        project = publish()
        factories.ContactPersonFactory(project=project, institute=project.institute, user=mine.user)
        assert heard(mine) == []


class TestStatements:
    """What the database is asked."""

    def test_as_many_for_one_and_for_many(self, django_assert_num_queries):
        def match(searches, projects):
            for number in range(searches):
                follow(f"q=rollator&fase=pilot&jaar={2000 + number}")
                follow(f"q=lopen+met+{number}")
            for _ in range(projects):
                publish()
            with django_assert_num_queries(20):
                matching.match_new()

        match(1, 1)
        match(5, 3)


class TestLessons:
    """New lessons of what is followed."""

    def test_a_new_lesson_of_a_followed_project(self):
        project = publish()
        matching.match_new()
        one = factories.FollowFactory(kind=FollowKind.PROJECT, query="", project=project)
        lesson = factories.LessonFactory(project=project)
        index("project", [project.pk])
        assert Match.objects.filter(follow=one).values_list("kind", "object_id").get() == ("lesson", lesson.pk)

    def test_lessons_that_come_with_a_project_are_no_news(self):
        project = factories.ProjectFactory(archived=True)
        one = factories.FollowFactory(kind=FollowKind.PROJECT, query="", project=project)
        factories.LessonFactory(project=project)
        services.publish(project=project, by=None)
        assert not Match.objects.filter(follow=one).exists()


class TestKeeping:
    """How a search is kept."""

    @pytest.mark.parametrize(
        ("asked", "kept"),
        [
            ("", ""),
            ("q=", ""),
            ("q=++val++preventie+&sort=newest&page=3&weergave=kaart", "q=val+preventie"),
            ("fase=pilot&q=a&fase=idea", "fase=idea&fase=pilot&q=a"),
            ("fase=onzin&thema=bestaat-niet&q=a&vreemd=1", "q=a"),
            ("letterlijk=ja", ""),
            ("letterlijk=ja&q=a", "letterlijk=ja&q=a"),
        ],
    )
    def test_in_one_order_without_what_only_shows(self, asked, kept):
        assert PROJECTS.canonical(QueryDict(asked)) == kept
        assert PROJECTS.canonical(QueryDict(kept)) == kept

    def test_has_a_name(self):
        theme = factories.ThemeFactory(slug="slaap", name="Slaap")
        assert PROJECTS.name_of("q=valpreventie&thema=slaap&fase=pilot") == f"valpreventie, {theme.name}, Pilot"
        assert PROJECTS.name_of("") == "Alle nieuwe projecten"

    def test_status_of_a_project_is_no_part_of_it(self):
        assert Status.PUBLISHED not in PROJECTS.question_of("fase=pilot").choices


def _appears_again(project):
    Appearance.objects.get_or_create(kind="project", object_id=project.pk, defaults={"appeared_at": timezone.now()})


def _move_events(project, *, days):
    """Let the audit say that what happened so far happened some days ago: it goes by the clock of the database."""
    events = Project.pgh_event_model.objects.filter(pgh_obj=project)
    for event in events:
        events.filter(pk=event.pk).update(pgh_created_at=event.pgh_created_at - datetime.timedelta(days=days))
