"""Who hears of a reaction: the people of the project, except who reacted."""

from peers.services.notices import tell
from projects.models import Project
from projects.search import generation
from projects.services.freshness import who_is_asked
from vindplaats.accounts.models import User


def tell_of_project(*, project: Project, code: str, title: str, path: str, by: User) -> None:
    """Leave a notice for the owner, or the managers without one; and have pages show what is new to visitors too."""
    for person in who_is_asked(project):
        if person.pk != by.pk:
            tell(user=person, code=code, title=title, path=path)
    generation.advance_on_commit()


def project_path(project: Project) -> str:
    """Return the address of a project as a notice keeps it: in Dutch."""
    return f"/projecten/{project.slug}/"
