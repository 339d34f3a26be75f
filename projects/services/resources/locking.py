"""Take the row that a change of status is about, so that a second one waits and then sees the first."""

from django.core.exceptions import PermissionDenied

from projects.models import Resource, ResourceChange
from projects.permissions import may_moderate, may_write_resource
from projects.services.resources.refusals import StandsOtherwise
from projects.states import Status, may_become
from vindplaats.accounts.models import User

KIND = "resource"
"""Of the cases of the moderators; a case is about the resource, new or changed."""


def locked_for_writing(resource: Resource, by: User) -> Resource:
    """Return the resource as it is now, locked; PermissionDenied for who may not write it."""
    if not may_write_resource(by, resource):
        raise PermissionDenied
    return locked(resource)


def locked(resource: Resource) -> Resource:
    """Return the resource as it is now, locked until the transaction ends; StandsOtherwise when it was thrown away."""
    found = Resource.objects.select_for_update(of=("self",)).select_related("institute", "project", "from_project")
    row = found.filter(pk=resource.pk).first()
    if row is None:
        raise StandsOtherwise(resource)
    return row


def change_of(resource: Resource) -> ResourceChange | None:
    """Return the change that is proposed of a locked resource, locked as well."""
    return ResourceChange.objects.select_for_update(of=("self",)).filter(resource=resource).first()


def move(resource: Resource, status: Status) -> None:
    """Give a locked resource another status, without saving it; StandsOtherwise when that cannot follow."""
    if resource.status == status or not may_become(resource.status, status):
        raise StandsOtherwise(resource)
    resource.status = status


def require_moderator(by: User) -> None:
    """Raise PermissionDenied for who does not moderate."""
    if not may_moderate(by):
        raise PermissionDenied
