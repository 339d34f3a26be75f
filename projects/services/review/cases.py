"""The one queue of the moderators: what has to be decided is opened here, and closed exactly once."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from projects.models import Institute, ReviewCase
from projects.services.refusals import AlreadyDecided
from projects.states import Outcome
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.working_days import after_working_days

NORM_WORKING_DAYS = 2


@transaction.atomic
def open_case(
    *,
    kind: str,
    object_id: int,
    title: str,
    institute: Institute | None = None,
    flags: Iterable[str] = (),
    by: User | None = None,
) -> ReviewCase:
    """Put something in the queue, or renew title and flags of what is in it already; its place stays."""
    now = timezone.now()
    with acting(user=by):
        case, is_new = ReviewCase.objects.get_or_create(
            kind=kind,
            object_id=object_id,
            closed_at=None,
            defaults={
                "title": title[:300],
                "institute": institute,
                "flags": sorted(flags),
                "opened_at": now,
                "due_at": after_working_days(now, NORM_WORKING_DAYS),
            },
        )
        if not is_new:
            case.title, case.flags = title[:300], sorted(flags)
            case.save(update_fields=["title", "flags"])
    return case


@transaction.atomic
def close_case(
    *, kind: str, object_id: int, outcome: Outcome, by: User | None, reason: str = "", required: bool = True
) -> ReviewCase | None:
    """Take something from the queue with what was decided; of two moderators at once the second is refused.

    AlreadyDecided when it is not in the queue (any more); with `required` off None is returned then: for things that
    need not have a case, such as a draft that is withdrawn. Call it in the transaction of the decision, before
    anything is changed: the row it locks keeps the second waiting.
    """
    waiting = ReviewCase.objects.select_for_update(of=("self",)).filter(kind=kind, object_id=object_id, closed_at=None)
    case = waiting.first()
    if case is None:
        if required:
            raise AlreadyDecided
        return None
    case.closed_at, case.outcome, case.decided_by, case.reason = timezone.now(), outcome, by, reason.strip()
    with acting(user=by, action=str(outcome)):
        case.save(update_fields=["closed_at", "outcome", "decided_by", "reason"])
    return case
