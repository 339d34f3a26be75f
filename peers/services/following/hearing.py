"""Tell who follows a project, a question or a programme that something happened there."""

from django.db import transaction
from django.utils import timezone

from peers.models import Follow, Match, Question
from projects.models import Programme, Project
from vindplaats.accounts.models import User


@transaction.atomic
def hear(
    *,
    kind: str,
    object_id: int,
    project: Project | None = None,
    question: Question | None = None,
    programme: Programme | None = None,
    by: User | None = None,
) -> None:
    """Leave word of thing `object_id` of a `kind` (see showing.py) with who follows its project, question or programme.

    Call it in the transaction in which it happens. Who did it (`by`) is not told; nobody is told twice.
    """
    known = {"project": project, "question": question, "programme": programme}
    about = {name: one for name, one in known.items() if one}
    follows = Follow.objects.kept().filter(**about).exclude(user=by) if by else Follow.objects.kept().filter(**about)
    now = timezone.now()
    heard = [
        Match(follow_id=pk, kind=kind, object_id=object_id, found_at=now) for pk in follows.values_list("pk", flat=True)
    ]
    Match.objects.bulk_create(heard, ignore_conflicts=True, batch_size=1_000)
