"""Projects that staff offer to the moderators in the admin itself."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from projects.models import Project, ReviewCase
from projects.services.review import projects as services
from projects.services.review import showing
from projects.services.review.duplicates import possible_duplicates
from projects.services.review.flags import names_to_look_for
from projects.services.review.kinds import Asked, Decision, Kind
from projects.services.revisions.texts import text_of
from projects.states import Status
from vindplaats.accounts.models import User


def load(pk: int) -> Project | None:
    """Return the project."""
    return Project.objects.select_related("institute", "created_by", "owner").filter(pk=pk).first()


def context(case: ReviewCase, project: Project) -> dict[str, Any]:
    """Return the whole text and which projects may be the same."""
    record = text_of(project)
    return {
        "project": project,
        "fields": showing.whole(record, names_to_look_for(record, project.institute)),
        "duplicates": possible_duplicates(record, project.institute, project=project),
    }


def decisions(project: Project) -> Sequence[Decision]:
    """Return what can be decided while it waits."""
    return (PUBLISH, RETURN) if project.status == Status.SUBMITTED else ()


def _publish(project: Project, *, by: User, reason: str = "") -> Project:
    return services.publish(project=project, by=by, reason=reason, required=True)


def _return(project: Project, *, by: User, reason: str) -> Project:
    return services.return_with_reason(project=project, by=by, reason=reason, required=True)


PUBLISH = Decision(
    "publiceren", _("Publiceren"), _("Iedereen kan het project lezen en vinden."), _publish, is_main=True
)
RETURN = Decision(
    "terugsturen",
    _("Terugsturen"),
    _("Het project krijgt de status ‘Teruggestuurd’. Wie het maakte, krijgt uw bericht."),
    _return,
    text=Asked.MUST,
)
KIND = Kind(
    services.KIND,
    _("Project van de redactie"),
    load,
    "admin/review/_project.html",
    context,
    decisions,
    sender=_("wie het project maakte"),
)
