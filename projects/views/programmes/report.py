"""A report about a programme to print: how it stands today, and what changed in a period."""

import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from projects.forms.programmes import PeriodForm
from projects.models import Programme, Project
from projects.querysets.ordering import in_order
from projects.querysets.projects import ProjectQuerySet
from projects.views.caching import unless_unchanged
from projects.views.latest import as_html, kept
from projects.views.programmes.lines import links_of
from projects.views.programmes.page import programme_context
from projects.views.programmes.timeline import EDGE, Moment

MOST_UPDATES, MOST_PROJECTS = 100, 100
OF_A_LINE = 100
"""Projects of a line that are named in a report; the rest is a number and an address."""


@login_not_required
@require_safe
@unless_unchanged
def programme_report(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all of a programme on one page, for the period in the address; the usual one is the last twelve months."""
    programme = get_object_or_404(Programme, slug=slug)
    is_usual = not {"van", "tot"} & set(request.GET)
    form = PeriodForm({} if is_usual else request.GET)
    first, last = form.period
    common = programme_context(request, programme, shown=OF_A_LINE)
    context = {
        **common,
        "form": form,
        "first": first,
        "last": last,
        "today": timezone.localdate(),
        "updates": list(programme.updates.filter(told_on__range=(first, last))[:MOST_UPDATES]),
        "moments": [one for one in common["timeline"] if one.state != EDGE and within(one, first, last)],
        "new_projects": _new_as_html(programme, first, last, keep=is_usual),
    }
    return render(request, "projects/programmes/report.html", context)


def within(moment: Moment, first: datetime.date, last: datetime.date) -> bool:
    """Tell whether a date that is known so far may lie in a period: "2026" does when any day of that year is in it."""
    size = len(moment.datetime)
    return first.isoformat()[:size] <= moment.datetime <= last.isoformat()[:size]


def _new_as_html(programme: Programme, first: datetime.date, last: datetime.date, *, keep: bool) -> SafeString:
    """Return which projects came on the site in a period, and how many; empty when there are none.

    Kept for the usual period only: there are as many others as somebody can think of.
    """

    def made() -> SafeString:
        new = _new_projects(programme, first, last)
        named = _named(new)
        total = len(named) if len(named) <= MOST_PROJECTS else new.count()
        context = {"new_projects": named[:MOST_PROJECTS], "new_total": total}
        return as_html("projects/programmes/_new_projects.html", context) if named else mark_safe("")

    return kept("new", programme.pk, first, last, make=made) if keep else made()


def _new_projects(programme: Programme, first: datetime.date, last: datetime.date) -> ProjectQuerySet:
    """Return the projects that came on the site in a period, newest first."""
    projects = Project.objects.published().filter(pk__in=links_of(programme).values("project"))
    return projects.filter(published_at__date__range=(first, last)).newest()


def _named(projects: ProjectQuerySet) -> list[Project]:
    """Return those that the report names, with what it says of them, and one more when there are more."""
    fields = ("slug", "title", "language", "institute__name")
    # First which ones: joined to all institutes before the newest are known, it takes the database twice as long.
    newest = list(projects.values_list("pk", flat=True)[: MOST_PROJECTS + 1])
    return in_order(Project.objects.published().select_related("institute").only(*fields), newest)
