"""The milestones of a programme: add, change, take away."""

from django.db import transaction

from projects import hooks
from projects.models import Programme, ProgrammeLine, ProgrammeMilestone
from projects.search import generation
from projects.services.programmes.refusals import MilestoneKnown
from projects.services.programmes.rights import require
from projects.states import MilestoneState
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def save_milestone(
    *,
    programme: Programme,
    title: str,
    moment: str,
    state: str,
    by: User,
    line: ProgrammeLine | None = None,
    source_url: str = "",
    milestone: ProgrammeMilestone | None = None,
) -> ProgrammeMilestone:
    """Add a milestone, or change `milestone`; who follows the programme hears when it is reached.

    MilestoneKnown when the programme has another one of this title.
    """
    require(by, programme)
    # So that two people who add the same title at once do not both find it free.
    Programme.objects.select_for_update(of=("self",), no_key=True).get(pk=programme.pk)
    one = _locked(milestone) if milestone else ProgrammeMilestone(programme=programme)
    if programme.milestones.filter(title=title).exclude(pk=one.pk).exists():
        raise MilestoneKnown(title)
    was_reached = one.pk is not None and one.state == MilestoneState.REACHED
    one.title, one.moment, one.state, one.line, one.source_url = title, moment, state, line, source_url
    with acting(user=by, action="milestone"):
        one.save()
    if state == MilestoneState.REACHED and not was_reached:
        hooks.programme_told(programme, "milestone", one.pk, by)
    generation.advance_on_commit()
    return one


@transaction.atomic
def remove_milestone(*, milestone: ProgrammeMilestone, by: User) -> None:
    """Take a milestone away that should not have been there; one that is given up gets the state for that."""
    require(by, milestone.programme)
    with acting(user=by, action="milestone"):
        milestone.delete()
    generation.advance_on_commit()


def _locked(milestone: ProgrammeMilestone) -> ProgrammeMilestone:
    return ProgrammeMilestone.objects.select_for_update(of=("self",)).get(pk=milestone.pk)
