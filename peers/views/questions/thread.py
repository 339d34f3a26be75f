"""What stands on the page of a question: its answers with what was said to them, each with its name."""

from typing import Any

from django.db.models import Count, Prefetch
from django.http import HttpRequest

from peers.forms.questions.texts import AnswerForm, FollowUpForm
from peers.models import Answer, FollowUp, Question, Thanks
from peers.permissions import may_edit_answer, may_propose_lesson, may_steer_question
from peers.services.questions.changing import TALKING
from peers.services.questions.names import Names
from projects.permissions import Visitor, may_moderate

FOLLOW_UP_ID = "reactie-%s-%%s"


def answers_of(question: Question, user: Visitor) -> list[Answer]:
    """Return the answers that stand on the site, the one that helped first, each with what a page shows of it."""
    reactions = Prefetch("follow_ups", FollowUp.objects.shown(), to_attr="reactions")
    shown = question.answers.shown().select_related("lesson_proposal").annotate(thanks_count=Count("thanks"))
    shown = shown.prefetch_related(reactions)
    answers = sorted(shown, key=lambda one: (one.accepted_at is None, one.created_at, one.pk))
    thanked = _thanked(answers, user)
    names = Names(user, [question.asker_id, *(one.author_id for a in answers for one in (a, *a.reactions))])
    question.by = names.of_asker(question)
    for one in answers:
        one.question = question
        one.by, one.is_thanked = names.of(one), one.pk in thanked
        one.is_own = user.is_authenticated and one.author_id == user.pk
        one.may_edit, one.may_propose = may_edit_answer(user, one), may_propose_lesson(user, one)
        for reaction in one.reactions:
            reaction.by = names.of(reaction)
            reaction.is_askers = reaction.author_id is not None and reaction.author_id == question.asker_id
    return answers


def talk(
    request: HttpRequest,
    question: Question,
    *,
    answer_form: AnswerForm | None = None,
    follow_up_form: FollowUpForm | None = None,
    answer_pk: int = 0,
) -> dict[str, Any]:
    """Return the context of the conversation; a form that was sent and is not right stands where it was."""
    user = request.user
    answers = answers_of(question, user)
    is_open = question.status in TALKING
    for one in answers:
        sent = follow_up_form if one.pk == answer_pk else None
        one.form = sent or FollowUpForm(auto_id=FOLLOW_UP_ID % one.pk)
        one.is_form_open = sent is not None
        one.proposal = getattr(one, "lesson_proposal", None) if one.may_propose else None
    return {
        "answers": answers,
        "is_open": is_open,
        "may_steer": may_steer_question(user, question),
        "may_moderate": may_moderate(user),
        "is_asker": user.is_authenticated and user.pk == question.asker_id,
        "asks_nameless": question.is_anonymous and user.is_authenticated and user.pk == question.asker_id,
        "asked_count": question.routes.count() if may_steer_question(user, question) else 0,
        "answer_form": answer_form or AnswerForm(initial={"taal": question.language}),
        "form": answer_form or follow_up_form,
    }


def _thanked(answers: list[Answer], user: Visitor) -> set[int]:
    """Return for which of these answers somebody said thanks."""
    if not user.is_authenticated or not answers:
        return set()
    return set(Thanks.objects.filter(user=user, answer__in=answers).values_list("answer", flat=True))
