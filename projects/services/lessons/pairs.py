"""Say that a success factor or tip helps against a pitfall, of its own project or of another one."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from projects.models import Lesson, LessonHelp
from projects.permissions import may_moderate
from projects.search import generation
from projects.services.lessons.clusters import locked_lessons
from projects.services.lessons.refusals import NoPair
from projects.states import LessonKind
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def pair(*, helper: Lesson, pitfall: Lesson, by: User | None) -> LessonHelp:
    """Keep that `helper` helps against `pitfall`; once is enough. PermissionDenied, NoPair, LessonGone."""
    if by is not None and not may_moderate(by):
        raise PermissionDenied
    found = locked_lessons([helper.pk, pitfall.pk])
    if found[pitfall.pk].kind != LessonKind.PITFALL or found[helper.pk].kind == LessonKind.PITFALL:
        raise NoPair
    with acting(user=by, action="pair"):
        one, _is_new = LessonHelp.objects.get_or_create(helper=helper, pitfall=pitfall)
    generation.advance_on_commit()
    return one


@transaction.atomic
def part(*, helper: Lesson, pitfall: Lesson, by: User | None) -> None:
    """Take that back; nothing happens when it was not said."""
    if by is not None and not may_moderate(by):
        raise PermissionDenied
    with acting(user=by, action="part"):
        LessonHelp.objects.filter(helper=helper, pitfall=pitfall).delete()
    generation.advance_on_commit()
