"""Ask a question in public."""

import datetime
from collections.abc import Iterable
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from peers.models import Question
from peers.models.questions import RESERVED_QUESTION_SLUGS
from peers.services.questions.limits import lock, refuse_too_many_questions
from peers.services.questions.looking import look_at_question
from projects.models import Institute, Theme
from projects.permissions import is_member
from projects.search.indexing import index
from projects.services.slugs import Slugs
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.jobs import defer

ROUTE = "peers.tasks.questions.route_question"
SAME_FOR = datetime.timedelta(days=1)
"""The same text of the same person within this time is the same question, sent twice."""
ATTEMPTS = 5
LONGEST_BEGINNING = 150


@transaction.atomic
def ask(
    *,
    asker: User,
    title: str,
    text: str = "",
    themes: Iterable[Theme] = (),
    institute: Institute | None = None,
    is_anonymous: bool = False,
    language: str = "nl",
) -> Question:
    """Put a question on the site at once, and have it mailed to a few people who may know.

    Sent twice it is one question: the first is returned. TooManyQuestions after five today. An institute is one that
    the asker belongs to (else PermissionDenied); an anonymous question has none, for a small one gives a name away.
    """
    now = timezone.now()
    asker = lock(asker)
    earlier = Question.objects.filter(asker=asker, title=title, text=text, created_at__gt=now - SAME_FOR).first()
    if earlier is not None:
        return earlier
    refuse_too_many_questions(asker, now)
    if institute is not None and not is_member(asker, institute):
        raise PermissionDenied
    question = Question(
        title=title,
        text=text,
        asker=asker,
        is_anonymous=is_anonymous,
        institute=None if is_anonymous else institute,
        language=language,
        created_at=now,
        updated_at=now,
    )
    with acting(user=asker, action="ask"):
        _save(question)
        question.themes.set(themes)
    index("question", [question.pk])
    look_at_question(question)
    defer(ROUTE, question=question.pk)
    return question


def ask_address(query: str) -> str:
    """Return the page to ask something, with what was searched for as a beginning."""
    address = reverse("peers:question_ask")
    return f"{address}?{urlencode({'q': query[:LONGEST_BEGINNING]})}" if query else address


def _save(question: Question) -> None:
    """Save under a slug that is free; somebody else may take it at the same moment."""
    for attempt in range(ATTEMPTS):
        slugs = Slugs(Question, fallback="vraag", reserved=RESERVED_QUESTION_SLUGS)
        question.slug = slugs.allocate([question.title])[0]
        try:
            with transaction.atomic():
                question.save(force_insert=True)
            return
        except IntegrityError:
            if attempt == ATTEMPTS - 1:
                raise
