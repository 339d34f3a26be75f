"""Answer a question, change one's answer, react to an answer, and thank for one."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from peers.models import Answer, FollowUp, Notice, Question, Thanks
from peers.permissions import may_edit_answer
from peers.services.following.hearing import hear
from peers.services.questions.changing import locked, locked_answer, locked_open, settle
from peers.services.questions.limits import lock, refuse_too_many_answers, refuse_too_many_follow_ups
from peers.services.questions.looking import look_at_text
from peers.services.questions.refusals import QuestionNotOpen
from peers.services.questions.telling import path_of, tell_about
from vindplaats.accounts.models import User
from vindplaats.audit import acting

FOR_YOU, THANKED = "question_for_you", "answer_thanked"


@transaction.atomic
def answer(*, question: Question, author: User, text: str, language: str = "nl") -> Answer:
    """Answer a question; who asked it is told. Sent twice it is one answer.

    Who asked without a name answers there without one too. QuestionNotOpen, TooMuchWritten.
    """
    now, author, question = timezone.now(), lock(author), locked_open(question.pk)
    if earlier := question.answers.shown().filter(author=author, text=text).first():
        return earlier
    refuse_too_many_answers(author, now)
    written = Answer(question=question, author=author, text=text, language=language, created_at=now)
    _sign(written, question, author)
    with acting(user=author, action="answer"):
        written.save()
    settle(question, by=author, touch=True)
    look_at_text(written)
    hear(kind="answer", object_id=written.pk, question=question, by=author)
    tell_about(question, question.asker, "question_answered", by=author, fragment=f"antwoord-{written.pk}")
    # Nothing waits for who has answered.
    Notice.objects.filter(user=author, code=FOR_YOU, path=path_of(question), read_at=None).update(read_at=now)
    return written


@transaction.atomic
def edit_answer(*, answer: Answer, by: User, text: str, language: str = "nl") -> Answer:
    """Change the words of one's own answer, also of a closed question; the page says that it was changed."""
    question, written = locked_answer(answer.pk)
    if not may_edit_answer(by, written):
        raise PermissionDenied
    if question.removed_at is not None:
        raise QuestionNotOpen
    if (written.text, written.language) == (text, language):
        return written
    written.text, written.language, written.edited_at = text, language, timezone.now()
    with acting(user=by, action="edit"):
        written.save(update_fields=["text", "language", "edited_at"])
    settle(question, by=by)
    look_at_text(written)
    return written


@transaction.atomic
def follow_up(*, answer: Answer, author: User, text: str) -> FollowUp:
    """React to an answer; who wrote it and who asked the question are told. Sent twice it is one reaction."""
    now, author = timezone.now(), lock(author)
    question = locked_open(answer.question_id)
    answered = Answer.objects.get(pk=answer.pk)
    if answered.removed_at is not None or answered.question_id != question.pk:
        raise QuestionNotOpen
    if earlier := answered.follow_ups.shown().filter(author=author, text=text).first():
        return earlier
    refuse_too_many_follow_ups(author, now)
    written = FollowUp(answer=answered, author=author, text=text, created_at=now)
    _sign(written, question, author)
    with acting(user=author, action="follow_up"):
        written.save()
    settle(question, by=author, touch=True)
    look_at_text(written)
    for reader in {answered.author, question.asker}:
        tell_about(question, reader, "answer_followed_up", by=author, fragment=f"antwoord-{answered.pk}")
    return written


@transaction.atomic
def thank(*, answer: Answer, by: User) -> bool:
    """Say that an answer helped, or take that back; tell whether it is said now. Nobody thanks themselves."""
    question = locked(answer.question_id)
    answered = Answer.objects.get(pk=answer.pk)
    if answered.author_id == by.pk:
        raise PermissionDenied
    if answered.removed_at is not None or question.removed_at is not None:
        raise QuestionNotOpen
    thanks, is_new = Thanks.objects.get_or_create(answer=answered, user=by)
    if is_new:
        _tell_of_thanks(question, answered, by)
    else:
        thanks.delete()
    return is_new


def _tell_of_thanks(question: Question, answered: Answer, by: User) -> None:
    """Tell the author, unless thanks for this answer are still there to be read."""
    place = f"antwoord-{answered.pk}"
    unread = Notice.objects.filter(user=answered.author, code=THANKED, path=path_of(question, place), read_at=None)
    if answered.author_id and not unread.exists():
        tell_about(question, answered.author, THANKED, by=by, fragment=place)


def _sign(written: Answer | FollowUp, question: Question, author: User) -> None:
    """Put the name under it, unless it is of the one who asked this question without a name."""
    written.is_anonymous = question.is_anonymous and question.asker_id == author.pk
    written.author_name = "" if written.is_anonymous else author.name.strip()
