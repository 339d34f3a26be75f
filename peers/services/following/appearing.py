"""Note what can be found from now on, in the transaction that publishes it; matching is for the worker."""

from collections.abc import Sequence

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from peers.models import Appearance
from peers.services.following.hearing import hear
from projects.filters import finders
from projects.models import Lesson, Programme, Project
from vindplaats.accounts.models import User

PROJECT, LESSON = "project", "lesson"
NOTE = """
    INSERT INTO peers_appearance (kind, object_id, appeared_at) SELECT %s, unnest(%s::bigint[]), %s
    ON CONFLICT (kind, object_id) DO NOTHING
"""
"""One statement, whatever the number: an import brings hundreds of thousands."""


def note(kind: str, ids: Sequence[int]) -> None:
    """Note what appeared of a kind that a kept search can find; tell who follows a project of a lesson that did."""
    if any(finder.kind == kind for finder in finders.all_()):
        _note(kind, ids)
    if kind == LESSON:
        _tell_of_lessons(ids)


def tell(project: Project, kind: str, object_id: int, by: User | None) -> None:
    """Tell who follows a project what its people or moderators changed: a status update, or the text."""
    hear(project=project, kind=kind, object_id=object_id, by=by)


def tell_of_programme(programme: Programme, kind: str, object_id: int, by: User | None) -> None:
    """Tell who follows a programme what its editors told, or that a milestone was reached."""
    hear(programme=programme, kind=kind, object_id=object_id, by=by)


def _note(kind: str, ids: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [kind, list(ids), timezone.now()])

    # An import may take minutes. Who begins to follow meanwhile does not see what it brings, and so has yet to hear.
    def appear_now() -> None:
        Appearance.objects.filter(kind=kind, object_id__in=ids).update(appeared_at=timezone.now())

    # What else waits for the commit goes on when this fails: the number of the index comes after it.
    transaction.on_commit(appear_now, robust=True)


def _tell_of_lessons(ids: Sequence[int]) -> None:
    """Tell of new lessons of followed projects; those that come with a project that itself appears are no news."""
    new = Appearance.objects.filter(kind=PROJECT, object_id=OuterRef("project"))
    lessons = Lesson.objects.filter(~Exists(new), pk__in=ids, project__follows__isnull=False)
    projects = dict(lessons.values_list("pk", "project_id"))
    found = Project.objects.in_bulk(set(projects.values())) if projects else {}
    for pk, project in projects.items():
        hear(project=found[project], kind=LESSON, object_id=pk)
