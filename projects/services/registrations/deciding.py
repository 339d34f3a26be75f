"""What a moderator does with a registration: accept it, ask something, decline it.

Each takes the case from the queue first, so that of two moderators at once, or of a moderator and a sender who takes it
back, one is refused: AlreadyDecided. PermissionDenied for who is no moderator.
"""

from contextlib import suppress

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from projects.models import Institute, Registration
from projects.models.institutes import RESERVED_INSTITUTE_SLUGS
from projects.permissions import may_moderate
from projects.services.memberships.inviting import invite
from projects.services.memberships.letters import Letter
from projects.services.memberships.refusals import AlreadyMember
from projects.services.refusals import ReasonMissing
from projects.services.registrations.filling import KIND, locked_registration
from projects.services.registrations.letters import tell_declined, tell_returned
from projects.services.registrations.refusals import InstituteExists, InstituteTaken, StageRefused
from projects.services.review.cases import close_case
from projects.services.saving import save
from projects.services.slugs import Slugs
from projects.states import (
    INSTITUTE_TRANSITIONS,
    InstituteStatus,
    MemberRole,
    Outcome,
    Stage,
    may_move,
)
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.text import fold

TAKEN_OVER = ("name", "place", "gemeente", "website", "kvk_number", "agb_code", "brings", "seeks")
"""What an institute gets from its registration; what was left empty there stays as it is."""


@transaction.atomic
def accept(
    *, registration: Registration, by: User | None, reason: str = "", institute: Institute | None = None
) -> Institute:
    """Let the institute take part and invite its first manager; returns the institute, found by the search at once.

    A new registration makes an institute; with `institute` it is joined to that one, which a moderator recognised. A
    claim verifies the institute that it names, whose projects are its own from then on. InstituteTaken when that one
    takes part already, InstituteExists when the name is taken in that place.
    """
    locked = _decide(registration, Stage.ACCEPTED, Outcome.APPROVED, by=by, reason=reason)
    known = institute or locked.institute
    with acting(user=by, action="accept"):
        joined = _verify(locked, known) if known else _make(locked)
        locked.institute = joined
        locked.save(update_fields=["institute"])
    # Who is its manager already needs no invitation.
    with suppress(AlreadyMember):
        letter = Letter("registration_accepted", language=locked.language, person=locked.manager_name)
        invite(institute=joined, email=locked.manager_email, role=MemberRole.MANAGER, by=by, letter=letter)
    return joined


@transaction.atomic
def return_with_reason(*, registration: Registration, by: User | None, reason: str) -> Registration:
    """Ask the sender something: it is theirs again to fill in and send. ReasonMissing without a question."""
    _require_reason(reason)
    locked = _decide(registration, Stage.RETURNED, Outcome.RETURNED, by=by, reason=reason)
    tell_returned(locked)
    return locked


@transaction.atomic
def decline(*, registration: Registration, by: User | None, reason: str) -> Registration:
    """Refuse it for good, with a reason that is mailed; ReasonMissing without one."""
    _require_reason(reason)
    locked = _decide(registration, Stage.DECLINED, Outcome.DECLINED, by=by, reason=reason)
    tell_declined(locked)
    return locked


def _decide(
    registration: Registration, stage: Stage, outcome: Outcome, *, by: User | None, reason: str
) -> Registration:
    if by is not None and not may_moderate(by):
        raise PermissionDenied
    close_case(kind=KIND, object_id=registration.pk, outcome=outcome, by=by, reason=reason)
    locked = locked_registration(registration)
    if not may_move(locked.status, stage):
        raise StageRefused(locked, stage)
    locked.status, locked.reason, locked.decided_at = stage, reason.strip(), timezone.now()
    locked.version += 1
    with acting(user=by, action=str(stage)):
        locked.save(update_fields=["status", "reason", "decided_at", "version", "updated_at"])
    return locked


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing


def _make(registration: Registration) -> Institute:
    _refuse_twin(registration, None)
    slugs = Slugs(Institute, fallback="instelling", reserved=RESERVED_INSTITUTE_SLUGS)
    institute = Institute(slug=slugs.allocate([registration.name])[0], language=registration.language)
    return _filled(institute, registration)


def _verify(registration: Registration, institute: Institute) -> Institute:
    """Let the institute that is there take part; the lock keeps two claims of it apart."""
    locked = Institute.objects.select_for_update(of=("self",)).get(pk=institute.pk)
    if InstituteStatus.VERIFIED not in INSTITUTE_TRANSITIONS[locked.status]:
        raise InstituteTaken(locked)
    _refuse_twin(registration, locked)
    return _filled(locked, registration)


def _filled(institute: Institute, registration: Registration) -> Institute:
    for name in TAKEN_OVER:
        if value := getattr(registration, name):
            setattr(institute, name, value)
    institute.kind = registration.institute_kind or institute.kind
    institute.status = InstituteStatus.VERIFIED
    domains = {*institute.email_domains, registration.email_domain} - {""}
    institute.email_domains = sorted(domains)
    # Who may was asked already; the audit knows it from who calls.
    save(thing=institute, by=None)
    return institute


def _refuse_twin(registration: Registration, institute: Institute | None) -> None:
    same = Institute.objects.filter(sort_key=fold(registration.name), place=registration.place)
    twin = same.exclude(pk=institute.pk if institute else None).first()
    if twin:
        raise InstituteExists(twin)
