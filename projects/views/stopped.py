"""Projects that stopped, and why: a collection of its own."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects.forms.forecast import LookAheadForm
from projects.models import Lesson
from projects.querysets.projects import ProjectQuerySet
from projects.querysets.stopped import NO_REASON, for_reason, reason_counts
from projects.states import Phase, StopReason
from projects.views.caching import unless_unchanged
from projects.views.forecast import comparable_projects
from projects.views.paging import PAGE_SIZES, whole_number
from projects.views.project_facts import period

NOT_SHOWN = ("summary", "problem", "approach", "results")
"""Long texts of which the list shows nothing."""


@login_not_required
@require_safe
@unless_unchanged
def stopped_list(request: HttpRequest) -> HttpResponse:
    """Show why projects stopped, with counts by reason, and what they learned; `reden`, `thema` and `sector` narrow."""
    form = LookAheadForm(request.GET)
    theme, sector = form.value("thema"), form.value("sector")
    stopped = comparable_projects(theme=theme, sector=sector).filter(phase=Phase.STOPPED)
    counts = reason_counts(stopped)
    reason = _reason(form)
    found = for_reason(stopped, reason)
    page = Paginator(for_page(found), PAGE_SIZES[0]).get_page(whole_number(request.GET.get("page"), 1))
    for project in page:
        project.period = period(project.start, project.end)
    context = {
        "selects": form.selects("thema", "sector"),
        "reasons": _reasons(counts, reason, {"thema": theme, "sector": sector}),
        "reason": reason,
        "all_url": _address({"thema": theme, "sector": sector}),
        "clear_url": request.path,
        "narrowed": bool(theme or sector or reason),
        "unknown": form.unknown,
        "page_obj": page,
        "total": page.paginator.count,
        "page_url": request.build_absolute_uri(),
    }
    return render(request, "projects/stopped_list.html", context)


def for_page(found: ProjectQuerySet) -> ProjectQuerySet:
    """Fetch along what the list shows, in a fixed number of questions: those that stopped last first."""
    lessons = Prefetch("lessons", Lesson.objects.only("project", "title", "slug", "kind", "language", "position"))
    listed = found.select_related("institute").prefetch_related(lessons).defer(*NOT_SHOWN)
    return listed.order_by("-end", "-published_at", "-pk")


def _reason(form: LookAheadForm) -> str:
    form.is_valid()
    asked = form.cleaned_data.get("reden") or ""
    return asked if asked in (*StopReason.values, NO_REASON) else ""


def _reasons(counts: dict[str, int], chosen: str, asked: dict[str, str]) -> list[dict[str, Any]]:
    """Return the reasons, all of the fixed list, the most frequent first, each with its address."""
    labels = {**dict(StopReason.choices), NO_REASON: _("Reden niet bekend")}
    shown = [value for value in labels if value != NO_REASON or NO_REASON in counts]
    most = max(counts.values(), default=0)
    found = [
        {
            "label": labels[value],
            "count": counts.get(value, 0),
            "share": round(100 * counts.get(value, 0) / most) if most else 0,
            "url": _address({**asked, "reden": value}),
            "selected": value == chosen,
        }
        for value in shown
    ]
    return sorted(found, key=lambda one: -one["count"])


def _address(asked: dict[str, str]) -> str:
    return f"?{urlencode({name: value for name, value in asked.items() if value})}"
