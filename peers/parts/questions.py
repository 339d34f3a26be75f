"""What pages of the registry show of questions: those on a theme or beside a project, and where a lesson came from."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peers.models import LessonProposal, Question
from peers.services.questions.asking import ask_address
from projects.hooks import Part
from projects.models import Lesson, Project, Theme
from projects.permissions import Visitor
from projects.states import Stage
from vindplaats.text import clean

MOST_SHOWN = 4
THEME_POSITION, ASIDE_POSITION = 40, 60


def of_theme(theme: Theme, user: Visitor) -> list[Part]:
    """Return the latest questions about a theme, or where to ask the first."""
    context = _latest([theme]) | {"list_url": _list_address([theme.slug]), "theme": theme}
    return [Part("peers/questions/_theme_part.html", context, THEME_POSITION)]


def of_project(project: Project, user: Visitor) -> list[Part]:
    """Return the latest questions about the themes of a project; nothing when there are none."""
    themes = [link.tag for link in project.theme_links.all()]
    context = _latest(themes) if themes else {}
    if not context.get("questions"):
        return []
    context["list_url"] = _list_address([theme.slug for theme in themes])
    return [Part("peers/questions/_project_part.html", context, ASIDE_POSITION, is_aside=True)]


def of_lessons(lessons: Iterable[Lesson], user: Visitor) -> dict[int, Part]:
    """Return for each lesson that came from an answer the question where that stands."""
    accepted = LessonProposal.objects.filter(lesson__in=list(lessons), status=Stage.ACCEPTED)
    shown = accepted.filter(answer__removed_at=None, answer__question__in=Question.objects.published())
    return {
        one.lesson_id: Part("peers/questions/_lesson_origin.html", {"answer": one.answer})
        for one in shown.select_related("answer__question")
    }


def ways_on(parameters: QueryDict) -> list[tuple[Promise, str]]:
    """Return what else can be done with a search: ask people."""
    query = clean(parameters.get("q", "")).strip()
    return [(_("Stel deze vraag aan anderen"), ask_address(query))] if query else []


def _latest(themes: list[Theme]) -> dict[str, Any]:
    found = Question.objects.published().about(themes).for_listing()
    return {"questions": list(found[:MOST_SHOWN]), "ask_url": reverse("peers:question_ask")}


def _list_address(slugs: list[str]) -> str:
    return f"{reverse('peers:question_list')}?{urlencode({'thema': slugs}, doseq=True)}"
