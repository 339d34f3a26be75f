"""Questions, answers and reactions that a moderator should look at, and lessons that come from answers."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from peers.forms.questions.deciding import (
    ACCEPT_LESSON,
    DECLINE_LESSON,
    LEAVE,
    MERGE,
    MODELS,
    TAKE_DOWN,
)
from peers.models import LessonProposal, Question
from peers.services.questions.lessons import KIND as LESSON
from peers.services.questions.looking import possible_doubles
from peers.services.questions.moderating import Written, question_of, writer_of
from projects.models import ReviewCase
from projects.services.review import showing
from projects.services.review.kinds import Decision, Kind
from projects.states import Outcome, Stage

LABELS = {"question": _("Vraag"), "answer": _("Antwoord op een vraag"), "follow_up": _("Reactie op een antwoord")}


def _loader(name: str) -> Callable[[int], Any]:
    return lambda pk: MODELS[name].objects.filter(pk=pk).first()


def context(case: ReviewCase, thing: Written) -> dict[str, Any]:
    """Return the text with what may be about a person marked, who wrote it, and for a question what is like it."""
    question = question_of(thing)
    return {
        "written": thing,
        "question": question,
        "text": showing.plain(f"{thing.title}\n\n{thing.text}" if isinstance(thing, Question) else thing.text),
        "writer": writer_of(thing),
        "is_anonymous": thing.is_anonymous,
        "doubles": possible_doubles(thing) if isinstance(thing, Question) else [],
    }


def decisions(thing: Written) -> Sequence[Decision]:
    """Return the ways to answer; about what was taken down meanwhile it is enough to take it from the queue."""
    if thing.removed_at is not None:
        return (LEAVE,)
    return (LEAVE, TAKE_DOWN, MERGE) if isinstance(thing, Question) else (LEAVE, TAKE_DOWN)


def load_proposal(pk: int) -> LessonProposal | None:
    """Return the proposed lesson, with where it came from and where it goes."""
    found = LessonProposal.objects.select_related("answer__question", "answer__author", "project__institute")
    return found.filter(pk=pk).first()


def proposal_context(case: ReviewCase, proposal: LessonProposal) -> dict[str, Any]:
    """Return the lesson, with what may be about a person marked, and whether the project agreed."""
    names = ("title", "situation", "outcome", "advice")
    fields = [(LessonProposal._meta.get_field(name).verbose_name, getattr(proposal, name)) for name in names]
    shown = [{"label": label, "pieces": showing.plain(text)} for label, text in fields if text]
    return {"proposal": proposal, "fields": shown, "question": proposal.answer.question}


def proposal_decisions(proposal: LessonProposal) -> Sequence[Decision]:
    """Return the two ways to answer, as long as there is something to decide."""
    return (ACCEPT_LESSON, DECLINE_LESSON) if proposal.status in (Stage.DRAFT, Stage.SUBMITTED) else ()


KINDS = [
    *(
        Kind(
            name,
            LABELS[name],
            _loader(name),
            "admin/review/_written.html",
            context,
            decisions,
            outcomes={Outcome.APPROVED: _("Blijft staan"), Outcome.DECLINED: _("Van de site gehaald of samengevoegd")},
            version=lambda thing: int(thing.edited_at.timestamp()) if getattr(thing, "edited_at", None) else 0,
            sender=_("wie het schreef"),
        )
        for name in MODELS
    ),
    Kind(
        LESSON,
        _("Voorgestelde les"),
        load_proposal,
        "admin/review/_lesson.html",
        proposal_context,
        proposal_decisions,
        sender=_("wie de les voorstelde"),
    ),
]
