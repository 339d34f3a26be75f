"""The milestones of a programme in time, with its begin and end."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import Programme, ProgrammeMilestone
from projects.states import MilestoneState
from projects.views.project_facts import partial_date

AFTER_ALL_OF_IT = "~"
"""Sorts after every digit and dash: what ends in 2021 ends after all that is known of 2021."""
EDGE = "edge"
"""The state of the begin and the end of the programme itself."""


@dataclass(frozen=True)
class Moment:
    """One point of the timeline."""

    when: str
    datetime: str
    text: str
    state: str
    state_label: str = ""
    line: str = ""
    line_language: str = ""
    source_url: str = ""
    is_ours: bool = False
    """Whether the text is of the site and not in the language of the programme."""


def timeline(programme: Programme, milestones: Iterable[ProgrammeMilestone]) -> list[Moment]:
    """Return what is known, earliest first; the begin before, the end after all of the same time."""
    start = [_edge(programme.start, _("Begin van het programma"))] if programme.start else []
    end = [_edge(programme.end, _("Einde van het programma"))] if programme.end else []
    moments = [(one.moment, 1, _moment(one)) for one in milestones]
    moments += [(one.datetime, 0, one) for one in start]
    moments += [(one.datetime + AFTER_ALL_OF_IT, 2, one) for one in end]
    return [moment for _when, _place, moment in sorted(moments, key=lambda row: row[:2])]


def is_late(milestone: ProgrammeMilestone) -> bool:
    """Tell whether a milestone should have been reached by now."""
    today = timezone.localdate().isoformat()
    return milestone.state == MilestoneState.PLANNED and milestone.moment < today[: len(milestone.moment)]


def _edge(value: str, text: str) -> Moment:
    return Moment(partial_date(value), value, text, EDGE, is_ours=True)


def _moment(one: ProgrammeMilestone) -> Moment:
    return Moment(
        when=partial_date(one.moment),
        datetime=one.moment,
        text=one.title,
        state=one.state,
        state_label=_("Nog niet bereikt") if is_late(one) else str(one.get_state_display()),
        line=one.line.label if one.line else "",
        line_language=one.line.label_language if one.line else "",
        source_url=one.source_url,
    )
