"""Which lessons may be the same one, and which may help against a pitfall: found by the search, for moderators."""

from collections.abc import Collection

from projects.models import Lesson
from projects.querysets.lessons import LessonQuerySet
from projects.querysets.ordering import in_order
from projects.search.similar import alike_lessons
from projects.states import LessonKind

LOOKED_AT, MOST = 40, 6


def likely_same(lesson: Lesson, *, without: Collection[int] = ()) -> list[Lesson]:
    """Return lessons of the same kind in other projects that say something like it, the most alike first."""
    found = Lesson.objects.published().filter(kind=lesson.kind).exclude(project=lesson.project_id)
    return _alike(lesson, found, without)


def likely_pairs(lesson: Lesson, *, without: Collection[int] = ()) -> list[Lesson]:
    """Return what may help against a pitfall, or the pitfalls against which something may help."""
    helps = Lesson.objects.published().exclude(kind=LessonKind.PITFALL)
    found = helps if lesson.kind == LessonKind.PITFALL else Lesson.objects.published().filter(kind=LessonKind.PITFALL)
    return _alike(lesson, found, without)


def _alike(lesson: Lesson, among: LessonQuerySet, without: Collection[int]) -> list[Lesson]:
    text = f"{lesson.title} {lesson.situation} {lesson.outcome} {lesson.advice}"
    pks = [pk for pk, _likeness in alike_lessons(lesson.pk, text, without=without, most=LOOKED_AT)]
    return in_order(among.select_related("project"), pks)[:MOST]
