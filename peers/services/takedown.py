"""Take what members wrote off the site, or put it back; nothing is deleted."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from peers.services.notices import tell
from projects.permissions import may_moderate
from projects.search import generation
from projects.services.refusals import ReasonMissing
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def take_down(*, thing: Model, by: User, reason: str, writer: User | None, about: str, path: str) -> None:
    """Take a text off the site, audited with the reason, which its writer is told; again does nothing.

    `about` and `path` say what it stood under. PermissionDenied for who does not moderate, ReasonMissing without one.
    """
    _require(by)
    if not reason.strip():
        raise ReasonMissing
    locked = type(thing)._default_manager.select_for_update().get(pk=thing.pk)
    if locked.removed_at:
        return
    locked.removed_at = timezone.now()
    with acting(user=by, action="take_down", reason=reason.strip()):
        locked.save(update_fields=["removed_at"])
    if writer:
        context = {"reason": reason.strip(), "about": about}
        tell(user=writer, code="taken_down", title=about, path=path, template="taken_down", context=context)
    generation.advance_on_commit()


@transaction.atomic
def put_back(*, thing: Model, by: User) -> None:
    """Show a text again that was taken down."""
    _require(by)
    locked = type(thing)._default_manager.select_for_update().get(pk=thing.pk)
    locked.removed_at = None
    with acting(user=by, action="put_back"):
        locked.save(update_fields=["removed_at"])
    generation.advance_on_commit()


def _require(by: User) -> None:
    if not may_moderate(by):
        raise PermissionDenied
