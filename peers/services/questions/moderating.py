"""Take what members wrote off the site, and put it back."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from peers.models import Answer, FollowUp, Question
from peers.services.questions.changing import locked, settle
from peers.services.questions.looking import ANSWER, FOLLOW_UP, QUESTION
from peers.services.questions.telling import tell_about
from projects.permissions import may_moderate
from projects.services.refusals import AlreadyDecided, ReasonMissing
from projects.services.review.cases import close_case
from projects.states import Outcome
from vindplaats.accounts.models import User
from vindplaats.audit import acting

Written = Question | Answer | FollowUp
KINDS: dict[type, str] = {Question: QUESTION, Answer: ANSWER, FollowUp: FOLLOW_UP}


@transaction.atomic
def take_down(*, thing: Written, by: User, reason: str) -> Written:
    """Take a question, an answer or a reaction off the site; who wrote it is told why.

    ReasonMissing without a reason; AlreadyDecided when somebody else was first. What hangs on it goes out of sight
    with it, and comes back with it.
    """
    if not may_moderate(by):
        raise PermissionDenied
    if not reason.strip():
        raise ReasonMissing
    question = locked(question_of(thing).pk)
    thing.refresh_from_db()
    if thing.removed_at is not None:
        raise AlreadyDecided
    case = {"kind": KINDS[type(thing)], "object_id": thing.pk}
    close_case(**case, outcome=Outcome.DECLINED, by=by, reason=reason, required=False)
    _set_removed(thing, question, by=by, action="take_down", reason=reason.strip())
    what = {"question": "question_removed", "answer": "answer_removed", "followup": "reaction_removed"}
    code = what[type(thing)._meta.model_name]
    mail = {
        "template": "text_removed",
        "context": {"reason": reason.strip(), "title": question.title, "text": _text(thing)},
    }
    tell_about(question, writer_of(thing), code, by=by, **mail)
    return thing


@transaction.atomic
def put_back(*, thing: Written, by: User, reason: str = "") -> Written:
    """Show again what was taken down; who wrote it is told."""
    if not may_moderate(by):
        raise PermissionDenied
    question = locked(question_of(thing).pk)
    thing.refresh_from_db()
    if thing.removed_at is None:
        raise AlreadyDecided
    _set_removed(thing, question, by=by, action="put_back", reason=reason.strip())
    tell_about(question, writer_of(thing), "text_put_back", by=by)
    return thing


@transaction.atomic
def leave(*, thing: Written, by: User, reason: str = "") -> Written:
    """Take something from the moderators' queue and leave it as it stands."""
    if not may_moderate(by):
        raise PermissionDenied
    close_case(kind=KINDS[type(thing)], object_id=thing.pk, outcome=Outcome.APPROVED, by=by, reason=reason)
    return thing


def question_of(thing: Written) -> Question:
    """Return the question on the page of which something stands."""
    if isinstance(thing, Question):
        return thing
    return thing.question if isinstance(thing, Answer) else thing.answer.question


def writer_of(thing: Written) -> User | None:
    """Return who wrote it; None when the account is gone."""
    return thing.asker if isinstance(thing, Question) else thing.author


def _text(thing: Written) -> str:
    return f"{thing.title}\n\n{thing.text}".strip() if isinstance(thing, Question) else thing.text


def _set_removed(thing: Written, question: Question, *, by: User, action: str, reason: str) -> None:
    moment = timezone.now() if action == "take_down" else None
    told: dict[str, Any] = {"action": action, **({"reason": reason} if reason else {})}
    save: Callable[..., None] = thing.save
    if isinstance(thing, Question):
        question.removed_at = thing.removed_at = moment
    else:
        thing.removed_at = moment
        fields = ["removed_at"]
        if isinstance(thing, Answer) and moment is not None:
            thing.accepted_at = None
            fields.append("accepted_at")
        with acting(user=by, **told):
            save(update_fields=fields)
    settle(question, by=by, **told)
