"""Lessons, resources, questions and people meet saved searches: only what everybody may see, and only what is news."""

import datetime

import pytest
from django.utils import timezone

from peers.models import Appearance, Follow, Match, Profile, Question
from peers.querysets.profiles import FOR_GOOD
from peers.services.following import matching
from peers.services.profiles import agreeing, leaving, pausing
from peers.services.questions.moderating import put_back, take_down
from peers.states import ConsentKind, Visibility
from projects.filters import finders
from projects.models import Project, Resource
from projects.search.engine import Answer
from projects.search.indexing import index
from projects.services import projects as services
from projects.services.resources.publishing import archive, restore
from projects.services.saving import delete
from projects.states import MemberStatus, Status
from tests import factories
from tests.peers.asking import question
from tests.peers.profiles import found_profile

pytestmark = pytest.mark.django_db


def follow(finder, query="", days_ago=1, **given):
    made = factories.FollowFactory(finder=finder, query=query, **given)
    Follow.objects.filter(pk=made.pk).update(created_at=timezone.now() - datetime.timedelta(days=days_ago))
    return made


def heard(one):
    matching.match_new()
    return list(Match.objects.filter(follow=one).order_by("object_id").values_list("object_id", flat=True))


def lesson(title="Oefen met de rollator", **given):
    made = factories.LessonFactory(title=title, **given)
    index("project", [made.project_id])
    return made


def resource(title="Folder over de rollator", **given):
    made = factories.ResourceFactory(title=title, **{"project": None, **given})
    index("resource", [made.pk])
    return made


MAKERS = {
    "lesson": lambda **given: lesson(project=factories.ProjectFactory(published=True), **given),
    "resource": resource,
    "question": lambda **given: question(**{"title": "Wie gebruikt een rollator?", **given}),
    "expert": lambda **given: found_profile(**{"introduction": "De rollator.", **given}),
}
KINDS = pytest.mark.parametrize("kind", MAKERS)


class TestFinding:
    """What the page of the finder finds."""

    @KINDS
    def test_by_word_and_all(self, kind):
        found, other, all_new = follow(kind, "q=rollators"), follow(kind, "q=apotheker"), follow(kind)
        made = MAKERS[kind]()
        assert (heard(found), heard(other), heard(all_new)) == ([made.pk], [], [made.pk])
        assert not Appearance.objects.exists()

    @KINDS
    def test_nothing_of_another_kind(self, kind):
        searches = {name: follow(name) for name in MAKERS if name != kind}
        MAKERS[kind]()
        assert {name: heard(one) for name, one in searches.items()} == dict.fromkeys(searches, [])

    def test_by_facet(self):
        theme = factories.ThemeFactory(slug="slaap")
        made = {
            "lesson": lesson(project=factories.ProjectFactory(published=True), themes=[theme]),
            "resource": resource(themes=[theme]),
            "question": question(themes=[theme]),
            "expert": found_profile(themes=[theme]),
        }
        right = {kind: follow(kind, "thema=slaap") for kind in made}
        wrong = [follow(kind, "thema=weg") for kind in made]
        assert {kind: heard(one) for kind, one in right.items()} == {kind: [one.pk] for kind, one in made.items()}
        assert [heard(one) for one in wrong] == [[]] * len(made)

    def test_a_decision_aid_is_found_in_both_finders_and_another_resource_in_one(self):
        aids, resources = follow("decision_aid"), follow("resource")
        aid, folder = resource(kind="decision_aid"), resource()
        assert heard(aids) == [aid.pk]
        assert heard(resources) == [aid.pk, folder.pk]

    def test_a_decision_aid_of_another_illness_is_none(self):
        """As on the page: "suikerziekte" is not answered by what speaks of another "ziekte"."""
        sugar = factories.ConditionFactory(name="Diabetes", slug="dm", synonyms=["suikerziekte"])
        lung = factories.ConditionFactory(name="Longziekte", slug="long")
        one = follow("decision_aid", "q=suikerziekte")
        right = resource("Welke pillen?", kind="decision_aid", conditions=[sugar])
        resource("Suikerziekte telt niet: kiezen bij een ziekte", kind="decision_aid", conditions=[lung])
        assert heard(one) == [right.pk]


class TestNews:
    """Only what was not there before, and only once."""

    @KINDS
    def test_not_what_was_there_before(self, kind):
        MAKERS[kind]()
        assert heard(follow(kind, days_ago=-1)) == []

    def test_a_lesson_that_is_added_later(self):
        project = factories.ProjectFactory(published=True, indexed=True)
        one = follow("lesson")
        assert heard(one) == []
        added = lesson(project=project)
        assert heard(one) == [added.pk]

    def test_what_comes_back_is_news_only_for_who_did_not_see_it(self, moderator):
        """Each was there three days ago, was taken away, and comes back."""
        made = {kind: make() for kind, make in MAKERS.items()}
        for one in made.values():
            _move_events(one, days=3)
        _move_events(made["lesson"].project, days=3)
        type(made["lesson"]).objects.update(created_at=timezone.now() - datetime.timedelta(days=3))
        Appearance.objects.all().delete()
        before = {kind: follow(kind, days_ago=2) for kind in made}
        _take_away(made, moderator)
        for one in (*made.values(), made["lesson"].project):
            _move_events(one, days=1, of="update")
        meanwhile = {kind: follow(kind, "", days_ago=0.5) for kind in made}
        _bring_back(made, moderator)
        matching.match_new()
        found = dict(Match.objects.values_list("follow", "object_id"))
        assert {kind for kind, one in before.items() if one.pk in found} == set()
        assert {kind for kind, one in meanwhile.items() if one.pk in found} == made.keys()

    @KINDS
    def test_once(self, kind):
        one, made = follow(kind), MAKERS[kind]()
        for _again in range(2):
            assert heard(one) == [made.pk]
            Appearance.objects.create(kind=kind, object_id=made.pk, appeared_at=timezone.now())


def _take_away(made, moderator):
    services.archive(project=made["lesson"].project, by=None)
    archive(resource=made["resource"], by=moderator)
    take_down(thing=made["question"], by=moderator, reason="Onjuist.")
    pausing.pause(user=made["expert"].user, until=None)


def _bring_back(made, moderator):
    services.publish(project=Project.objects.get(pk=made["lesson"].project_id), by=None)
    restore(resource=Resource.objects.get(pk=made["resource"].pk), by=moderator)
    put_back(thing=Question.objects.get(pk=made["question"].pk), by=moderator)
    pausing.resume(user=made["expert"].user)


def _move_events(one, *, days, of=""):
    """Let the audit say that what happened so far happened some days ago: it goes by the clock of the database."""
    events = one.pgh_event_model.objects.filter(pgh_obj=one.pk)
    for event in events.filter(pgh_label=of) if of else events:
        events.filter(pk=event.pk).update(pgh_created_at=event.pgh_created_at - datetime.timedelta(days=days))


class TestHidden:
    """What not everybody may see is found for nobody, however much it fits."""

    def test_profiles_for_members_and_hidden_ones(self):
        one = follow("expert", "q=rollator")
        for visibility in (Visibility.MEMBERS, Visibility.HIDDEN):
            found_profile(introduction="De rollator.", visibility=visibility)
        found_profile(introduction="De rollator.", agreed=False)
        found_profile(introduction="De rollator.", paused_until=FOR_GOOD)
        found_profile(introduction="De rollator.", user__is_active=False)
        assert heard(one) == []
        assert not Appearance.objects.exists()

    def test_resources_that_wait_and_lessons_of_drafts(self):
        resources, lessons = follow("resource"), follow("lesson")
        for status in (Status.DRAFT, Status.SUBMITTED, Status.ARCHIVED):
            resource(status=status)
        for trait in ({}, {"submitted": True}, {"archived": True}):
            project = factories.ProjectFactory(**trait)
            lesson(project=project)
            resource(project=project)
        assert (heard(resources), heard(lessons)) == ([], [])

    def test_what_is_taken_back_before_anybody_looked(self, moderator):
        searches = {kind: follow(kind) for kind in MAKERS}
        made = {kind: make() for kind, make in MAKERS.items()}
        assert set(Appearance.objects.values_list("kind", flat=True)) >= MAKERS.keys()
        services.archive(project=made["lesson"].project, by=None)
        archive(resource=made["resource"], by=moderator)
        take_down(thing=made["question"], by=moderator, reason="Onjuist.")
        agreeing.withdraw(user=made["expert"].user, kind=ConsentKind.PROFILE)
        assert {kind: heard(one) for kind, one in searches.items()} == dict.fromkeys(searches, [])

    def test_who_makes_the_profile_public_later_is_news_then(self):
        one, profile = follow("expert"), found_profile(visibility=Visibility.MEMBERS)
        assert heard(one) == []
        Profile.objects.update(visibility=Visibility.PUBLIC)
        index("expert", [profile.pk])
        assert heard(one) == [profile.pk]

    def test_nothing_is_left_of_a_profile_that_is_deleted(self):
        one, profile = follow("expert"), found_profile()
        assert heard(one) == [profile.pk]
        Appearance.objects.create(kind="expert", object_id=profile.pk, appeared_at=timezone.now())
        leaving.delete(user=profile.user)
        assert not Match.objects.exists()
        assert not Appearance.objects.exists()

    def test_what_is_deleted(self, moderator):
        one, made = follow("lesson"), MAKERS["lesson"]()
        delete(things=type(made).objects.filter(pk=made.pk), by=None)
        assert heard(one) == []


class TestOwn:
    """Not one's own."""

    def test_not_to_who_made_it(self):
        asker, expert, sender = (factories.UserFactory() for _ in range(3))
        one = [follow("question", user=asker), follow("expert", user=expert), follow("resource", user=sender)]
        others = [follow("question"), follow("expert"), follow("resource")]
        question(asker=asker)
        found_profile(user=expert)
        resource(created_by=sender)
        assert ([heard(mine) for mine in one], [len(heard(other)) for other in others]) == ([[], [], []], [1, 1, 1])

    def test_not_to_the_institute(self):
        person = factories.MembershipFactory(status=MemberStatus.ACTIVE)
        searches = [follow(kind, user=person.user) for kind in ("lesson", "resource")]
        project = factories.ProjectFactory(published=True, institute=person.institute)
        lesson(project=project)
        resource(project=project)
        resource(institute=person.institute)
        assert [heard(one) for one in searches] == [[], []]


class TestStatements:
    """What the database is asked."""

    @pytest.mark.parametrize(("kind", "number"), [("lesson", 22), ("resource", 20), ("question", 18), ("expert", 18)])
    def test_as_many_for_one_and_for_many(self, django_assert_num_queries, kind, number):
        def match(searches, things):
            Appearance.objects.all().delete()
            for count in range(searches):
                follow(kind, f"q=rollator+{count}")
            for _ in range(things):
                MAKERS[kind]()
            Appearance.objects.exclude(kind=kind).delete()
            with django_assert_num_queries(number):
                matching.match_new()

        match(1, 1)
        match(5, 3)


def test_answers_are_those_of_the_engine():
    """For each kind, of searches by word, by facet and of all."""
    theme = factories.ThemeFactory(slug="slaap")
    for kind, make in MAKERS.items():
        made = [make(), make(themes=[theme]), make(themes=[theme])]
        queries = ["", "q=rollator", "thema=slaap", "q=rollator&thema=slaap", "q=xqzvw", "q=rollator&letterlijk=ja"]
        searches = [(kind, query) for query in queries]
        ours = matching.answers(kind, searches, [one.pk for one in made])
        for name, query in searches:
            finder = finders.get(name)
            theirs = set(Answer(kind, finder.question_of(query)).ids(0, 100)) & {one.pk for one in made}
            assert set(ours.get((name, query), ())) == theirs, (kind, query)
