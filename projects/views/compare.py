"""Two to four projects side by side, and how to choose them."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from projects.models import Project
from projects.search.similar import similar_projects
from projects.views.caching import unless_unchanged
from projects.views.chosen import MOST_BESIDE, settle, slugs_in
from projects.views.comparison import comparison
from projects.views.loading import load_projects

FEWEST = 2
# More than anyone means, so that what is left out can be counted.
MOST_READ = 20


@login_not_required
@require_safe
@unless_unchanged
def project_compare(request: HttpRequest) -> HttpResponse:
    """Compare the projects of the address; with fewer than two, tell how to choose them."""
    asked = slugs_in(request, "p", most=MOST_READ)
    found, unknown = settle(asked, lambda some: Project.objects.published().filter(slug__in=some).for_page())
    shown = found[:MOST_BESIDE]
    context = {
        "projects": [{"project": one, "without_url": compare_url(shown, without=one)} for one in shown],
        "unknown": unknown,
        "left_out": found[MOST_BESIDE:],
        "most": MOST_BESIDE,
        "choose_url": _choose_url(shown),
        "page_url": request.build_absolute_uri(compare_url(shown)),
    }
    if len(shown) < FEWEST:
        return render(request, "projects/compare_choose.html", context | _ways_on(shown))
    return render(request, "projects/compare.html", context | comparison(shown))


def compare_url(projects: list[Project], *, without: Project | None = None) -> str:
    """Return the address that compares these projects."""
    slugs = [one.slug for one in projects if one != without]
    address = reverse("projects:project_compare")
    return f"{address}?{urlencode({'p': slugs}, doseq=True)}" if slugs else address


def _choose_url(projects: list[Project]) -> str:
    """Return the address of the list on which these projects are chosen already."""
    slugs = [one.slug for one in projects]
    address = reverse("projects:project_list")
    return f"{address}?{urlencode({'vergelijk': slugs}, doseq=True)}" if slugs else address


def _ways_on(chosen: list[Project]) -> dict[str, Any]:
    """Return projects that go well with the one that is chosen, each with the address that compares the two."""
    if not chosen:
        return {"others": []}
    (one,) = chosen
    others = load_projects(similar_projects(one.pk, f"{one.title} {one.summary}"))
    return {"others": [{"project": other, "url": compare_url([one, other])} for other in others]}
