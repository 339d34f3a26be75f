"""The sectors of care, and the page of one sector."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects import hooks
from projects.models import Sector
from projects.models.terms import in_reading_order
from projects.views.caching import unless_unchanged
from projects.views.lesson_ways import forecast_url
from projects.views.topics import Topic, topic_context, with_counts


@login_not_required
@require_safe
@unless_unchanged
def sector_list(request: HttpRequest) -> HttpResponse:
    """Show the sectors that have projects, each with how many."""
    sectors = with_counts(in_reading_order(Sector.objects.all()), "sector")
    shown = [sector for sector in sectors if sector.project_count]
    return render(request, "projects/sector_list.html", {"sectors": shown})


@login_not_required
@require_safe
@unless_unchanged
def sector_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is known of a sector."""
    sector = get_object_or_404(Sector, slug=slug)
    context = topic_context(request, Topic("sector", sector)) | {
        "list_url": reverse("projects:sector_list"),
        "list_label": _("Sectoren"),
        "forecast_url": forecast_url(sector=sector),
    }
    return render(request, "projects/topic_detail.html", context | hooks.parts(hooks.sector_page, sector, request.user))
