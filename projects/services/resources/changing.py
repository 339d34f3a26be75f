"""An institute changes its published resource: what it proposes stands apart until a moderator accepts it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from projects.models import Resource, ResourceChange
from projects.services.resources import files, letters
from projects.services.resources.deciding import put_in_place
from projects.services.resources.locking import KIND, change_of, locked_for_writing
from projects.services.resources.refusals import NothingToGet, SavedMeanwhile, StandsOtherwise
from projects.services.resources.texts import as_json, text_of
from projects.services.resources.writing import TRUSTED, flags_of
from projects.services.review.cases import close_case, open_case
from projects.states import Outcome, Status
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.files.checking import Checked


@transaction.atomic
def propose(
    *,
    resource: Resource,
    values: Mapping[str, Any],
    by: User,
    version: int | None = None,
    upload: Checked | None = None,
    without_file: bool = False,
) -> Resource:
    """Propose other values and perhaps another file; of a trusted institute they are public at once.

    PermissionDenied, StandsOtherwise for what is not public or belongs to a project, NothingToGet, SavedMeanwhile.
    """
    row = locked_for_writing(resource, by)
    if row.status != Status.PUBLISHED or row.project_id:
        raise StandsOtherwise(row)
    change = change_of(row) or ResourceChange(resource=row, version=0)
    if version not in (None, change.version):
        raise SavedMeanwhile(row, change.version)
    _fill(change, values, upload, without_file=without_file)
    if not (change.values.get("url") or change.file or (row.file and not change.without_file)):
        raise NothingToGet
    change.created_by = by
    with acting(user=by, action="propose"):
        change.save()
        _offer(row, change, by)
    return row


def _fill(change: ResourceChange, values: Mapping[str, Any], upload: Checked | None, *, without_file: bool) -> None:
    change.values, change.version = as_json(values), change.version + 1
    change.is_submitted, change.reason = True, ""
    if upload:
        files.keep(change, upload)
        change.without_file = False
    elif without_file:
        files.drop(change)
        change.without_file = True


def _offer(row: Resource, change: ResourceChange, by: User) -> None:
    trusted = bool(row.institute and row.institute.is_trusted)
    flags = [*flags_of(row, change.values), *([TRUSTED] if trusted else [])]
    open_case(kind=KIND, object_id=row.pk, title=str(change), institute=row.institute, flags=flags, by=by)
    if trusted:
        put_in_place(row, change, by=by)
    else:
        letters.tell_received(row, by)


@transaction.atomic
def take_back(*, resource: Resource, by: User) -> None:
    """Throw away what was proposed, waiting or returned; the page stays as it is. PermissionDenied."""
    row = locked_for_writing(resource, by)
    change = change_of(row)
    if change is None:
        raise StandsOtherwise(row)
    close_case(kind=KIND, object_id=row.pk, outcome=Outcome.WITHDRAWN, by=by, required=False)
    files.drop(change)
    with acting(user=by, action="take_back"):
        change.delete()


@transaction.atomic
def keep_file(*, resource: Resource, upload: Checked, by: User) -> bool:
    """Keep a file of a change that cannot be sent in yet, so that nobody has to choose it again.

    Return False when a change waits already: what moderators look at is not touched. PermissionDenied.
    """
    row = locked_for_writing(resource, by)
    change = change_of(row) or ResourceChange(resource=row, values=text_of(row), version=0)
    if row.status != Status.PUBLISHED or change.is_submitted:
        return False
    change.version, change.created_by = change.version + 1, by
    with acting(user=by, action="keep_file"):
        files.keep(change, upload)
        change.save()
    return True
