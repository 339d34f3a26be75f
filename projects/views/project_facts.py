"""What stands on a project's page besides its texts."""

from typing import Any

from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.models import Project
from projects.models.terms import in_reading_order
from projects.states import Scope
from vindplaats.text import uncapitalised

Fact = dict[str, Any]
LINKED_FACETS: tuple[tuple[str, str, Promise], ...] = (
    ("sectors", "sector", gettext_lazy("Sector")),
    ("target_groups", "doelgroep", gettext_lazy("Doelgroep")),
    ("conditions", "aandoening", gettext_lazy("Aandoening")),
    ("technologies", "technologie", gettext_lazy("Technologie")),
    ("applications", "toepassing", gettext_lazy("Toepassing")),
)
"""Relation of the project, facet that leads to others with the same, and heading."""
OWN_PAGE = frozenset({"sector", "aandoening"})
"""Facets of which each term has a page with all that is known of it."""


def project_context(project: Project) -> dict[str, Any]:
    """Return the context of the page; `project` comes with all of `for_page`, so that nothing is asked again."""
    return {
        "project": project,
        "themes": project.linked_themes,
        "lessons": project.lessons.all(),
        "resources": project.resources.all(),
        "partners": project.partners.all(),
        "period": period(project.start, project.end),
        "places": places(project),
        "programmes": project.programme_links.all(),
        "fundings": project.fundings.all(),
        "stop_reasons": project.stop_reason_labels(),
        "facts": [fact for fact in (_linked(project, *row) for row in LINKED_FACETS) if fact["links"]],
    }


def partial_date(value: str) -> str:
    """Return "2019", "mei 2019" or "1 mei 2019" for a date that is known so far."""
    if len(value) == len("2019"):
        return value
    with_day = len(value) > len("2019-05")
    day = parse_date(value if with_day else f"{value}-01")
    return format_date(day, "j F Y" if with_day else "F Y") if day else value


def period(start: str, end: str) -> str:
    """Return from when to when, in words; empty when neither is known."""
    first, last = partial_date(start), partial_date(end)
    if first and last:
        return first if first == last else f"{first} – {last}"
    if first:
        return _("vanaf %(start)s") % {"start": first}
    return _("tot en met %(end)s") % {"end": last} if last else ""


def places(project: Project) -> list[str]:
    """Return where the project is: the country, regions with their scheme, municipalities."""
    country = [_("Heel Nederland")] if project.scope == Scope.NATIONAL else []
    regions = [f"{region.name} ({uncapitalised(region.scheme.label)})" for region in project.regions.all()]
    return [*country, *regions, *(gemeente.name for gemeente in project.gemeenten.all())]


def _linked(project: Project, relation: str, facet: str, label: Promise) -> Fact:
    terms = in_reading_order(getattr(project, relation).all())
    address = reverse("projects:project_list")
    links = [
        {
            "label": one.label,
            "language": one.label_language,
            "url": one.get_absolute_url() if facet in OWN_PAGE else f"{address}?{facet}={one.slug}",
        }
        for one in terms
    ]
    return {"label": label, "links": links}
