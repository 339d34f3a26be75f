"""Requests for contact that nobody else can answer: the editors do, or find somebody."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from peers.forms.contact_review import GiveToExpertForm, GiveToMemberForm
from peers.models import ContactMessage, ContactRequest, Profile
from peers.services.contact import editing
from peers.services.contact.locking import last_turn
from peers.services.contact.telling import EDITORS_KIND, is_from_editors
from projects.models import ReviewCase
from projects.services.review.kinds import Asked, Decision, Kind
from projects.states import Outcome
from vindplaats.accounts.models import User


def load(pk: int) -> ContactRequest | None:
    """Return the request, as long as it is the editors' turn: afterwards it is nothing of theirs any more."""
    found = ContactRequest.objects.select_related("project__institute", "profile", "institute", "asker").filter(pk=pk)
    request = found.first()
    turn = last_turn(request) if request else None
    return request if turn and turn.is_editors else None


def context(case: ReviewCase, request: ContactRequest) -> dict[str, Any]:
    """Return what was said so far."""
    return {"contact": request, "said": said_in(request)}


def said_in(request: ContactRequest) -> list[ContactMessage]:
    """Return the messages, each knowing whether it is of the editors."""
    said = list(request.messages.all())
    for message in said:
        message.is_from_editors = is_from_editors(message)
    return said


def decisions(request: ContactRequest) -> Sequence[Decision]:
    """Return what the editors can do."""
    return (ANSWER, TO_MEMBER, TO_EXPERT, DECLINE)


def _version(request: ContactRequest) -> int:
    return request.messages.count()


def _answer(request: ContactRequest, *, by: User, reason: str) -> None:
    editing.answer_as_editors(request=request, by=by, reason=reason)


def _decline(request: ContactRequest, *, by: User, reason: str) -> None:
    editing.decline_as_editors(request=request, by=by, reason=reason)


def _to_member(request: ContactRequest, *, by: User, colleague: User, reason: str = "") -> None:
    editing.give_to_member(request=request, by=by, colleague=colleague)


def _to_expert(request: ContactRequest, *, by: User, profile: Profile, reason: str = "") -> None:
    editing.give_to_expert(request=request, by=by, profile=profile)


ANSWER = Decision(
    "antwoorden",
    _("Antwoorden"),
    _("Uw bericht gaat naar de vrager, namens de redactie. Reageert de vrager, dan komt het verzoek hier terug."),
    _answer,
    text=Asked.MUST,
    is_main=True,
)
TO_MEMBER = Decision(
    "aan-lid",
    _("Geven aan iemand van de instelling"),
    _("De vraag gaat naar deze persoon, en de vrager hoort dat. Het bericht hierboven gaat niet mee."),
    _to_member,
    form=GiveToMemberForm,
)
TO_EXPERT = Decision(
    "aan-expert",
    _("Geven aan een expert"),
    _("De vraag gaat naar deze expert, en de vrager hoort dat. Het bericht hierboven gaat niet mee."),
    _to_expert,
    form=GiveToExpertForm,
)
DECLINE = Decision(
    "niemand",
    _("Niemand kan helpen"),
    _("Het verzoek eindigt. De vrager leest uw bericht."),
    _decline,
    text=Asked.MUST,
)
KIND = Kind(
    EDITORS_KIND,
    _("Contactverzoek"),
    load,
    "admin/review/_contact.html",
    context,
    decisions,
    outcomes={Outcome.APPROVED: _("Beantwoord of doorgegeven"), Outcome.WITHDRAWN: _("Voorbij")},
    version=_version,
    sender=_("de vrager"),
)
