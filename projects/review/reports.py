"""What readers say is wrong with a page."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from projects.models import Report, ReviewCase
from projects.services.review import reports as services
from projects.services.review import showing
from projects.services.review.kinds import Asked, Decision, Kind
from projects.services.review.subjects import subject_of
from projects.states import Outcome
from vindplaats.accounts.models import User

MOST_OTHERS = 10


def load(pk: int) -> Report | None:
    """Return the report."""
    return Report.objects.filter(pk=pk).first()


def context(case: ReviewCase, report: Report) -> dict[str, Any]:
    """Return what the page is about and what else was reported about it."""
    others = Report.objects.filter(path=report.path).exclude(pk=report.pk).order_by("-pk")
    return {
        "report": report,
        "subject": subject_of(report.path),
        "text": showing.plain(report.text),
        "others": others[:MOST_OTHERS],
    }


def decisions(report: Report) -> Sequence[Decision]:
    """Return the two ways to answer."""
    return (RESOLVE, DISMISS)


def _resolve(report: Report, *, by: User, reason: str) -> Report:
    return services.resolve_report(report=report, by=by, reason=reason)


def _dismiss(report: Report, *, by: User, reason: str = "") -> Report:
    return services.dismiss_report(report=report, by=by, reason=reason)


RESOLVE = Decision(
    "afhandelen",
    _("Afgehandeld"),
    _("Schrijf in het bericht wat er gedaan is. Wie een e-mailadres achterliet, krijgt dat bericht."),
    _resolve,
    text=Asked.MUST,
    is_main=True,
)
DISMISS = Decision(
    "niets-doen",
    _("Niets veranderen"),
    _("De pagina blijft zoals die is. Wie een e-mailadres achterliet, krijgt bericht."),
    _dismiss,
)
KIND = Kind(
    services.KIND,
    _("Melding"),
    load,
    "admin/review/_report.html",
    context,
    decisions,
    outcomes={Outcome.APPROVED: _("Afgehandeld"), Outcome.DECLINED: _("Niets veranderd")},
    sender=_("de melder"),
)
