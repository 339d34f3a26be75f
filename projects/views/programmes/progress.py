"""How far a programme is, in numbers: of projects by phase, of milestones, of institutes that take part."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from projects.models import Institute, Programme, ProgrammeMilestone
from projects.search.engine import Answer, Question
from projects.states import MilestoneState, Phase, Status
from projects.views.latest import kept

UNKNOWN = ""


@dataclass(frozen=True)
class PhaseCount:
    """How many projects are in a phase."""

    phase: str
    """Empty for projects of which the phase is not known."""
    label: str
    number: int
    percent: int
    """Of all projects of the programme, rounded."""
    url: str = ""
    """The finder with these projects; there is none for an unknown phase."""


@dataclass(frozen=True)
class Progress:
    """The numbers at a glance."""

    projects: int
    phases: list[PhaseCount]
    milestones: int
    """Those that were not given up."""
    reached: int
    institutes: int
    projects_url: str


def projects_url(programme: Programme, **more: str) -> str:
    """Return the finder with the projects of a programme."""
    return f"{reverse('projects:project_list')}?{urlencode({'programma': programme.slug, **more})}"


def progress_of(programme: Programme, milestones: Iterable[ProgrammeMilestone]) -> Progress:
    """Return the numbers of a programme; `milestones` are all of them."""
    states = [one.state for one in milestones]
    counts = Answer("project", Question(choices={"programma": [programme.slug]})).counts
    return Progress(
        projects=counts.total,
        phases=_phases(programme, counts.facets.get("fase", {}), counts.total),
        milestones=sum(state != MilestoneState.DROPPED for state in states),
        reached=states.count(MilestoneState.REACHED),
        institutes=_institutes(programme),
        projects_url=projects_url(programme),
    )


def _phases(programme: Programme, numbers: dict[str, int], total: int) -> list[PhaseCount]:
    known = [(value, str(label), numbers.get(value, 0)) for value, label in Phase.choices]
    unknown = (UNKNOWN, _("Fase niet bekend"), total - sum(number for _value, _label, number in known))
    return [
        PhaseCount(
            value, label, number, round(100 * number / total), projects_url(programme, fase=value) if value else ""
        )
        for value, label, number in [*known, unknown]
        if number
    ]


def _institutes(programme: Programme) -> int:
    """Return how many institutes lead a published project of the programme or take part in one."""
    return kept("institutes", programme.pk, make=lambda: _count_institutes(programme))


def _count_institutes(programme: Programme) -> int:
    of = {"status": Status.PUBLISHED, "programme_links__programme": programme}
    leading = Institute.objects.filter(**{f"projects__{name}": value for name, value in of.items()})
    partners = Institute.objects.filter(**{f"partnerships__project__{name}": value for name, value in of.items()})
    return leading.order_by().values("pk").union(partners.order_by().values("pk")).count()
