"""Members of an institute write a resource: begin, save, send in, take back, throw away."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from projects.models import Institute, Resource
from projects.models.resources import RESERVED_RESOURCE_SLUGS
from projects.permissions import may_begin, may_moderate
from projects.services.resources import files, letters
from projects.services.resources.locking import KIND, locked_for_writing, move
from projects.services.resources.publishing import publish
from projects.services.resources.refusals import NothingToGet, SavedMeanwhile, StandsOtherwise
from projects.services.resources.texts import put_on
from projects.services.review.cases import close_case, open_case
from projects.services.review.flags import DUPLICATE
from projects.services.review.personal_data import kinds_in
from projects.services.slugs import Slugs
from projects.states import Outcome, Status
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.files.checking import Checked

WRITTEN = (Status.DRAFT, Status.RETURNED)
TRUSTED = "trusted"
"""The flag of a case that is looked at afterwards: it is on the site already."""


@transaction.atomic
def begin(*, institute: Institute, kind: str, title: str, url: str = "", by: User) -> Resource:
    """Begin a resource in the name of an institute; PermissionDenied for who may not."""
    if not may_begin(by, institute):
        raise PermissionDenied
    [slug] = Slugs(Resource, fallback="hulpmiddel", reserved=RESERVED_RESOURCE_SLUGS).allocate([title])
    with acting(user=by, action="begin"):
        return Resource.objects.create(
            institute=institute, kind=kind, title=title, url=url, slug=slug, status=Status.DRAFT, created_by=by
        )


@transaction.atomic
def save_draft(
    *,
    resource: Resource,
    values: Mapping[str, Any],
    by: User,
    version: int | None = None,
    upload: Checked | None = None,
    without_file: bool = False,
) -> Resource:
    """Keep what was written of a resource that is not public; what waits is saved by a moderator only.

    PermissionDenied, StandsOtherwise, and SavedMeanwhile when it was saved after `version`, which the writer has seen.
    """
    row = locked_for_writing(resource, by)
    if row.status not in WRITTEN and not (row.status == Status.SUBMITTED and may_moderate(by)):
        raise StandsOtherwise(row)
    if version not in (None, row.version):
        raise SavedMeanwhile(row, row.version)
    row.version += 1
    with acting(user=by, action="save"):
        if upload:
            files.keep(row, upload)
        elif without_file:
            files.drop(row)
        put_on(row, values)
    return row


@transaction.atomic
def submit(*, resource: Resource, by: User) -> Resource:
    """Offer it to the moderators; of a trusted institute it is public at once and the case stays open.

    PermissionDenied, StandsOtherwise, NothingToGet.
    """
    row = locked_for_writing(resource, by)
    if not (row.url or row.file):
        raise NothingToGet
    move(row, Status.SUBMITTED)
    row.submitted_at, row.reason = timezone.now(), ""
    trusted = bool(row.institute and row.institute.is_trusted)
    with acting(user=by, action="submit"):
        row.save()
        flags = [*flags_of(row), *([TRUSTED] if trusted else [])]
        open_case(kind=KIND, object_id=row.pk, title=row.title, institute=row.institute, flags=flags, by=by)
        if trusted:
            publish(row, by=by)
        else:
            letters.tell_received(row, by)
    return row


def flags_of(resource: Resource, values: Mapping[str, Any] | None = None) -> list[str]:
    """Return what a moderator should look at first, of a resource or of what is proposed instead."""
    told = values or {}
    names = ("title", "summary", "owner", "decision_moment", "keeper", "quality")
    found = {kind for name in names for kind in kinds_in(str(told.get(name, getattr(resource, name)) or ""))}
    if twins_of(told.get("url", resource.url), but=resource):
        found.add(DUPLICATE)
    return sorted(found)


def twins_of(url: str, *, but: Resource | None = None) -> list[Resource]:
    """Return the public resources that lead to this web address already."""
    found = Resource.objects.published().with_address(url).select_related("project")
    return list((found.exclude(pk=but.pk) if but else found).order_by("pk")[:5])


@transaction.atomic
def withdraw(*, resource: Resource, by: User) -> Resource:
    """Take it back from the moderators to write on; PermissionDenied, AlreadyDecided."""
    row = locked_for_writing(resource, by)
    close_case(kind=KIND, object_id=row.pk, outcome=Outcome.WITHDRAWN, by=by)
    move(row, Status.DRAFT)
    row.submitted_at = None
    with acting(user=by, action="withdraw"):
        row.save()
    return row


@transaction.atomic
def discard(*, resource: Resource, by: User) -> None:
    """Throw away what was never public, with its file; PermissionDenied, StandsOtherwise."""
    row = locked_for_writing(resource, by)
    if row.status not in WRITTEN or row.published_at:
        raise StandsOtherwise(row)
    files.drop(row)
    with acting(user=by, action="discard"):
        row.delete()
