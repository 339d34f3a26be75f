"""Note what can be found from now on, in the transaction that publishes it; matching is for the worker."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from peers.models import Appearance
from peers.services.following.hearing import hear
from projects.models import Lesson, Programme, Project
from vindplaats.accounts.models import User

PROJECT, LESSON = "project", "lesson"
AT_ONCE = 1_000


def note(kind: str, ids: Sequence[int]) -> None:
    """Note projects that appeared, and tell who follows a project of a lesson that did."""
    if kind == PROJECT:
        _note_projects(ids)
    elif kind == LESSON:
        _tell_of_lessons(ids)


def tell(project: Project, kind: str, object_id: int, by: User | None) -> None:
    """Tell who follows a project what its people or moderators changed: a status update, or the text."""
    hear(project=project, kind=kind, object_id=object_id, by=by)


def tell_of_programme(programme: Programme, kind: str, object_id: int, by: User | None) -> None:
    """Tell who follows a programme what its editors told, or that a milestone was reached."""
    hear(programme=programme, kind=kind, object_id=object_id, by=by)


def _note_projects(ids: Sequence[int]) -> None:
    now = timezone.now()
    new = [Appearance(project_id=pk, appeared_at=now) for pk in ids]
    Appearance.objects.bulk_create(new, batch_size=AT_ONCE, ignore_conflicts=True)
    # An import may take minutes. Who begins to follow meanwhile does not see what it brings, and so has yet to hear.
    transaction.on_commit(lambda: _appears_now(ids))


def _appears_now(ids: Sequence[int]) -> None:
    Appearance.objects.filter(project__in=ids).update(appeared_at=timezone.now())


def _tell_of_lessons(ids: Sequence[int]) -> None:
    """Tell of new lessons of followed projects; those that come with a project that itself appears are no news."""
    lessons = Lesson.objects.filter(pk__in=ids, project__follows__isnull=False, project__appearance=None)
    projects = dict(lessons.values_list("pk", "project_id"))
    found = Project.objects.in_bulk(set(projects.values())) if projects else {}
    for pk, project in projects.items():
        hear(project=found[project], kind=LESSON, object_id=pk)
