"""Who looks at what: moderators take cases up, hand them to each other, and leave notes."""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from projects.models import CaseNote, ReviewCase
from projects.permissions import may_moderate
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def assign(*, cases: Collection[int], to: User | None, by: User) -> int:
    """Give cases to a moderator, or to nobody; return how many. What is decided already stays as it is.

    PermissionDenied when either of the two is no moderator. What `to` has already keeps its time.
    """
    if not may_moderate(by) or (to is not None and not may_moderate(to)):
        raise PermissionDenied
    # In one order, so that two who take up the same cases do not wait for each other.
    waiting = ReviewCase.objects.select_for_update(of=("self",)).filter(pk__in=cases, closed_at=None).order_by("pk")
    found = [case for case in waiting if case.assigned_to_id != (to and to.pk)]
    for case in found:
        case.assigned_to, case.assigned_at = to, timezone.now() if to else None
    with acting(user=by, action="assign"):
        ReviewCase.objects.bulk_update(found, ["assigned_to", "assigned_at"], batch_size=500)
    return len(found)


@transaction.atomic
def add_note(*, case: ReviewCase, text: str, by: User) -> CaseNote:
    """Tell colleagues something about a case; also of one that is decided."""
    if not may_moderate(by):
        raise PermissionDenied
    with acting(user=by):
        return CaseNote.objects.create(case=case, author=by, text=text.strip())
