"""Projects that are comparable to a plan that a visitor pastes or sends; nothing of the plan is kept.

The form has no proof of origin (CSRF token), because it changes nothing: so whoever only reads gets no cookie here
either, and nothing looks into the body before this view says how it must be taken. See docs/decisions.
"""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from projects import hooks
from projects.forms.plan import PlanForm
from projects.models import Project
from projects.models.themes import ProjectTheme
from projects.search.similar import comparable_to_text
from projects.views.caching import unless_unchanged
from projects.views.chosen import published_by_slug, slugs_in
from projects.views.loading import load_projects
from projects.views.overview import Overview, overview_of
from projects.views.reasons import reasons_of
from vindplaats.documents.limits import MOST_BYTES
from vindplaats.uploads import MemoryOnly, drain

MOST = 20


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def comparable(request: HttpRequest) -> HttpResponse:
    """Show the form; compare what was sent with it; or show again the projects that an address lists."""
    if request.method == "POST":
        return _compare(request)
    return _shared(request) if "p" in request.GET else _form(request)


@cache_control(no_store=True)
@sensitive_variables()
def _compare(request: HttpRequest) -> HttpResponse:
    form = _sent(request)
    if not form.is_valid():
        return render(request, "projects/comparable_form.html", {"form": form})
    found = comparable_to_text(form.cleaned_data["plan"], most=MOST)
    overview = overview_of(load_projects([one.object_id for one in found]))
    reasons = reasons_of(found)
    for project in overview.projects:
        project.reasons = reasons[project.pk]
    return _overview(request, overview, cut=form.cut)


@require_safe
@unless_unchanged
def _shared(request: HttpRequest) -> HttpResponse:
    asked = slugs_in(request, "p", most=MOST)
    projects = published_by_slug(asked)
    unknown = len(asked) - len(projects)
    return _overview(request, overview_of(projects), shared=True, unknown=unknown)


@require_safe
@unless_unchanged
def _form(request: HttpRequest) -> HttpResponse:
    return render(request, "projects/comparable_form.html", {"form": PlanForm()})


def _sent(request: HttpRequest) -> PlanForm:
    """Return the form as it was sent, with a file in memory only."""
    request.upload_handlers = [MemoryOnly(request, MOST_BYTES)]
    try:
        return PlanForm(request.POST, request.FILES)
    except RequestDataTooBig:
        drain(request)
        return PlanForm({}, far_too_long=True)
    except UnreadablePostError as error:
        raise BadRequest("the visitor went away while sending") from error


def _overview(request: HttpRequest, overview: Overview, **more: Any) -> HttpResponse:
    slugs = [project.slug for project in overview.projects]
    address = f"{reverse('projects:comparable')}?{urlencode({'p': slugs}, doseq=True)}"
    context = {
        "overview": overview,
        "shared": False,
        "unknown": 0,
        "cut": False,
        "page_url": request.build_absolute_uri(address),
        "beside_url": f"{reverse('projects:project_compare')}?{urlencode({'p': slugs[:3]}, doseq=True)}",
        "forecast_url": _ahead_of(overview.projects),
        **hooks.parts(hooks.comparable_page, overview.projects, request.user),
        **more,
    }
    return render(request, "projects/comparable_overview.html", context)


def _ahead_of(projects: list[Project]) -> str:
    """Return the address of the pitfalls ahead for the theme that most of these projects have; empty without one."""
    links = ProjectTheme.objects.filter(content_object__in=projects).order_by()
    most = links.values_list("tag__slug").annotate(number=Count("pk")).order_by("-number", "tag").first()
    return f"{reverse('projects:lesson_forecast')}?{urlencode({'thema': most[0]})}" if projects and most else ""
