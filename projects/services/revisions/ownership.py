"""Who answers for a project, and what remains of somebody who leaves."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from projects.models import Project, Revision
from projects.permissions import is_member, may_hand_over
from projects.services.revisions.locking import lock_project
from projects.services.revisions.refusals import ReceiverRefused
from projects.states import OPEN_STAGES
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def hand_over(*, project: Project, to: User, by: User) -> Project:
    """Make another member of the institute the owner; PermissionDenied, ReceiverRefused."""
    if not may_hand_over(by, project):
        raise PermissionDenied
    locked = lock_project(project)
    if not is_member(to, locked.institute):
        raise ReceiverRefused
    locked.owner = to
    with acting(user=by, action="hand_over"):
        locked.save(update_fields=["owner", "updated_at"])
    return locked


def forget_writer(*, user: User) -> None:
    """Take somebody out of the texts that are being written; call it in the transaction that removes the account.

    What was accepted holds no contact persons, and the database forgets who wrote it.
    """
    open_ones = Revision.objects.select_for_update(of=("self",)).filter(status__in=OPEN_STAGES)
    for revision in open_ones.filter(content__contact__contains=[{"user": user.pk}]):
        revision.content["contact"] = _without(revision.content["contact"], user)
        revision.save(update_fields=["content"])
    for revision in open_ones.filter(base__contact__contains=[{"user": user.pk}]):
        revision.base["contact"] = _without(revision.base["contact"], user)
        revision.save(update_fields=["base"])


def _without(people: list[dict[str, Any]], user: User) -> list[dict[str, Any]]:
    return [person for person in people if person.get("user") != user.pk]
