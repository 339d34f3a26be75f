"""How a public question becomes a search document. No name is in it: what is indexed can come out in a passage."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peers.models import Answer, Question
from peers.search.naming import NamedConditions
from peers.states import QuestionStatus
from projects.search.coverage import RegionMap
from projects.search.document import Document
from projects.search.facets import YES, Facet, Option
from projects.search.kinds import Kind

STATUS, UNANSWERED, LANGUAGE = "stand", "onbeantwoord", "taal"
SHOWN_STATUSES = (QuestionStatus.OPEN, QuestionStatus.ANSWERED, QuestionStatus.CLOSED)


def of_questions(pks: Sequence[int], regions: RegionMap) -> Iterator[Document]:
    """Give the documents of the questions among `pks` that stand on the site, with what was answered."""
    shown = Prefetch("answers", Answer.objects.shown(), to_attr="shown_answers")
    named = NamedConditions()
    for question in Question.objects.published().filter(pk__in=pks).prefetch_related("themes__parent", shown):
        # Members write at once for everybody: their words are found, and leave nothing behind that a spelling is
        # corrected to, for that is not forgotten when a text is taken down.
        yield replace(_question(question, named), words=())


def _question(question: Question, named: NamedConditions) -> Document:
    accepted = [one.text for one in question.shown_answers if one.accepted_at]
    others = [one.text for one in question.shown_answers if not one.accepted_at]
    themes = [f"{theme.name} {theme.name_en}" for theme in question.themes.all()]
    return Document.of(
        {"A": [question.title], "B": [question.text, *accepted, *themes], "C": others},
        kind="question",
        object_id=question.pk,
        keys=[*_keys(question), *_conditions(question, named)],
        published_at=question.created_at,
        # The day of the last activity, by which the engine sorts what is "active".
        confirmed_on=timezone.localdate(question.updated_at),
    )


def _conditions(question: Question, named: NamedConditions) -> list[str]:
    """Return the keys of the conditions that are asked about; what an answer mentions in passing is no subject."""
    return [f"aandoening:{slug}" for slug in sorted(named.in_texts([question.title, question.text]))]


def _keys(question: Question) -> list[str]:
    themes = {theme.slug for theme in question.themes.all()}
    themes |= {theme.parent.slug for theme in question.themes.all() if theme.parent}
    keys = [
        *(f"thema:{slug}" for slug in sorted(themes)),
        f"{STATUS}:{question.status}",
        f"{LANGUAGE}:{question.language}",
    ]
    if question.status == QuestionStatus.OPEN and not question.shown_answers:
        keys.append(f"{UNANSWERED}:{YES}")
    return keys


def _statuses() -> list[Option]:
    return [Option(status.value, str(status.label)) for status in SHOWN_STATUSES]


FACETS = (
    Facet(STATUS, _("Stand"), lambda question: [], _statuses),
    Facet(UNANSWERED, _("Antwoorden"), lambda question: [], lambda: [Option(YES, gettext("Nog geen antwoord"))]),
)
"""What only questions have; their documents bring the values. The language is a facet of people too."""

QUESTIONS = Kind("question", Question.objects.published, of_questions)
