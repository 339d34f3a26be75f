"""Show a resource to everyone, and take it away again."""

from django.db import transaction
from django.utils import timezone

from projects.models import Resource
from projects.search import generation
from projects.search.indexing import index
from projects.services.resources.locking import locked, move, require_moderator
from projects.services.resources.refusals import StandsOtherwise
from projects.states import Status
from vindplaats.accounts.models import User
from vindplaats.audit import acting


def publish(resource: Resource, *, by: User | None) -> None:
    """Make a locked resource public and findable."""
    move(resource, Status.PUBLISHED)
    resource.published_at = resource.published_at or timezone.now()
    resource.reason = ""
    resource.save()
    renew(resource)


def renew(resource: Resource) -> None:
    """Have the search and the pages follow what changed of a resource."""
    index("resource", [resource.pk])
    generation.advance_on_commit()


@transaction.atomic
def archive(*, resource: Resource, by: User, reason: str = "") -> Resource:
    """Take a resource that stands by itself off the site; PermissionDenied, StandsOtherwise."""
    require_moderator(by)
    row = locked(resource)
    if row.project_id:
        raise StandsOtherwise(row)
    move(row, Status.ARCHIVED)
    row.reason = reason.strip()
    with acting(user=by, action="archive", **({"reason": row.reason} if row.reason else {})):
        row.save()
        renew(row)
    return row


@transaction.atomic
def restore(*, resource: Resource, by: User) -> Resource:
    """Put an archived resource back; PermissionDenied, StandsOtherwise."""
    require_moderator(by)
    row = locked(resource)
    if row.status != Status.ARCHIVED:
        raise StandsOtherwise(row)
    with acting(user=by, action="restore"):
        publish(row, by=by)
    return row
