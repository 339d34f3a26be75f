"""Projects that staff offer to the moderators in the admin itself: what members write comes as a revision."""

from collections.abc import Callable

from django.db import transaction

from projects.models import Project
from projects.services import projects as services
from projects.services.review.cases import close_case, open_case
from projects.services.review.flags import flags_of_record
from projects.services.review.letters import write_to
from projects.services.revisions.texts import text_of
from projects.states import Outcome, Status
from vindplaats.accounts.models import User

KIND = "project"


@transaction.atomic
def submit(*, project: Project, by: User | None, reason: str = "") -> Project:
    """Offer a project to the moderators: it gets the status and a place in the queue."""
    submitted = services.submit(project=project, by=by, reason=reason)
    flags = flags_of_record(text_of(submitted), submitted.institute, project=submitted)
    open_case(kind=KIND, object_id=project.pk, title=project.title, institute=submitted.institute, flags=flags, by=by)
    return submitted


def publish(*, project: Project, by: User | None, reason: str = "", required: bool = False) -> Project:
    """Show a project to everyone; what waits for it in the queue is done.

    Like the others here: with `required` AlreadyDecided when nothing waits, which is what the queue itself asks.
    """
    return _decide(services.publish, Outcome.APPROVED, project, by=by, reason=reason, required=required)


def return_with_reason(*, project: Project, by: User | None, reason: str, required: bool = False) -> Project:
    """Give a project back to who sent it in, with the reason."""
    return _decide(services.return_with_reason, Outcome.RETURNED, project, by=by, reason=reason, required=required)


@transaction.atomic
def _decide(
    service: Callable[..., Project],
    outcome: Outcome,
    project: Project,
    *,
    by: User | None,
    reason: str,
    required: bool,
) -> Project:
    case = close_case(kind=KIND, object_id=project.pk, outcome=outcome, by=by, reason=reason, required=required)
    decided = service(project=project, by=by, reason=reason)
    if case is not None:
        _tell(decided, by=by, reason=reason)
    return decided


def _tell(project: Project, *, by: User | None, reason: str) -> None:
    """Write to who answers for it, unless that is the moderator."""
    person = project.owner or project.created_by
    if person is None or person == by:
        return
    context = {
        "project": project,
        "address": project.get_absolute_url(),
        "published": project.status == Status.PUBLISHED,
        "returned": project.status == Status.RETURNED,
        "reason": reason.strip(),
    }
    write_to(person, "project_decided", context)
