"""Say of a lesson that it was met elsewhere too, or that what helped did or did not help there."""

from django.db import transaction
from django.utils import timezone

from peers.models import Mark
from peers.services.names import public_name
from peers.services.reactions.limits import within_a_day
from peers.services.reactions.telling import project_path, tell_of_project
from peers.states import MarkKind
from projects.models import Institute, Lesson
from projects.search import generation
from vindplaats.accounts.models import User
from vindplaats.audit import acting

HELPED = (MarkKind.HELPED, MarkKind.NOT_HELPED)


@transaction.atomic
def mark(*, lesson: Lesson, user: User, kind: str, line: str = "", institute: Institute | None = None) -> Mark:
    """Keep what `user` says of a lesson; saying it again changes the line, and 'helped' takes the place of 'did not'.

    A mark that a moderator took down stays down. TooMany when the person said a lot today.
    """
    within_a_day(Mark, user=user, field="user")
    same = [kind] if kind == MarkKind.MET else HELPED
    found = Mark.objects.select_for_update().filter(lesson=lesson, user=user, kind__in=same).first()
    one = found or Mark(lesson=lesson, user=user, created_at=timezone.now())
    one.kind, one.line, one.institute, one.user_name = kind, line.strip(), institute, public_name(user)
    with acting(user=user, action="mark"):
        one.save()
    if found is None:
        path = f"{project_path(lesson.project)}#les-{lesson.slug}"
        tell_of_project(project=lesson.project, code="mark", title=lesson.title, path=path, by=user)
    generation.advance_on_commit()
    return one


@transaction.atomic
def take_mark_back(*, lesson: Lesson, user: User, kind: str) -> None:
    """Take away what `user` said; nothing when there is nothing, or when a moderator took it down."""
    with acting(user=user, action="mark"):
        Mark.objects.shown().filter(lesson=lesson, user=user, kind=kind).delete()
    generation.advance_on_commit()
