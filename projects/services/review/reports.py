"""What readers report about a page: taken in, dealt with, and the reader's address thrown away afterwards."""

import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import override

from projects.models import Report, ReviewCase
from projects.permissions import may_moderate
from projects.services.refusals import ReasonMissing
from projects.services.review.cases import close_case, open_case
from projects.services.review.flags import REPORTED_PERSONAL
from projects.services.review.subjects import subject_of
from projects.states import Outcome, ReportReason
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.mail import queue

KIND = "report"
ADDRESS_KEPT_DAYS = 30
"""After the case was closed, so that the reader can still answer."""


@transaction.atomic
def report_page(
    *, path: str, reason: str, text: str = "", email: str = "", language: str = "nl", by: User | None = None
) -> Report:
    """Tell the moderators that something is wrong with a page; `by` is who did, when they have an account."""
    with acting(user=by):
        report = Report.objects.create(path=path, reason=reason, text=text.strip(), email=email, language=language)
    with override(settings.LANGUAGE_CODE):  # Moderators read it, in whatever language it was reported.
        subject = subject_of(path)
    flags = [REPORTED_PERSONAL] if reason == ReportReason.PERSONAL else []
    open_case(kind=KIND, object_id=report.pk, title=subject.title, institute=subject.institute, flags=flags, by=by)
    return report


def resolve_report(*, report: Report, by: User, reason: str) -> Report:
    """Close a report about which something was done; ReasonMissing when it is not said what."""
    if not reason.strip():
        raise ReasonMissing
    return _close(report, Outcome.APPROVED, by=by, reason=reason, template="report_resolved")


def dismiss_report(*, report: Report, by: User, reason: str = "") -> Report:
    """Close a report about which nothing has to be done."""
    return _close(report, Outcome.DECLINED, by=by, reason=reason, template="report_dismissed")


@transaction.atomic
def forget_reporters(*, now: datetime.datetime) -> int:
    """Throw away addresses of readers whose report was closed a month ago, in the audit too; return how many."""
    until = now - datetime.timedelta(days=ADDRESS_KEPT_DAYS)
    cases = ReviewCase.objects.filter(kind=KIND, object_id=OuterRef("pk"))
    recent = cases.exclude(closed_at__lt=until)
    return forget_addresses(reports=Report.objects.exclude(email="").filter(Exists(cases), ~Exists(recent)))


@transaction.atomic
def forget_addresses(*, reports: QuerySet[Report]) -> int:
    """Throw away the addresses of these reports, in the audit too; return of how many."""
    pks = list(reports.values_list("pk", flat=True))
    with acting(action="forget"):
        Report.objects.filter(pk__in=pks).update(email="")
    # The audit would keep what the report itself forgot.
    Report.pgh_event_model.objects.filter(pgh_obj_id__in=pks).exclude(email="").update(email="")
    return len(pks)


@transaction.atomic
def _close(report: Report, outcome: Outcome, *, by: User, reason: str, template: str) -> Report:
    if not may_moderate(by):
        raise PermissionDenied
    close_case(kind=KIND, object_id=report.pk, outcome=outcome, by=by, reason=reason)
    if report.email:
        # Called when the mail is made: some subjects are told in the language of who gets it.
        context: dict[str, Any] = {"report": report, "subject": lambda: subject_of(report.path)}
        context["reason"] = reason.strip()
        queue(to=report.email, template=template, context=context, language=report.language)
    return report
