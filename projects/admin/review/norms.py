"""The page that tells whether moderators keep to the norm."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects.permissions import may_moderate
from projects.services.review import kinds
from projects.services.review.cases import NORM_WORKING_DAYS
from projects.services.review.norms import WEEKS, Norms, norms
from projects.states import Outcome


@require_safe
def norms_page(request: HttpRequest) -> HttpResponse:
    """Show what came in, what was decided and how long that took, by week; what waits; and how it ended."""
    if not may_moderate(request.user):
        raise PermissionDenied
    told = norms(now=timezone.now())
    context = {
        **admin.site.each_context(request),
        "title": _("Halen we de norm?"),
        "told": told,
        "weeks": WEEKS,
        "norm_days": NORM_WORKING_DAYS,
        "waiting": [(kinds.label_of(one.kind), one) for one in told.waiting],
        "outcomes": _by_kind(told),
        "outcome_labels": [outcome.label for outcome in Outcome],
    }
    return TemplateResponse(request, "admin/review/norms.html", context)


def _by_kind(told: Norms) -> list[dict[str, Any]]:
    """Return a row for each kind, with a number for each outcome and the sum."""
    rows: dict[str, dict[str, int]] = {}
    for one in told.outcomes:
        rows.setdefault(one.kind, dict.fromkeys(Outcome.values, 0))[one.outcome] = one.number
    return [
        {"label": kinds.label_of(kind), "numbers": list(numbers.values()), "total": sum(numbers.values())}
        for kind, numbers in rows.items()
    ]
