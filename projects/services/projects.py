"""What becomes of a project: saved, submitted, published, returned, archived, confirmed."""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from projects.models import Project
from projects.permissions import may_confirm, may_moderate, may_submit
from projects.search.indexing import index
from projects.services.refusals import ConfirmationRefused, ReasonMissing, TextWaits, TransitionRefused
from projects.states import Status, may_become
from vindplaats.accounts.models import User
from vindplaats.audit import acting

NEVER_SHOWN = (Status.DRAFT, Status.SUBMITTED, Status.RETURNED)


def submit(*, project: Project, by: User | None, reason: str = "") -> Project:
    """Offer a draft, or a project that was returned, to the moderators. `by` is None when the system itself acts.

    Like all transitions here: PermissionDenied when `by` may not, TransitionRefused when the status does not allow it.
    """
    _require(by is None or may_submit(by, project))
    return _become(project, Status.SUBMITTED, by=by, reason=reason)


def publish(*, project: Project, by: User | None, reason: str = "") -> Project:
    """Show a project to everyone. Its date of publication stays that of the first time."""
    _require(by is None or may_moderate(by))
    return _become(project, Status.PUBLISHED, by=by, reason=reason)


def return_with_reason(*, project: Project, by: User | None, reason: str) -> Project:
    """Give a submitted project back to who sent it in; ReasonMissing when it is not said why."""
    _require(by is None or may_moderate(by))
    if not reason.strip():
        raise ReasonMissing
    return _become(project, Status.RETURNED, by=by, reason=reason)


def archive(*, project: Project, by: User | None, reason: str = "") -> Project:
    """Take a project away from the public without losing it."""
    _require(by is None or may_moderate(by))
    return _become(project, Status.ARCHIVED, by=by, reason=reason)


@transaction.atomic
def confirm(*, project: Project, by: User | None) -> Project:
    """Keep that the institute says, today, that the page is true; ConfirmationRefused unless it is published."""
    _require(by is None or may_confirm(by, project))
    locked = _locked(project)
    if locked.status != Status.PUBLISHED:
        raise ConfirmationRefused(locked)
    locked.confirmed_on = timezone.localdate()
    with acting(user=by, action="confirm"):
        locked.save(update_fields=["confirmed_on", "updated_at"])
    index("project", [locked.pk])
    return locked


@transaction.atomic
def save_project(*, project: Project, by: User | None, fields: Collection[str] | None = None) -> Project:
    """Save what a moderator typed, without its links; call `refresh` once those are saved too.

    Of an existing project only `fields` are written (all when None), so that a status that somebody else gave it in
    the meantime stays.
    """
    is_new = project.pk is None
    _require(by is None or may_moderate(by))
    with acting(user=by):
        if is_new:
            project.created_by = by
            project.save(force_insert=True)
        else:
            _locked(project)
            project.save(update_fields=None if fields is None else [*fields, "updated_at"])
    refresh(project=project)
    return project


@transaction.atomic
def refresh(*, project: Project) -> None:
    """Have the search follow what was changed in the project's links, lessons and other belongings."""
    index("project", [project.pk])


@transaction.atomic
def _become(project: Project, status: Status, *, by: User | None, reason: str) -> Project:
    locked = _locked(project)
    if locked.status == status or not may_become(locked.status, status):
        raise TransitionRefused(locked, status)
    if locked.status in NEVER_SHOWN and status != Status.ARCHIVED and locked.revisions.open().exists():
        raise TextWaits(locked)
    locked.status = status
    if status == Status.PUBLISHED and locked.published_at is None:
        locked.published_at = timezone.now()
    why = {"reason": reason.strip()} if reason.strip() else {}
    with acting(user=by, action=str(status), **why):
        locked.save(update_fields=["status", "published_at", "updated_at"])
    index("project", [locked.pk])
    return locked


def _locked(project: Project) -> Project:
    return Project.objects.select_for_update(of=("self",)).get(pk=project.pk)


def _require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
