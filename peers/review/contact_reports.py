"""Reports of abuse in a thread: the moderators read it until they have dealt with the report."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from peers.forms.contact_review import EndThreadForm
from peers.models import ContactReport
from peers.review.contact import said_in
from peers.services.contact import reporting
from projects.models import ReviewCase
from projects.services.review.kinds import Asked, Decision, Kind
from projects.states import Outcome
from vindplaats.accounts.models import User


def load(pk: int) -> ContactReport | None:
    """Return the report, until it is dealt with."""
    return ContactReport.objects.select_related("request__asker", "reporter").filter(pk=pk, closed_at=None).first()


def context(case: ReviewCase, report: ContactReport) -> dict[str, Any]:
    """Return the thread and what is wrong in it."""
    return {"report": report, "contact": report.request, "said": said_in(report.request)}


def decisions(report: ContactReport) -> Sequence[Decision]:
    """Return the two ways to answer."""
    return (RESOLVE, DISMISS)


def _resolve(report: ContactReport, *, by: User, reason: str, ends_thread: bool = False) -> None:
    reporting.resolve(report=report, by=by, reason=reason, ends_thread=ends_thread)


def _dismiss(report: ContactReport, *, by: User, reason: str = "") -> None:
    reporting.dismiss(report=report, by=by, reason=reason)


RESOLVE = Decision(
    "afhandelen",
    _("Afgehandeld"),
    _("Schrijf in het bericht wat er gedaan is. Alleen de melder krijgt dat bericht."),
    _resolve,
    text=Asked.MUST,
    form=EndThreadForm,
    is_main=True,
)
DISMISS = Decision(
    "niets-doen", _("Niets veranderen"), _("Het gesprek gaat verder zoals het is. De melder krijgt bericht."), _dismiss
)
KIND = Kind(
    reporting.KIND,
    _("Melding over contact"),
    load,
    "admin/review/_contact.html",
    context,
    decisions,
    outcomes={Outcome.APPROVED: _("Afgehandeld"), Outcome.DECLINED: _("Niets veranderd")},
    sender=_("de melder"),
)
