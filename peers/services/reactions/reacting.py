"""Write under a project."""

from django.db import transaction
from django.utils import timezone

from peers.models import Reaction
from peers.services.names import public_name
from peers.services.reactions.limits import within_a_day
from peers.services.reactions.telling import project_path, tell_of_project
from projects.models import Institute, Project
from projects.search import generation
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def react(*, project: Project, user: User, text: str, institute: Institute | None = None) -> Reaction:
    """Put a reaction under a published project, at once; the same text again is the first one. TooMany at the limit."""
    within_a_day(Reaction, user=user, field="author")
    if same := project.reactions.filter(author=user, text=text.strip()).first():
        return same
    with acting(user=user, action="react"):
        reaction = Reaction.objects.create(
            project=project,
            author=user,
            author_name=public_name(user),
            institute=institute,
            text=text.strip(),
            created_at=timezone.now(),
        )
    path = f"{project_path(project)}#reactie-{reaction.pk}"
    tell_of_project(project=project, code="reaction", title=project.title, path=path, by=user)
    return reaction


@transaction.atomic
def take_reaction_back(*, reaction: Reaction, by: User) -> None:
    """Delete one's own reaction; the audit keeps that it was there."""
    with acting(user=by, action="react"):
        reaction.delete()
    generation.advance_on_commit()
