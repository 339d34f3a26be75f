"""Two moderators put lessons, or their projects, together at the same moment: one waits, and nothing is lost."""

import time

import pytest

from projects.models import ClusterMember, FormerPlace, Lesson, LessonCluster, Project
from projects.services.lessons import clusters, pair, put_together, take_apart
from projects.services.lessons.refusals import LessonGone
from projects.services.merging import merge_projects, moving
from projects.services.merging.projects import Merged
from projects.services.merging.refusals import GoneMeanwhile
from tests import factories
from tests.projects.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
SAME = {"title": "Te laat", "situation": "Laat.", "outcome": "", "advice": "Vroeg."}
LONG_ENOUGH = 0.4
"""Seconds in which the other one comes along."""


@pytest.fixture
def editors():
    return factories.UserFactory.create_batch(2, is_staff=True)


def slowly(monkeypatch, module, name, *, afterwards=False):
    """Have a step take its time before it is done, or before the next one."""
    step = getattr(module, name)

    def slow(*given):
        found = step(*given) if afterwards else None
        time.sleep(LONG_ENOUGH)
        return found if afterwards else step(*given)

    monkeypatch.setattr(module, name, slow)


def members():
    """Return the lessons of each cluster, the lead first, with whether they are merged."""
    found = {}
    for cluster, lesson, is_merged in ClusterMember.objects.in_order().values_list("cluster", "lesson", "is_merged"):
        found.setdefault(cluster, []).append((lesson, is_merged))
    return list(found.values())


def test_merged_both_ways_one_leads(editors):
    one, other = factories.LessonFactory.create_batch(2)
    texts = list(Lesson.objects.order_by("pk").values())
    told = at_once(
        lambda: put_together(lead=one, merged=[other], by=editors[0]),
        lambda: put_together(lead=other, merged=[one], by=editors[1]),
    )
    assert all(isinstance(cluster, LessonCluster) for cluster in told)
    assert members() in ([[(one.pk, False), (other.pk, True)]], [[(other.pk, False), (one.pk, True)]])
    assert LessonCluster.objects.count() == 1
    assert list(Lesson.objects.order_by("pk").values()) == texts


def test_the_same_twice_is_done_once(editors):
    one, other = factories.LessonFactory.create_batch(2)
    told = at_once(*(lambda by=by: put_together(lead=one, merged=[other], by=by) for by in editors))
    assert told[0] == told[1] == LessonCluster.objects.get()
    assert members() == [[(one.pk, False), (other.pk, True)]]


def test_two_groups_that_are_crossed_do_not_wait_for_each_other(editors, monkeypatch):
    """Each begins at its own group and wants the other's as well."""
    first, second, third, fourth = factories.LessonFactory.create_batch(4)
    factories.LessonClusterFactory(lessons=[first, second])
    factories.LessonClusterFactory(lessons=[third, fourth])
    slowly(monkeypatch, clusters, "_clusters_of")
    told = at_once(
        lambda: put_together(lead=first, linked=[second, third], by=editors[0]),
        lambda: put_together(lead=fourth, linked=[second], by=editors[1]),
    )
    assert all(isinstance(cluster, LessonCluster) for cluster in told)
    held = [lesson for cluster in members() for lesson, _is_merged in cluster]
    assert len(held) == len(set(held))
    assert all(len(cluster) > 1 for cluster in members())


def test_taken_apart_while_it_is_put_with_a_third(editors):
    one, other, third = factories.LessonFactory.create_batch(3)
    factories.LessonClusterFactory(lessons=[one, other])
    told = at_once(
        lambda: take_apart(lesson=other, by=editors[0]),
        lambda: put_together(lead=one, linked=[other, third], by=editors[1]),
    )
    assert not any(isinstance(one, Exception) for one in told)
    kept = {lesson for cluster in members() for lesson, _is_merged in cluster}
    assert kept in ({one.pk, third.pk}, {one.pk, other.pk, third.pk})


@pytest.fixture
def twins():
    """Two published projects that learned the same; the second one's lesson is in a group with that of a third."""
    lessons = [factories.LessonFactory(**SAME) for _ in range(2)]
    stranger = factories.LessonFactory()
    factories.LessonClusterFactory(lessons=[lessons[1], stranger])
    return lessons, stranger


def test_of_projects_that_are_merged_both_ways_one_stays(twins, editors):
    lessons, stranger = twins
    one, other = (lesson.project for lesson in lessons)
    told = at_once(
        lambda: merge_projects(keep=one, gone=other, by=editors[0]),
        lambda: merge_projects(keep=other, gone=one, by=editors[1]),
    )
    assert {type(one) for one in told} == {Merged, GoneMeanwhile}
    stays = Project.objects.exclude(pk=stranger.project_id).get()
    left, went = lessons if stays == one else reversed(lessons)
    assert stays.lessons.get() == left
    assert FormerPlace.objects.get().slug == went.slug
    assert {lesson for lesson, _is_merged in members()[0]} == {left.pk, stranger.pk}


def test_a_lesson_that_goes_is_not_put_with_another(twins, editors, monkeypatch):
    (stays, goes), stranger = twins
    slowly(monkeypatch, moving, "_inherit", afterwards=True)

    def later():
        time.sleep(LONG_ENOUGH / 2)
        third = factories.LessonFactory()
        return put_together(lead=goes, linked=[stranger, third], by=editors[1])

    told = at_once(lambda: merge_projects(keep=stays.project, gone=goes.project, by=editors[0]), later)
    assert [type(one) for one in told] == [Merged, LessonGone]
    assert {lesson for lesson, _is_merged in members()[0]} == {stays.pk, stranger.pk}


def test_a_pair_that_is_made_twice_is_one(editors):
    helper, pitfall = factories.LessonFactory(kind="tip"), factories.LessonFactory()
    told = at_once(*(lambda by=by: pair(helper=helper, pitfall=pitfall, by=by) for by in editors))
    assert told[0] == told[1]
