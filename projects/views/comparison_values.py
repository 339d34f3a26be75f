"""What a project has in each row of a comparison, as values that can be told the same or different."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from projects.models import Project
from projects.models.relations import ProjectFunding
from projects.models.terms import in_reading_order
from projects.states import Kept, Scope
from projects.views.project_facts import LINKED_FACETS, period, places

LINKED = LINKED_FACETS


@dataclass(frozen=True)
class Value:
    """One thing that a project has. Two are the same when their keys are."""

    key: str
    label: str
    url: str = ""
    language: str = ""
    """Of the label, when it may be another than that of the page."""
    before: str = ""
    """What kind of thing it is, before the label."""


def _plain(text: str) -> list[Value]:
    return [Value(text, text)] if text else []


def phase(project: Project) -> list[Value]:
    """Return how far it has come."""
    return [Value(project.phase, project.get_phase_display())] if project.phase else []


def institute(project: Project) -> list[Value]:
    """Return who leads it."""
    one = project.institute
    if not one:
        return []
    return [Value(str(one.pk), f"{one.name}, {one.place}" if one.place else one.name, one.get_absolute_url())]


def dates(project: Project) -> list[Value]:
    """Return from when to when."""
    return _plain(period(project.start, project.end))


def where(project: Project) -> list[Value]:
    """Return the places, or how far it reaches when no place is known."""
    found = [value for place in places(project) for value in _plain(place)]
    return found or (_plain(project.get_scope_display()) if project.scope != Scope.NATIONAL else [])


def themes(project: Project) -> list[Value]:
    """Return the themes."""
    return [Value(one.slug, one.label, one.get_absolute_url(), one.label_language) for one in project.linked_themes]


def linked(name: str, facet: str) -> Callable[[Project], list[Value]]:
    """Return a function that gives the terms of the relation `name`, each leading to others with the same."""

    def read(project: Project) -> list[Value]:
        address = reverse("projects:project_list")
        terms = in_reading_order(getattr(project, name).all())
        return [Value(term.slug, term.label, f"{address}?{facet}={term.slug}", term.label_language) for term in terms]

    return read


def programmes(project: Project) -> list[Value]:
    """Return the programmes."""
    found = dict.fromkeys(link.programme for link in project.programme_links.all())
    return [Value(one.slug, one.label, language=one.label_language) for one in found]


def stop_reasons(project: Project) -> list[Value]:
    """Return why it stopped."""
    return [value for label in project.stop_reason_labels() for value in _plain(label)]


def fundings(project: Project) -> list[Value]:
    """Return how it was paid for."""
    return [value for funding in project.fundings.all() for value in _plain(_funding(funding))]


def _funding(funding: ProjectFunding) -> str:
    kind = str(funding.get_kind_display())
    text = f"{kind}: {funding.name}" if funding.name and funding.name != kind else kind
    if funding.amount_eur is None:
        return text
    decimals = 0 if funding.amount_eur == int(funding.amount_eur) else 2
    amount = _("€ %(amount)s") % {"amount": number_format(funding.amount_eur, decimals, force_grouping=True)}
    return f"{text} ({amount})"


def kept(project: Project) -> list[Value]:
    """Return what was kept after the funding ended."""
    return [] if project.kept == Kept.UNKNOWN else [Value(project.kept, project.get_kept_display())]


def lessons(project: Project) -> list[Value]:
    """Return the lessons, each leading to its place on the project's page."""
    address = project.get_absolute_url()
    return [
        Value(one.slug, one.title, f"{address}#les-{one.slug}", one.language, str(one.get_kind_display()))
        for one in project.lessons.all()
    ]


def partners(project: Project) -> list[Value]:
    """Return who took part."""
    return [value for partner in project.partners.all() for value in _plain(partner.name)]


def confirmed(project: Project) -> list[Value]:
    """Return when the institute confirmed it."""
    day = project.confirmed_on
    if not day:
        return _plain(_("Nog niet bevestigd"))
    return _plain(_("Bevestigd op %(day)s") % {"day": format_date(day, "j F Y")})
