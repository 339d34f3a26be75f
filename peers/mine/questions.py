"""The questions that somebody asked and answered."""

from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext as _

from peers.models import Answer, FollowUp, LessonProposal, Question, Thanks
from projects.search import generation
from projects.search.indexing import index
from projects.states import Stage
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.mine import Item, Panel

MOST_SHOWN = 5


def panels(user: User) -> list[Panel]:
    """Return the latest questions of one's own, those that one answered, and lessons of one's own on their way."""
    asked = list(Question.objects.published().filter(asker=user)[:MOST_SHOWN])
    answers = Answer.objects.shown().filter(author=user, question__in=Question.objects.published())
    answered = list(answers.exclude(question__asker=user).select_related("question").order_by("-pk")[:MOST_SHOWN])
    on_its_way = LessonProposal.objects.filter(proposed_by=user, status__in=[Stage.DRAFT, Stage.SUBMITTED])
    items = [_asked(one) for one in asked] + [_answered(one) for one in answered]
    items += [_proposed(one) for one in on_its_way[:MOST_SHOWN]]
    actions = [(_("Stel een vraag"), reverse("peers:question_ask")), (_("Alle vragen"), reverse("peers:question_list"))]
    empty = _("U hebt nog niets gevraagd of beantwoord.")
    return [Panel("vragen", _("Mijn vragen en antwoorden"), items, empty, actions, position=40)]


def _asked(question: Question) -> Item:
    return Item(
        label=question.title,
        url=question.get_absolute_url(),
        status=_("Uw vraag, %(status)s") % {"status": question.get_status_display().lower()},
        since=question.updated_at,
        lang=question.language,
    )


def _answered(answer: Answer) -> Item:
    return Item(
        label=answer.question.title,
        url=answer.get_absolute_url(),
        status=_("Uw antwoord hielp") if answer.accepted_at else _("Uw antwoord"),
        since=answer.created_at,
        lang=answer.question.language,
    )


def _proposed(proposal: LessonProposal) -> Item:
    return Item(
        label=proposal.title,
        url=reverse("peers:lesson_proposal", args=[proposal.pk]),
        status=_("Voorgestelde les"),
        since=proposal.created_at,
        lang=proposal.language,
    )


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return what the person asked, answered, said and thanked for."""
    asked = Question.objects.filter(asker=user).order_by("pk")
    answers, remarks = (model.objects.filter(author=user).order_by("pk") for model in (Answer, FollowUp))
    proposals = LessonProposal.objects.filter(proposed_by=user).order_by("pk")
    return {
        "vragen": list(
            asked.values("title", "text", "is_anonymous", "institute__name", "status", "created_at", "removed_at")
        ),
        "antwoorden": list(
            answers.values("question__title", "text", "created_at", "edited_at", "accepted_at", "removed_at")
        ),
        "reacties-op-antwoorden": list(remarks.values("answer__question__title", "text", "created_at", "removed_at")),
        "bedankjes": list(Thanks.objects.filter(user=user).values("answer__question__title", "created_at")),
        "voorgestelde-lessen": list(proposals.values("title", "project__title", "status", "created_at")),
    }


def forget_person(user: User) -> None:
    """Leave what was asked and said, without the name and the institute; the audit keeps no name either."""
    asked = list(Question.objects.filter(asker=user).values_list("pk", flat=True))
    with acting(action="forget"):
        Question.objects.filter(pk__in=asked).update(institute=None)
        for model in (Answer, FollowUp):
            pks = list(model.objects.filter(author=user).values_list("pk", flat=True))
            model.objects.filter(pk__in=pks).update(author_name="")
            events = apps.get_model("peers", f"{model.__name__}Event")
            events.objects.filter(pgh_obj_id__in=pks).update(author_name="")
    index("question", asked)
    generation.advance_on_commit()
