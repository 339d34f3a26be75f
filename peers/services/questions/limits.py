"""How much one person may write in a day, counted from what is kept, so that no restart forgets it."""

import datetime

from django.db.models import QuerySet
from django.utils import timezone

from peers.models import Answer, FollowUp, Question
from peers.services.questions.refusals import TooManyQuestions, TooMuchWritten
from vindplaats.accounts.models import User

MOST_QUESTIONS = 5
MOST_ANSWERS = 20
MOST_FOLLOW_UPS = 40


def lock(user: User) -> User:
    """Lock somebody's account row for the running transaction: of two forms sent at once the second sees the first.

    Not against rows that only point at it: two people who answer each other would wait for each other for ever.
    """
    return User.objects.select_for_update(of=("self",), no_key=True).get(pk=user.pk)


def refuse_too_many_questions(user: User, now: datetime.datetime) -> None:
    """Raise TooManyQuestions for who asked five today; `user` is locked."""
    if _today(Question.objects.filter(asker=user), now) >= MOST_QUESTIONS:
        raise TooManyQuestions(MOST_QUESTIONS)


def refuse_too_many_answers(user: User, now: datetime.datetime) -> None:
    """Raise TooMuchWritten for who answered twenty times today; `user` is locked."""
    if _today(Answer.objects.filter(author=user), now) >= MOST_ANSWERS:
        raise TooMuchWritten


def refuse_too_many_follow_ups(user: User, now: datetime.datetime) -> None:
    """Raise TooMuchWritten for who reacted forty times today; `user` is locked."""
    if _today(FollowUp.objects.filter(author=user), now) >= MOST_FOLLOW_UPS:
        raise TooMuchWritten


def _today(written: QuerySet, now: datetime.datetime) -> int:
    """Count since midnight in the site's time zone; what was taken off the site counts too."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return written.filter(created_at__gte=midnight).count()
