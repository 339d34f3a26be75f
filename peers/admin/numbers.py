"""The page that tells editors how well questions and contact requests are answered."""

import datetime

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peers.services.contact_totals import contact_totals
from peers.services.questions.numbers import numbers_of
from projects.permissions import may_moderate

PERIODS = (30, 90, 365)


@require_safe
def numbers_page(request: HttpRequest) -> HttpResponse:
    """Show time to first answer, share answered in time, what is unanswered by theme and what is asked most."""
    if not may_moderate(request.user):
        raise PermissionDenied
    asked = request.GET.get("dagen", "")
    days = int(asked) if asked in map(str, PERIODS) else PERIODS[1]
    now = timezone.now()
    period = {"since": now - datetime.timedelta(days=days), "until": now, "now": now}
    context = {
        **admin.site.each_context(request),
        "title": _("Worden vragen beantwoord?"),
        "days": days,
        "periods": PERIODS,
        "questions": numbers_of(**period),
        "contact": contact_totals(**period),
    }
    return TemplateResponse(request, "admin/peers/numbers.html", context)
