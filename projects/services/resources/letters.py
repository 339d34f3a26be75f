"""What who sent in a resource is told by mail: it came in, it is on the site, it came back."""

from projects.models import Resource
from projects.permissions import may_write_resource
from projects.services.letters import address_of, page
from vindplaats.accounts.models import User
from vindplaats.mail import queue


def tell_received(resource: Resource, by: User) -> None:
    """Confirm that it came in, and say what happens now."""
    _send(by, "resource_received", resource, to_write=True)


def tell_accepted(resource: Resource, writer: User | None, by: User | None, *, reason: str = "") -> None:
    """Tell the writer that it is on the site, or that the change of it is."""
    if _wants(writer, resource, by):
        _send(writer, "resource_accepted", resource, reason=reason)


def tell_returned(resource: Resource, writer: User | None, by: User | None, *, reason: str) -> None:
    """Tell the writer what has to be done first."""
    if _wants(writer, resource, by):
        _send(writer, "resource_returned", resource, reason=reason, to_write=True)


def _wants(writer: User | None, resource: Resource, by: User | None) -> bool:
    """Tell whether there is a writer who may still write it and did not decide on it."""
    return bool(writer and writer != by and may_write_resource(writer, resource))


def _send(user: User, template: str, resource: Resource, *, reason: str = "", to_write: bool = False) -> None:
    own = page("projects:resource_write", resource.slug)
    context = {"title": resource.title, "url": own if to_write else address_of(resource), "reason": reason}
    queue(to=user.email, template=template, context=context, language=user.language)
