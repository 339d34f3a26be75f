"""Under a project: where else it is applied and what members write; in a lesson: who met it too and what helped."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Any

from peers.models import Adoption, Mark, Reaction
from peers.querysets.marks import counts_of
from peers.states import AdoptionState, MarkKind
from projects.hooks import Heard, Part
from projects.models import Lesson, Project
from projects.permissions import Visitor
from projects.states import LessonKind
from projects.views.project_facts import period

LINES_SHOWN = 20
REACTIONS_SHOWN = 50


def of_project(project: Project, user: Visitor) -> list[Part]:
    """Return where the project spread to, and the reactions."""
    adoptions = list(Adoption.objects.shown().filter(project=project).select_related("institute"))
    for one in adoptions:
        one.period = period(one.start, one.end)
    reactions = list(_reactions(project))
    return [
        Part("peers/_adoptions.html", {"adoptions": adoptions, **_spread(adoptions)}, position=40),
        Part("peers/_reactions.html", {"reactions": reactions, "own": _own_pk(user)}, position=80),
    ]


def of_lessons(lessons: Sequence[Lesson], user: Visitor) -> dict[int, Part]:
    """Return for each lesson how often it was met and whether what helped did so elsewhere, with the lines."""
    marks = Mark.objects.shown().filter(lesson__in=[lesson.pk for lesson in lessons]).select_related("institute")
    by_lesson: dict[int, list[Mark]] = defaultdict(list)
    for one in marks:
        by_lesson[one.lesson_id].append(one)
    return {lesson.pk: _marks(lesson, by_lesson[lesson.pk], _own_pk(user)) for lesson in lessons}


def counts(groups: Mapping[Hashable, Collection[int]]) -> dict[Hashable, Heard]:
    """Return how many people met one of some lessons, tried what it tells, and were helped."""
    return {key: Heard(*numbers) for key, numbers in counts_of(groups).items()}


def _marks(lesson: Lesson, marks: list[Mark], own: int | None) -> Part:
    kinds = [kind for kind in MarkKind if kind != MarkKind.MET or lesson.kind == LessonKind.PITFALL]
    buttons = [
        {
            "value": kind.value,
            "label": kind.label,
            "count": sum(one.kind == kind for one in marks),
            "is_mine": own is not None and any(one.kind == kind and one.user_id == own for one in marks),
        }
        for kind in kinds
    ]
    lines = [one for one in marks if one.line][:LINES_SHOWN]
    return Part("peers/_lesson_marks.html", {"lesson": lesson, "buttons": buttons, "lines": lines})


def _reactions(project: Project) -> Any:
    shown = Reaction.objects.shown().filter(project=project).select_related("institute")
    return reversed(shown.order_by("-created_at", "-pk")[:REACTIONS_SHOWN])


def _spread(adoptions: Sequence[Adoption]) -> dict[str, int]:
    stopped = sum(one.state == AdoptionState.STOPPED for one in adoptions)
    return {"going": len(adoptions) - stopped, "stopped": stopped}


def _own_pk(user: Visitor) -> int | None:
    return user.pk if user.is_authenticated else None
