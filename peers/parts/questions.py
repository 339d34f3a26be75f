"""What pages of the registry show of questions: those on a topic or beside a project, and where a lesson came from."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peers.models import LessonProposal, Question
from peers.services.questions.asking import ask_address
from projects.hooks import Part
from projects.models import Condition, Institute, Lesson, Project, Sector, Theme
from projects.permissions import Visitor
from projects.search.engine import Answer
from projects.search.engine import Question as Asked
from projects.states import Stage
from vindplaats.text import clean

MOST_SHOWN = 4
TOPIC_POSITION, ASIDE_POSITION = 40, 60


def of_theme(theme: Theme, user: Visitor) -> list[Part]:
    """Return the latest questions about a theme, or where to ask the first."""
    found = Question.objects.published().about([theme])
    return [_on_topic(found, _list_address([theme.slug]), _("Vragen bij dit thema"))]


def of_sector(sector: Sector, user: Visitor) -> list[Part]:
    """Return the latest questions of institutes with a project in this sector, or where to ask the first."""
    there = Project.objects.published().filter(sectors=sector, institute=OuterRef("institute"))
    # Who asked without a name did so without an institute as well.
    found = Question.objects.published().filter(Exists(there), is_anonymous=False)
    return [_on_topic(found, "", _("Vragen uit deze sector"))]


def of_condition(condition: Condition, user: Visitor) -> list[Part]:
    """Return the latest questions that name this condition, or where to ask the first."""
    answer = Answer("question", Asked(choices={"aandoening": [condition.slug]}, sort="newest"))
    found = Question.objects.published().filter(pk__in=answer.ids(0, MOST_SHOWN))
    address = f"{reverse('peers:question_list')}?{urlencode({'aandoening': condition.slug})}"
    return [_on_topic(found, address, _("Vragen over deze aandoening"))]


def of_institute(institute: Institute, user: Visitor) -> list[Part]:
    """Return the latest questions that people of this institute asked in its name; nothing when there are none."""
    found = Question.objects.published().filter(institute=institute, is_anonymous=False)
    part = _on_topic(found, "", _("Vragen van deze instelling"))
    return [part] if part.context["questions"] else []


def of_project(project: Project, user: Visitor) -> list[Part]:
    """Return the latest questions about the themes of a project; nothing when there are none."""
    themes = [link.tag for link in project.theme_links.all()]
    context = _latest(themes) if themes else {}
    if not context.get("questions"):
        return []
    context["list_url"] = _list_address([theme.slug for theme in themes])
    return [Part("peers/questions/_project_part.html", context, ASIDE_POSITION, is_aside=True)]


def of_lessons(lessons: Iterable[Lesson], user: Visitor) -> dict[int, Part]:
    """Return for each lesson that came from answers the questions where those stand; there seldom is more than one."""
    accepted = LessonProposal.objects.filter(lesson__in=list(lessons), status=Stage.ACCEPTED)
    shown = accepted.filter(answer__removed_at=None, answer__question__in=Question.objects.published())
    answers: dict[int, list[Any]] = defaultdict(list)
    for one in shown.select_related("answer__question").order_by("pk"):
        answers[one.lesson_id].append(one.answer)
    return {pk: Part("peers/questions/_lesson_origin.html", {"answers": some}) for pk, some in answers.items()}


def ways_on(parameters: QueryDict, finder: str) -> list[tuple[Promise, str]]:
    """Return what else can be done with a search: ask people.

    Not where questions are looked for, since that page leads there itself, and not where people are: what was typed may
    be a name.
    """
    query = clean(parameters.get("q", "")).strip() if finder not in ("question", "expert") else ""
    return [(_("Stel deze vraag aan anderen"), ask_address(query))] if query else []


def _on_topic(found: QuerySet[Question], list_url: str, title: Promise) -> Part:
    context = {"questions": list(found.for_listing()[:MOST_SHOWN]), "ask_url": reverse("peers:question_ask")}
    return Part("peers/questions/_topic_part.html", context | {"list_url": list_url, "title": title}, TOPIC_POSITION)


def _latest(themes: list[Theme]) -> dict[str, Any]:
    found = Question.objects.published().about(themes).for_listing()
    return {"questions": list(found[:MOST_SHOWN]), "ask_url": reverse("peers:question_ask")}


def _list_address(slugs: list[str]) -> str:
    return f"{reverse('peers:question_list')}?{urlencode({'thema': slugs}, doseq=True)}"
