"""Turn ids from the search engine into questions with all that a card or a line shows."""

from typing import Any

from django.utils.text import Truncator
from django.utils.translation import ngettext

from peers.models import Question
from projects.querysets.ordering import in_order
from projects.search.highlight import MARKDOWN, Sought, passage
from projects.views.hits import SHOWN_WORDS, Hit


def load_questions(ids: list[int], *, what: Sought | None = None) -> list[Question]:
    """Return questions as on a card, each with the passage that answers what is sought."""
    questions = in_order(Question.objects.published().for_listing(), ids)
    return as_on_a_card(questions, what)


def as_on_a_card(questions: list[Question], what: Sought | None = None) -> list[Question]:
    """Give each question `theme_labels` and `highlight`; they were fetched by `for_listing`."""
    texts = _texts(questions) if what and what.stems else {}
    for question in questions:
        question.theme_labels = [theme.label for theme in question.themes.all()]
        question.highlight = passage(texts[question.pk], what) if texts else ""
    return questions


def of_questions(ids: list[int], what: Sought) -> list[Hit]:
    """Return questions as lines of a list of everything, without who asked them."""
    return [
        Hit(
            one.title,
            one.get_absolute_url(),
            one.language,
            label=one.get_status_display(),
            about=answers_in_words(one.answer_count),
            text=one.highlight or Truncator(MARKDOWN.sub(" ", one.text)).words(SHOWN_WORDS),
        )
        for one in load_questions(ids, what=what)
    ]


def answers_in_words(number: int) -> str:
    """Return how many answers there are."""
    return ngettext("%(n)d antwoord", "%(n)d antwoorden", number) % {"n": number}


def _texts(questions: list[Any]) -> dict[int, list[str]]:
    """Return what a passage may be taken from: the question, then its answers in one query for all."""
    texts = {question.pk: [question.text] for question in questions}
    shown = Question.objects.filter(pk__in=list(texts), answers__removed_at=None, answers__isnull=False)
    ordered = shown.order_by("answers__created_at", "answers__pk").values_list("pk", "answers__text")
    for pk, text in ordered:
        texts[pk].append(text)
    return texts
