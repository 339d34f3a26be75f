"""What the sender does with a registration: begin, save a step, send in, take back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from projects.models import Institute, Registration
from projects.services.registrations.letters import tell_received
from projects.services.registrations.refusals import (
    ChangedMeanwhile,
    Incomplete,
    InstituteTaken,
    NotOpen,
    StageRefused,
)
from projects.services.registrations.rules import lacking, needs_email_note
from projects.services.review.cases import close_case, open_case
from projects.states import WRITTEN_STAGES, InstituteStatus, Outcome, RegistrationKind, Stage, may_move
from vindplaats.accounts.models import User
from vindplaats.audit import acting

KIND = "registration"
"""What the moderators' queue calls it."""
PREFILLED = ("name", "place", "gemeente", "website", "kvk_number", "agb_code", "brings", "seeks")
SENDER_WRITES = frozenset(
    [
        "name",
        "institute_kind",
        "place",
        "gemeente",
        "website",
        "kvk_number",
        "agb_code",
        "numbers_note",
        "email_domain",
        "manager_name",
        "manager_role",
        "manager_email",
        "email_note",
        "brings",
        "seeks",
        "note",
    ]
)


@transaction.atomic
def begin(
    *, institute: Institute | None = None, language: str = "nl", by: User | None = None, changes: Mapping[str, Any] = {}
) -> Registration:
    """Start a registration with what was filled in so far, or, with an `institute`, the claim of its page.

    InstituteTaken when that takes part already.
    """
    registration = Registration(language=language, created_by=by)
    if institute is not None:
        if institute.status != InstituteStatus.NAMED:
            raise InstituteTaken(institute)
        registration.kind, registration.institute = RegistrationKind.CLAIM, institute
        registration.institute_kind = institute.kind
        for name in PREFILLED:
            setattr(registration, name, getattr(institute, name))
    _fill(registration, changes)
    with acting(user=by, action="begin"):
        registration.save()
    return registration


@transaction.atomic
def save_step(*, registration: Registration, changes: Mapping[str, Any], by: User | None = None) -> Registration:
    """Keep what a step holds, complete or not; NotOpen once it was sent in."""
    locked = locked_registration(registration)
    _require_open(locked)
    _fill(locked, changes)
    return _save(locked, [*changes], by=by)


@transaction.atomic
def take_for(*, registration: Registration, institute: Institute, by: User | None = None) -> Registration:
    """The sender says to be this institute: from now on the registration claims its page."""
    locked = locked_registration(registration)
    _require_open(locked)
    if institute.status != InstituteStatus.NAMED:
        raise InstituteTaken(institute)
    locked.kind, locked.institute = RegistrationKind.CLAIM, institute
    return _save(locked, ["kind", "institute"], by=by)


@transaction.atomic
def tell_apart(*, registration: Registration, institutes: list[Institute], by: User | None = None) -> Registration:
    """The sender says to be none of these institutes, which resemble it; the moderator sees that too."""
    locked = locked_registration(registration)
    _require_open(locked)
    locked.kind, locked.institute = RegistrationKind.NEW, None
    locked.unlike = sorted({*locked.unlike, *(one.pk for one in institutes)})
    return _save(locked, ["kind", "institute", "unlike"], by=by)


@transaction.atomic
def submit(*, registration: Registration, version: int | None = None, by: User | None = None) -> Registration:
    """Send it in: into the queue of the moderators, with a mail to the manager.

    `version` is the one that the sender looked at: ChangedMeanwhile when there is a newer one. Incomplete when
    something lacks; StageRefused when it was sent in before, so that pressing twice sends once.
    """
    locked = locked_registration(registration)
    if not may_move(locked.status, Stage.SUBMITTED):
        raise StageRefused(locked, Stage.SUBMITTED)
    if version is not None and version != locked.version:
        raise ChangedMeanwhile
    if missing := lacking(locked):
        raise Incomplete(missing)
    locked.status, locked.submitted_at = Stage.SUBMITTED, timezone.now()
    _save(locked, ["status", "submitted_at"], by=by, action="submit")
    flags = [*(["duplicate"] if locked.unlike else []), *(["address"] if _is_strange(locked) else [])]
    open_case(kind=KIND, object_id=locked.pk, title=locked.name, institute=locked.institute, flags=flags, by=by)
    tell_received(locked)
    return locked


@transaction.atomic
def withdraw(*, registration: Registration, by: User | None = None) -> Registration:
    """Take it back, before anything was decided. StageRefused when it was, however little before."""
    case = close_case(kind=KIND, object_id=registration.pk, outcome=Outcome.WITHDRAWN, by=by, required=False)
    locked = locked_registration(registration)
    sent_in_meanwhile = locked.status == Stage.SUBMITTED and case is None
    if sent_in_meanwhile or not may_move(locked.status, Stage.WITHDRAWN):
        raise StageRefused(locked, Stage.WITHDRAWN)
    locked.status, locked.decided_at = Stage.WITHDRAWN, timezone.now()
    return _save(locked, ["status", "decided_at"], by=by, action="withdraw")


def locked_registration(registration: Registration) -> Registration:
    """Return the registration as it stands now, and keep others from changing it until the transaction ends."""
    return Registration.objects.select_for_update(of=("self",)).select_related("institute").get(pk=registration.pk)


def _require_open(registration: Registration) -> None:
    if registration.status not in WRITTEN_STAGES:
        raise NotOpen


def _fill(registration: Registration, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        if name not in SENDER_WRITES:
            raise ValueError(f"{name} is not for the sender.")
        setattr(registration, name, value)


def _save(registration: Registration, fields: list[str], *, by: User | None, action: str = "save") -> Registration:
    registration.version += 1
    with acting(user=by, action=action):
        registration.save(update_fields=[*fields, "version", "updated_at"])
    return registration


def _is_strange(registration: Registration) -> bool:
    return needs_email_note(email=registration.manager_email, domain=registration.email_domain)
