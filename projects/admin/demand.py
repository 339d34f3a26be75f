"""What people searched in vain: a list to read, never to change."""

import datetime
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.admin.base import ModeratedAdmin
from projects.search.demand import KEPT_MONTHS, KINDS, SHOWN_DAYS, SHOWN_SEARCHES
from projects.search.models import SearchDemand

PER_PAGE = 100
PERIODS = {"30": _("Afgelopen 30 dagen"), "90": _("Afgelopen 90 dagen"), "365": _("Afgelopen jaar"), "": _("Alles")}
DEFAULT_PERIOD = "90"


@admin.register(SearchDemand)
class SearchDemandAdmin(ModeratedAdmin):
    """Words with their totals; single days and words that hardly anybody typed are not to be seen."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only searching adds."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: SearchDemand | None = None) -> bool:
        """Nobody changes what was counted."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: SearchDemand | None = None) -> bool:
        """A command throws away what is old."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: SearchDemand | None = None) -> bool:
        """Show the list, not a row of it."""
        return obj is None and super().has_view_permission(request)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show the words of a period, most wanted first."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        period = _one_of(request.GET.get("periode"), PERIODS, DEFAULT_PERIOD)
        kind = _one_of(request.GET.get("soort"), KINDS, "")
        page = Paginator(self._wanted(period, kind), PER_PAGE).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            **(extra_context or {}),
            "title": self.opts.verbose_name_plural.capitalize(),
            "subtitle": None,
            "opts": self.opts,
            "page": page,
            "page_numbers": page.paginator.get_elided_page_range(page.number),
            "period": period,
            "kind": kind,
            "periods": PERIODS.items(),
            "kinds": {"": _("Alle soorten"), **KINDS}.items(),
            "least_days": SHOWN_DAYS,
            "least_searches": SHOWN_SEARCHES,
            "kept_months": KEPT_MONTHS,
        }
        return TemplateResponse(request, "admin/search/searchdemand/change_list.html", context)

    def _wanted(self, period: str, kind: str) -> Any:
        found = SearchDemand.objects.all()
        if period:
            found = found.since(timezone.localdate() - datetime.timedelta(days=int(period)))
        return (found.of_kind(kind) if kind else found).wanted()


def _one_of(asked: str | None, known: dict[str, Any], default: str) -> str:
    return asked if asked in known else default
