"""Abuse is reported: moderators read the thread until it is dealt with, and both sides see that they do."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from peers.models import ContactReport, ContactRequest
from peers.permissions import Part, role_in
from peers.services.contact.ending import end_request
from peers.services.contact.locking import locked
from peers.services.contact.refusals import NotNow
from peers.services.contact.telling import case_title, organisation_of, tell_step
from peers.services.notices import tell
from peers.states import OPEN_CONTACT, ContactStatus
from projects.permissions import may_moderate
from projects.services.refusals import ReasonMissing
from projects.services.review.cases import close_case, open_case
from projects.states import Outcome
from vindplaats.accounts.models import User
from vindplaats.audit import acting

KIND = "contact_report"


@transaction.atomic
def report(*, request: ContactRequest, by: User, text: str) -> ContactReport:
    """Ask the moderators to look at a thread; once as long as the first is not dealt with."""
    request = locked(request)
    role = role_in(by, request)
    if role is None or role.part is Part.EDITOR:
        raise NotNow
    with acting(user=by, action="contact:report"):
        made, _is_new = ContactReport.objects.get_or_create(
            request=request,
            from_asker=role.is_asker,
            closed_at=None,
            defaults={"reporter": by, "text": text, "created_at": timezone.now()},
        )
    open_case(kind=KIND, object_id=made.pk, title=case_title(request), institute=organisation_of(request), by=by)
    return made


@transaction.atomic
def resolve(*, report: ContactReport, by: User, reason: str, ends_thread: bool = False) -> ContactReport:
    """Close a report about which something was done, and say so to who reported it; perhaps end the conversation."""
    if not reason.strip():
        raise ReasonMissing
    _close(report, Outcome.APPROVED, by=by, reason=reason)
    request = locked(report.request)
    if ends_thread and request.status in OPEN_CONTACT:
        turn = end_request(request, ContactStatus.CLOSED, by=by)
        for user in filter(None, (request.asker, turn and turn.user)):
            tell_step(user, "contact_closed", request)
    return report


@transaction.atomic
def dismiss(*, report: ContactReport, by: User, reason: str = "") -> ContactReport:
    """Close a report about which nothing has to be done."""
    _close(report, Outcome.DECLINED, by=by, reason=reason)
    return report


def _close(report: ContactReport, outcome: Outcome, *, by: User, reason: str) -> None:
    if not may_moderate(by):
        raise PermissionDenied
    close_case(kind=KIND, object_id=report.pk, outcome=outcome, by=by, reason=reason)
    report.closed_at = timezone.now()
    with acting(user=by, action="contact:report:close"):
        report.save(update_fields=["closed_at"])
    request = report.request
    if report.reporter:
        tell(
            user=report.reporter,
            code="contact_report_closed",
            title=request.title,
            path=f"/contact/{request.reference}/",
            template="contact_report_closed",
            context={"contact": request, "reason": reason.strip(), "is_done": outcome == Outcome.APPROVED},
        )
