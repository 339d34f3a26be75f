"""Say that lessons of several projects are the same one: linked or merged. Nothing of their texts changes."""

from collections.abc import Collection, Iterable, Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction

from projects.models import ClusterMember, Lesson, LessonCluster
from projects.permissions import may_moderate
from projects.search.indexing import index
from projects.services.lessons.refusals import AnotherKind, LessonGone, TooFew
from vindplaats.accounts.models import User
from vindplaats.audit import acting

LEAST = 2


@transaction.atomic
def put_together(
    *, lead: Lesson, linked: Collection[Lesson] = (), merged: Collection[Lesson] = (), by: User | None
) -> LessonCluster:
    """Make these lessons one cluster with this lead; each leaves the cluster that it was in.

    Linked ones keep their pages, merged ones are read on that of the lead. Who was in the lead's cluster and is not
    named is taken out of it. PermissionDenied, TooFew, AnotherKind, LessonGone.
    """
    if by is not None and not may_moderate(by):
        raise PermissionDenied
    wanted = list(dict.fromkeys([lead.pk, *(one.pk for one in linked), *(one.pk for one in merged)]))
    lessons = locked_lessons(wanted)
    _check([lessons[pk] for pk in wanted])
    merged_pks = {one.pk for one in merged} - {lead.pk}
    with acting(user=by, action="put_together"):
        # All clusters first, in one order: whoever turns the same two round waits, and both get their way.
        touched = _clusters_of(wanted)
        cluster = _cluster_of(lead.pk) or LessonCluster.objects.create()
        touched.add(cluster.pk)
        concerned = _lessons_in(touched) | set(wanted)
        fill(cluster, wanted, merged_pks)
        _dissolve_small(touched)
    index("lesson", sorted(concerned))
    return cluster


@transaction.atomic
def take_apart(*, lesson: Lesson, by: User | None) -> None:
    """Have a lesson stand by itself again; of two that are left alone by it, the other one does so too."""
    if by is not None and not may_moderate(by):
        raise PermissionDenied
    locked_lessons([lesson.pk])
    touched = _clusters_of([lesson.pk])
    concerned = _lessons_in(touched)
    with acting(user=by, action="take_apart"):
        ClusterMember.objects.filter(lesson=lesson).delete()
        _dissolve_small(touched)
    index("lesson", sorted(concerned))


def beside(lessons: Iterable[int]) -> list[int]:
    """Return the other lessons of the clusters of these: before some of them go, to renew the others afterwards."""
    pks = list(lessons)
    found = ClusterMember.objects.beside(lesson__in=pks).exclude(lesson__in=pks).order_by()
    return list(found.values_list("lesson", flat=True)) if pks else []


def locked_lessons(pks: Collection[int]) -> dict[int, Lesson]:
    """Return the lessons as they are now, locked in one order; LessonGone when one is not there."""
    found = Lesson.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk")
    by_pk = {lesson.pk: lesson for lesson in found}
    if len(by_pk) < len(set(pks)):
        raise LessonGone
    return by_pk


def _check(lessons: Sequence[Lesson]) -> None:
    if len(lessons) < LEAST:
        raise TooFew
    for lesson in lessons:
        if lesson.kind != lessons[0].kind:
            raise AnotherKind(lesson)


def fill(cluster: LessonCluster, wanted: Sequence[int], merged: Collection[int] = ()) -> None:
    """Make `wanted` the members, in this order; rows that stay the same are not touched."""
    cluster.members.exclude(lesson__in=wanted).delete()
    there = {one.lesson_id: one for one in ClusterMember.objects.filter(lesson__in=wanted)}
    for position, pk in enumerate(wanted):
        one = there.get(pk) or ClusterMember(lesson_id=pk)
        now = {"cluster_id": cluster.pk, "position": position, "is_merged": pk in merged}
        if one.pk is None or any(getattr(one, name) != value for name, value in now.items()):
            for name, value in now.items():
                setattr(one, name, value)
            one.save()


def _dissolve_small(clusters: Collection[int]) -> None:
    """Remove those of these clusters in which less than two lessons are left."""
    members = ClusterMember.objects.filter(cluster__in=clusters).order_by().values_list("cluster", flat=True)
    held = list(members)
    LessonCluster.objects.filter(pk__in=[pk for pk in clusters if held.count(pk) < LEAST]).delete()


def _cluster_of(lesson: int) -> LessonCluster | None:
    return LessonCluster.objects.select_for_update(of=("self",)).filter(members__lesson=lesson).first()


def _clusters_of(lessons: Collection[int]) -> set[int]:
    """Return the clusters of these lessons, locked, so that nobody else fills or empties them now."""
    held = ClusterMember.objects.filter(lesson__in=lessons).order_by().values("cluster")
    found = LessonCluster.objects.select_for_update(of=("self",)).filter(pk__in=held).order_by("pk")
    return {cluster.pk for cluster in found}


def _lessons_in(clusters: Collection[int]) -> set[int]:
    return set(ClusterMember.objects.filter(cluster__in=clusters).order_by().values_list("lesson", flat=True))
