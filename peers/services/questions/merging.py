"""Two questions that ask the same become one."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Subquery

from peers.models import Follow, Question
from peers.services.questions.changing import locked, settle
from peers.services.questions.looking import QUESTION
from peers.services.questions.refusals import MergeRefused
from peers.services.questions.telling import tell_about
from peers.states import QuestionStatus
from projects.permissions import may_moderate
from projects.services.review.cases import close_case
from projects.states import Outcome
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def merge(*, gone: Question, into: Question, by: User, reason: str = "") -> Question:
    """Move all that was said to `gone` to another question; its address leads on, and who asked it is told.

    Answers go with their reactions and thanks, who follows the one follows the other. What was written without a name
    stays so. The answer that helped stays marked unless the other question has one. MergeRefused for what is merged
    or taken down, and for one question twice.
    """
    if not may_moderate(by):
        raise PermissionDenied
    pair = {pk: locked(pk) for pk in sorted({gone.pk, into.pk})}
    gone, into = pair[gone.pk], pair[into.pk]
    if gone.pk == into.pk or not all(map(_can_merge, pair.values())):
        raise MergeRefused
    with acting(user=by, action="merge", **({"reason": reason.strip()} if reason.strip() else {})):
        _move_answers(gone, into)
        _move_follows(gone, into)
        into.themes.add(*gone.themes.all())
        Question.objects.filter(merged_into=gone).update(merged_into=into)
        gone.status, gone.merged_into = QuestionStatus.MERGED, into
        settle(gone, by=by)
        settle(into, by=by, touch=True)
    close_case(kind=QUESTION, object_id=gone.pk, outcome=Outcome.DECLINED, by=by, reason=reason, required=False)
    tell_about(into, gone.asker, "question_merged", by=by)
    return into


def _can_merge(question: Question) -> bool:
    return question.removed_at is None and question.status != QuestionStatus.MERGED


def _move_answers(gone: Question, into: Question) -> None:
    if into.answers.filter(accepted_at__isnull=False).exists():
        gone.answers.filter(accepted_at__isnull=False).update(accepted_at=None)
    gone.answers.update(question=into)


def _move_follows(gone: Question, into: Question) -> None:
    there = Follow.objects.filter(question=into).values("user")
    Follow.objects.filter(question=gone).exclude(user__in=Subquery(there)).update(question=into, name=into.title)
    Follow.objects.filter(question=gone).delete()
