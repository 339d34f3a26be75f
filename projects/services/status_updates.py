"""How a project stands, told by its own people in between two confirmations."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from projects import hooks
from projects.models import Project, StatusUpdate
from projects.permissions import may_keep
from projects.search.indexing import index
from projects.services.refusals import UpdateRefused
from projects.states import Status
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def add_status_update(*, project: Project, text: str, by: User) -> StatusUpdate:
    """Put a few dated lines on the page; PermissionDenied for who may not, UpdateRefused unless it is published."""
    _require(by, project)
    locked = Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    if locked.status != Status.PUBLISHED:
        raise UpdateRefused(locked)
    with acting(user=by, action="status_update"):
        update = StatusUpdate.objects.create(project=locked, text=text, author=by)
    index("project", [locked.pk])
    hooks.project_told(locked, "update", update.pk, by)
    return update


@transaction.atomic
def remove_status_update(*, update: StatusUpdate, by: User) -> None:
    """Take lines away again; they stay in the audit."""
    _require(by, update.project)
    with acting(user=by, action="status_update"):
        update.delete()
    index("project", [update.project_id])


def _require(by: User, project: Project) -> None:
    if not may_keep(by, project):
        raise PermissionDenied
