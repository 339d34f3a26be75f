"""The plan that goes along with a request: only when the asker ticked it, and as it was at that moment."""

from projects.models import Project
from projects.states import Status
from vindplaats.accounts.models import User

LONGEST_PLAN = 20_000
FIELDS = ("title", "summary", "problem", "approach")
MOST_PLANS = 100


def own_plans(user: User) -> list[Project]:
    """Return the projects that somebody may send along: those of their institutes, newest first, not the archived."""
    return list(Project.objects.of_members(user).exclude(status=Status.ARCHIVED).order_by("-pk")[:MOST_PLANS])


def plan_as_text(project: Project) -> str:
    """Return what is written of a project so far; who reads it may not be allowed to see the project itself."""
    written = project.revisions.open().first()
    said = written.content if written else {name: getattr(project, name) for name in FIELDS}
    pieces = [str(said.get(name) or "").strip() for name in FIELDS]
    return "\n\n".join(filter(None, pieces))[:LONGEST_PLAN]
