"""Take the rows that a change of stage or status is about, so that a second one waits and then sees the first."""

from projects.models import Project, Revision
from projects.services.refusals import TransitionRefused
from projects.services.revisions.refusals import Gone, StageRefused
from projects.states import STAGES, Stage, Status, may_become


def lock_project(project: Project) -> Project:
    """Return the project as it is now, locked until the transaction ends; Gone when it was thrown away."""
    found = Project.objects.select_for_update(of=("self",)).select_related("institute").filter(pk=project.pk).first()
    if found is None:
        raise Gone
    return found


def lock_revision(revision: Revision) -> Revision:
    """Return the revision as it is now, locked; Gone when it was thrown away."""
    found = Revision.objects.select_for_update(of=("self",)).filter(pk=revision.pk).first()
    if found is None:
        raise Gone
    return found


def move(revision: Revision, stage: Stage) -> None:
    """Give a locked revision another stage, without saving it; StageRefused when that cannot follow."""
    if stage not in STAGES[revision.status]:
        raise StageRefused(revision)
    revision.status = stage


def move_project(project: Project, status: Status) -> None:
    """Let the row of a project that was never public follow its text, and save that."""
    if not may_become(project.status, status):
        raise TransitionRefused(project, status)
    project.status = status
    project.save(update_fields=["status", "updated_at"])


def is_public(project: Project) -> bool:
    """Tell whether the project is, or was, on the site: its row then does not follow the text."""
    return project.status in (Status.PUBLISHED, Status.ARCHIVED)
