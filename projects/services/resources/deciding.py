"""Moderators decide on a resource that is new, or on what is proposed to change of one."""

from django.db import transaction

from projects.models import Resource, ResourceChange
from projects.services.refusals import ReasonMissing
from projects.services.resources import files, letters
from projects.services.resources.locking import KIND, change_of, locked, move, require_moderator
from projects.services.resources.publishing import publish, renew
from projects.services.resources.refusals import StandsOtherwise
from projects.services.resources.texts import put_on
from projects.services.review.cases import close_case
from projects.states import Outcome, Status
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def accept(*, resource: Resource, by: User, reason: str = "") -> Resource:
    """Show a new resource, or the proposed change, to everyone; PermissionDenied, AlreadyDecided, StandsOtherwise."""
    require_moderator(by)
    close_case(kind=KIND, object_id=resource.pk, outcome=Outcome.APPROVED, by=by, reason=reason)
    row = locked(resource)
    change = change_of(row)
    with acting(user=by, action="accept"):
        if row.status == Status.SUBMITTED:
            writer = row.created_by
            publish(row, by=by)
        elif row.status == Status.PUBLISHED and change and change.is_submitted:
            writer = change.created_by
            put_in_place(row, change, by=by)
        else:
            raise StandsOtherwise(row)
    letters.tell_accepted(row, writer, by, reason=reason.strip())
    return row


def put_in_place(row: Resource, change: ResourceChange, *, by: User | None) -> None:
    """Let a locked change take the place of what there is."""
    if change.file:
        files.hand_over(change, row)
    elif change.without_file:
        files.drop(row)
    put_on(row, change.values)
    change.delete()
    renew(row)


@transaction.atomic
def return_with_reason(*, resource: Resource, by: User, reason: str) -> Resource:
    """Give it back to the writer; PermissionDenied, ReasonMissing, AlreadyDecided, StandsOtherwise."""
    require_moderator(by)
    told = reason.strip()
    if not told:
        raise ReasonMissing
    close_case(kind=KIND, object_id=resource.pk, outcome=Outcome.RETURNED, by=by, reason=told)
    row = locked(resource)
    change = change_of(row)
    with acting(user=by, action="return", reason=told):
        if row.status == Status.SUBMITTED:
            move(row, Status.RETURNED)
            row.reason, writer = told, row.created_by
            row.save()
        elif change and change.is_submitted:
            change.is_submitted, change.reason, writer = False, told, change.created_by
            change.save()
        else:
            raise StandsOtherwise(row)
    letters.tell_returned(row, writer, by, reason=told)
    return row


@transaction.atomic
def mark_reviewed(*, resource: Resource, by: User, reason: str = "") -> None:
    """Say of what went onto the site at once that it was looked at; PermissionDenied, AlreadyDecided."""
    require_moderator(by)
    close_case(kind=KIND, object_id=resource.pk, outcome=Outcome.APPROVED, by=by, reason=reason)
