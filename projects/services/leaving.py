"""Somebody's account goes: out of institutes, invitations and registrations. What an institute is and has stays."""

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from projects.models import Institute, Invitation, Registration
from projects.services.letters import page
from projects.services.memberships.locking import locked_institute
from projects.services.review.cases import close_case
from projects.states import Outcome, Stage
from vindplaats.accounts.models import User
from vindplaats.mail import queue

NAMES_THE_MANAGER = {"manager_name": "", "manager_role": "", "manager_email": "", "email_note": "", "note": ""}


@transaction.atomic
def let_go(*, user: User) -> None:
    """Remove what is about the person; the editors are told of each institute that is left without a manager.

    Registrations that the person filled in for somebody else lose only the link to the account.
    """
    managed = user.memberships.active().managers().values_list("institute", flat=True)
    for institute_id in sorted(managed):
        institute = locked_institute(institute_id)
        if not institute.memberships.active().managers().exclude(user=user).exists():
            _tell_editors(institute)
    user.memberships.all().delete()
    _remove(Invitation.objects.filter(email=user.email), "InvitationEvent", {"email": ""})
    own = Registration.objects.filter(manager_email=user.email)
    for registration in own.filter(status=Stage.SUBMITTED):
        close_case(kind="registration", object_id=registration.pk, outcome=Outcome.WITHDRAWN, by=None, required=False)
    _remove(own, "RegistrationEvent", NAMES_THE_MANAGER)


@transaction.atomic
def clean_up(*, registrations: QuerySet, invitations: QuerySet) -> int:
    """Throw away what is not kept any longer, out of the history too; return how many."""
    gone = _remove(registrations, "RegistrationEvent", NAMES_THE_MANAGER)
    return gone + _remove(invitations, "InvitationEvent", {"email": ""})


def _remove(things: QuerySet, event: str, emptied: dict[str, str]) -> int:
    pks = list(things.values_list("pk", flat=True))
    things.model.objects.filter(pk__in=pks).delete()
    apps.get_model("projects", event).objects.filter(pgh_obj_id__in=pks).update(**emptied)
    return len(pks)


def _tell_editors(institute: Institute) -> None:
    context = {"institute": institute.name, "address": page("projects:institute_detail", institute.slug)}
    queue(to=settings.EDITORS_EMAIL, template="no_manager_left", context=context)
