"""Regions as an entrance: a map and a table of each way to divide the country, and the page of one region."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from projects import hooks
from projects.models import Institute, Region, RegionScheme
from projects.models.regions import by_name
from projects.search.coverage import REGION
from projects.search.engine import Answer, Question
from projects.views.caching import unless_unchanged
from projects.views.coverage_map import region_map
from projects.views.loading import load_projects
from projects.views.paging import answer_page
from projects.views.region_map import map_context
from vindplaats.text import uncapitalised

DEFAULT_SCHEME = "provincie"


@login_not_required
@require_safe
@unless_unchanged
def region_list(request: HttpRequest) -> HttpResponse:
    """Show the regions of the scheme that `indeling` names, with their numbers of projects."""
    today = timezone.localdate()
    schemes = list(RegionScheme.objects.valid_on(today))
    slugs = [scheme.slug for scheme in schemes]
    chosen = request.GET.get("indeling", DEFAULT_SCHEME)
    scheme = schemes[slugs.index(chosen) if chosen in slugs else 0] if schemes else None
    context = {"schemes": schemes, "scheme": scheme, **(_scheme_context(scheme) if scheme else {"regions": []})}
    return render(request, "projects/region_list.html", context)


@login_not_required
@require_safe
@unless_unchanged
def region_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the projects and institutes of one region."""
    # Two editions of a scheme may be in force on one day; the later one counts.
    regions = (
        Region.objects.in_force(timezone.localdate()).select_related("scheme").order_by("-scheme__valid_from", "pk")
    )
    region = get_list_or_404(regions, slug=slug)[0]
    answer = Answer("project", Question(choices={REGION: [region.slug]}))
    institutes = Institute.objects.shown().filter(gemeente__regions=region).with_project_count().alphabetical()
    context = {
        "region": region,
        "scheme": region.scheme,
        "gemeenten": by_name(region.gemeenten.all()),
        "institutes": list(institutes),
        "page_obj": answer_page(request, answer, load_projects),
        "total": answer.counts.total,
        "coverage": region_map(region),
        **hooks.parts(hooks.region_page, region, request.user),
    }
    return render(request, "projects/region_detail.html", context)


def _page_of(slug: str) -> str:
    return reverse("projects:region_detail", args=[slug])


def _scheme_context(scheme: RegionScheme) -> dict[str, Any]:
    counts = Answer("project", Question()).counts
    regions = by_name(scheme.regions.all())
    for region in regions:
        region.project_count = counts.of(REGION, region.slug)
    return {
        "regions": regions,
        "scheme_in_a_sentence": uncapitalised(scheme.label),
        "map": map_context(regions, scheme.slug, counts, _page_of),
    }
