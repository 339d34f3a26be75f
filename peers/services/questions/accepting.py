"""Say which answer helped, and close a question or open it again."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from peers.models import Answer, Question
from peers.permissions import may_steer_question
from peers.services.questions.changing import TALKING, become, locked, locked_answer, settle
from peers.services.questions.refusals import StatusRefused
from peers.services.questions.telling import tell_about
from peers.states import QuestionStatus
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def accept(*, answer: Answer, by: User) -> Answer:
    """Mark the answer that helped; another one that was marked no longer is. Again changes nothing."""
    question, chosen = locked_answer(answer.pk)
    _require(by, question)
    if question.status not in TALKING or question.removed_at is not None or chosen.removed_at is not None:
        raise StatusRefused
    if chosen.accepted_at is not None:
        return chosen
    with acting(user=by, action="accept"):
        question.answers.filter(accepted_at__isnull=False).update(accepted_at=None)
        chosen.accepted_at = timezone.now()
        chosen.save(update_fields=["accepted_at"])
    settle(question, by=by, touch=True)
    tell_about(question, chosen.author, "answer_accepted", by=by, fragment=f"antwoord-{chosen.pk}")
    return chosen


@transaction.atomic
def take_back(*, answer: Answer, by: User) -> Answer:
    """Say that an answer was not the one after all. Again changes nothing."""
    question, chosen = locked_answer(answer.pk)
    _require(by, question)
    if question.status not in TALKING or question.removed_at is not None:
        raise StatusRefused
    if chosen.accepted_at is not None:
        with acting(user=by, action="take_back"):
            chosen.accepted_at = None
            chosen.save(update_fields=["accepted_at"])
        settle(question, by=by)
    return chosen


@transaction.atomic
def close(*, question: Question, by: User) -> Question:
    """End the conversation; what was said stays to be read."""
    question = locked(question.pk)
    _require(by, question)
    become(question, QuestionStatus.CLOSED)
    question.closed_at = timezone.now()
    return settle(question, by=by, action="close")


@transaction.atomic
def reopen(*, question: Question, by: User) -> Question:
    """Let people answer again."""
    question = locked(question.pk)
    _require(by, question)
    if question.status != QuestionStatus.CLOSED:
        raise StatusRefused
    become(question, QuestionStatus.OPEN)
    question.closed_at = None
    return settle(question, by=by, action="reopen")


def _require(by: User, question: Question) -> None:
    if not may_steer_question(by, question):
        raise PermissionDenied
