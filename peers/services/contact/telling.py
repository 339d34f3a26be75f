"""What the two are told of a contact request, on the site and by mail. No mail holds anybody's address."""

from typing import Any

from django.utils import timezone

from peers.models import ContactMessage, ContactRequest, Handling
from peers.services.contact.timing import hand_over_due
from peers.services.notices import tell
from peers.states import REMINDED_AFTER_WORKING_DAYS, HandlingEnd
from projects.models import Institute
from projects.services.review.cases import open_case
from vindplaats.accounts.models import User
from vindplaats.working_days import after_working_days

EDITORS_KIND = "contact"
"""The kind of case that the editors get when it is their turn."""


def tell_handler(request: ContactRequest, turn: Handling) -> None:
    """Bring a request to who has the turn now; to the editors by their queue."""
    if turn.is_editors:
        open_case(
            kind=EDITORS_KIND, object_id=request.pk, title=case_title(request), institute=organisation_of(request)
        )
    elif turn.user:
        _tell(turn.user, "contact_asked", request, template="contact_asked", turn=turn, until=hand_over_due(turn))


def tell_reminder(request: ContactRequest, turn: Handling) -> None:
    """Remind who has the turn, and tell the asker so."""
    days = {"days": REMINDED_AFTER_WORKING_DAYS, "until": hand_over_due(turn)}
    _tell(turn.user, "contact_reminder", request, template="contact_reminder", turn=turn, **days)
    _tell(request.asker, "contact_reminded", request, template="contact_reminded", turn=turn, **days)


def tell_reminder_again(request: ContactRequest, turn: Handling) -> None:
    """Remind who answered before that the asker wrote again."""
    _tell(turn.user, "contact_waits_again", request, template="contact_waits_again", turn=turn)


def tell_moved(request: ContactRequest, old: Handling, new: Handling) -> None:
    """Tell the asker that somebody else has it now and why; and who was too late that it is theirs no longer."""
    answer_by = after_working_days(timezone.now(), REMINDED_AFTER_WORKING_DAYS)
    about = {"reason": old.ended_by, "turn": new, "answer_by": answer_by}
    _tell(request.asker, "contact_moved", request, template="contact_moved", **about)
    if old.ended_by == HandlingEnd.TOO_LATE:
        _tell(old.user, "contact_taken", request)


def tell_message(request: ContactRequest, turn: Handling | None, message: ContactMessage) -> None:
    """Bring a message to the other side."""
    about = {"text": message.text, "from_name": message.sender_name, "from_editors": is_from_editors(message)}
    if not message.from_asker:
        _tell(request.asker, "contact_answer", request, template="contact_message", **about)
    elif turn and turn.is_editors:
        tell_handler(request, turn)
    elif turn:
        _tell(turn.user, "contact_message", request, template="contact_message", **about)


def tell_step(user: User | None, code: str, request: ContactRequest) -> None:
    """Tell somebody of a step that needs no more words than its sentence."""
    _tell(user, code, request)


def is_from_editors(message: ContactMessage) -> bool:
    """Tell whether the editors wrote a message: they write as such, not as a person."""
    return message.sender_id is None and not message.from_asker and message.sender_name == EDITORS_NAME


EDITORS_NAME = "de redactie"
"""What stands as the writer of a message of the editors; templates say it in the language of the reader."""


def case_title(request: ContactRequest) -> str:
    """Return what moderators read in their queue: nothing that somebody typed, and no name of a person."""
    about = "" if request.profile_id else str(request.project or request.institute or "")
    return f"{request.reference}: {about}" if about else request.reference


def organisation_of(request: ContactRequest) -> Institute | None:
    """Return the institute that a request is about, itself or by its project."""
    return request.institute or (request.project.institute if request.project else None)


def _tell(user: User | None, code: str, request: ContactRequest, *, template: str = "", **more: Any) -> None:
    if user is None or not user.is_active:
        return
    context = {"contact": request, **more}
    tell(user=user, code=code, title=request.title, path=_path(request), template=template, context=context)


def _path(request: ContactRequest) -> str:
    return f"/contact/{request.reference}/"
