"""Moderators decide on a text: it goes onto the site, or back to its writers with what has to be done."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from projects import hooks
from projects.models import Project, Revision
from projects.permissions import is_member, may_moderate
from projects.services.importing.known import Known
from projects.services.refusals import ReasonMissing
from projects.services.review.cases import close_case
from projects.services.revisions import mailing
from projects.services.revisions.applying import apply
from projects.services.revisions.differences import changed_fields
from projects.services.revisions.locking import is_public, lock_project, lock_revision, move, move_project
from projects.services.revisions.refusals import ArchivedRefused, ChangedMeanwhile, StageRefused
from projects.services.revisions.texts import Record, contact_of, text_of, without_contact
from projects.states import Outcome, Stage, Status
from vindplaats.accounts.models import User
from vindplaats.audit import acting

KIND = "revision"


@transaction.atomic
def accept(*, revision: Revision, by: User, reason: str = "", over_changes: bool = False) -> Revision:
    """Put a text on the site; what others changed meanwhile in other fields stays.

    PermissionDenied for who does not moderate, AlreadyDecided for the second of two, Incomplete when the text does not
    fit any more, ArchivedRefused, and ChangedMeanwhile unless `over_changes` says that the moderator has seen that.
    """
    _require_moderator(by)
    close_case(kind=KIND, object_id=revision.pk, outcome=Outcome.APPROVED, by=by, reason=reason)
    project, locked = lock_project(revision.project), lock_revision(revision)
    put_on_site(project, locked, by=by, reason=reason, over_changes=over_changes)
    return locked


def put_on_site(
    project: Project,
    revision: Revision,
    *,
    by: User,
    reason: str = "",
    over_changes: bool = True,
    known: Known | None = None,
) -> None:
    """Do what `accept` does with locked rows, whose case is the caller's."""
    if project.status == Status.ARCHIVED:
        raise ArchivedRefused
    if revision.status != Stage.SUBMITTED:
        raise StageRefused(revision)
    before, was_public = {**text_of(project), "contact": contact_of(project)}, is_public(project)
    others = changed_fields(revision.base, before)
    if others and not over_changes:
        raise ChangedMeanwhile(others)
    apply(
        project=project,
        content=_merged(revision, before),
        by=by,
        known=known,
        status=Status.PUBLISHED.value,
        **_confirmation(project, revision),
    )
    _number(project, revision, before=before if was_public else {}, by=by, reason=reason)
    mailing.tell_accepted(revision, project, by, reason=reason)
    if was_public:
        hooks.project_told(project, "revision", revision.pk, by)


def _merged(revision: Revision, before: Record) -> Record:
    """Return the project as it is with what the writers changed."""
    mine = {name: revision.content.get(name) for name in changed_fields(revision.base, revision.content)}
    return {**before, **mine}


def _confirmation(project: Project, revision: Revision) -> dict[str, str]:
    """Return the day on which the institute said that its text is right: that it submitted it."""
    said = _ours(project, revision)
    return {"confirmed_on": timezone.localdate(revision.submitted_at).isoformat()} if said else {}


def _ours(project: Project, revision: Revision) -> list[User]:
    """Return the writers who are of the institute; a moderator may have corrected the text last."""
    people = (revision.updated_by, revision.created_by)
    return [user for user in people if user and is_member(user, project.institute)]


def _number(project: Project, revision: Revision, *, before: Record, by: User, reason: str) -> None:
    """Keep the text as a version that was public, with what was public before it."""
    move(revision, Stage.ACCEPTED)
    revision.number = (project.revisions.aggregate(last=Max("number"))["last"] or 0) + 1
    revision.base, revision.content = without_contact(before), text_of(project)
    revision.decided_by, revision.decided_at, revision.reason = by, timezone.now(), reason.strip()
    with acting(user=by, action="accept"):
        revision.save()
        project.refresh_from_db()
        if project.owner is None:
            project.owner = next(iter(_ours(project, revision)), None)
            project.save(update_fields=["owner", "updated_at"])


@transaction.atomic
def return_with_reason(*, revision: Revision, by: User, reason: str) -> Revision:
    """Give a text back to its writers; PermissionDenied, ReasonMissing, AlreadyDecided."""
    _require_moderator(by)
    if not reason.strip():
        raise ReasonMissing
    close_case(kind=KIND, object_id=revision.pk, outcome=Outcome.RETURNED, by=by, reason=reason)
    project, locked = lock_project(revision.project), lock_revision(revision)
    move(locked, Stage.RETURNED)
    locked.reason, locked.decided_by, locked.decided_at = reason.strip(), by, timezone.now()
    with acting(user=by, action="return", reason=locked.reason):
        locked.save()
        if not is_public(project):
            move_project(project, Status.RETURNED)
    mailing.tell_returned(locked, project, by)
    return locked


@transaction.atomic
def mark_reviewed(*, revision: Revision, by: User, reason: str = "") -> None:
    """Say of a text that went onto the site at once that it was looked at; PermissionDenied, AlreadyDecided.

    A moderator who does not agree edits or archives the project as any other.
    """
    _require_moderator(by)
    case = close_case(kind=KIND, object_id=revision.pk, outcome=Outcome.APPROVED, by=by, reason=reason)
    locked = lock_revision(revision)
    if case is None or locked.status != Stage.ACCEPTED:
        raise StageRefused(locked)


def _require_moderator(by: User) -> None:
    if not may_moderate(by):
        raise PermissionDenied
