"""What every change of a question does: lock it, keep what follows from its answers, and have the search follow."""

from typing import Any

from django.db.models import Min
from django.utils import timezone

from peers.models import Answer, Question
from peers.services.questions.refusals import QuestionNotOpen, StatusRefused
from peers.states import QUESTION_TRANSITIONS, QuestionStatus, may_become
from projects.search.indexing import index
from vindplaats.accounts.models import User
from vindplaats.audit import acting

TALKING = (QuestionStatus.OPEN, QuestionStatus.ANSWERED)
"""While anybody may say something."""


def locked(pk: int) -> Question:
    """Return the question, locked for the running transaction. All that changes its answers locks it first."""
    return Question.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)


def locked_open(pk: int) -> Question:
    """Return the same; QuestionNotOpen when nobody may say anything there any more."""
    question = locked(pk)
    if question.removed_at is not None or question.status not in TALKING:
        raise QuestionNotOpen
    return question


def settle(question: Question, *, by: User | None, touch: bool = False, **what: Any) -> Question:
    """Save a locked question with what follows from its answers, and index it.

    `touch` has it count as active now; `what` is said in the audit.
    """
    shown = question.answers.shown()
    question.first_answer_at = shown.aggregate(first=Min("created_at"))["first"]
    if question.status in TALKING:
        helped = shown.filter(accepted_at__isnull=False).exists()
        question.status = QuestionStatus.ANSWERED if helped else QuestionStatus.OPEN
    if touch:
        question.updated_at = timezone.now()
    with acting(user=by, **what):
        question.save()
    index("question", [question.pk])
    return question


def become(question: Question, status: QuestionStatus) -> None:
    """Give a locked question another status; StatusRefused when it cannot have that now."""
    if question.removed_at is not None or not may_become(QUESTION_TRANSITIONS, question.status, status):
        raise StatusRefused
    question.status = status


def locked_answer(pk: int) -> tuple[Question, Answer]:
    """Return an answer with its question, which is locked."""
    question = locked(Answer.objects.values_list("question", flat=True).get(pk=pk))
    answer = Answer.objects.get(pk=pk)
    answer.question = question
    return question, answer
