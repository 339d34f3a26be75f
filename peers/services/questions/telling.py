"""Notices about questions: where they lead, and to whom none goes."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from peers.models import Block, Question
from peers.services.notices import tell
from vindplaats.accounts.models import User


def dutch_path(name: str, *arguments: Any) -> str:
    """Return the Dutch path of a page, whatever language is spoken now: what a notice keeps."""
    with override(settings.LANGUAGE_CODE):
        return reverse(name, args=arguments)


def path_of(question: Question, fragment: str = "") -> str:
    """Return the Dutch path of a question's page, with a place on it."""
    path = dutch_path("peers:question_detail", question.slug)
    return f"{path}#{fragment}" if fragment else path


def tell_about(
    question: Question, user: User | None, code: str, *, by: User | None, fragment: str = "", **mail: Any
) -> None:
    """Leave a notice about a question for somebody; not for who did it, nor for who blocked who did it.

    `mail` may hold a `template` with its `context`.
    """
    if user is None or user == by:
        return
    if by is not None and Block.objects.filter(blocker=user, blocked=by).exists():
        return
    tell(user=user, code=code, title=question.title, path=path_of(question, fragment), **mail)
