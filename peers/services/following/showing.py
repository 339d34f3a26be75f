"""What was found, in words and with an address, in the active language; what is off the site meanwhile is left out."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from peers.models import Adoption, Answer, Match, Profile, Question
from projects.models import Lesson, ProgrammeMilestone, ProgrammeUpdate, Project, Resource, Revision, StatusUpdate
from projects.states import MilestoneState, Status
from vindplaats.markdown import plain

LONGEST = 120
Found = dict[int, "Line"]


@dataclass(frozen=True)
class Line:
    """One thing that is new."""

    text: str
    path: str


def lines_of(matches: Iterable[Match]) -> dict[tuple[str, int], Line]:
    """Return the line of each thing that is on the site, by kind and number; one question to the database a kind."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for match in matches:
        wanted[match.kind].add(match.object_id)
    found = {kind: KINDS[kind](ids) for kind, ids in wanted.items() if kind in KINDS}
    return {(kind, pk): line for kind, lines in found.items() for pk, line in lines.items()}


def _projects(ids: Iterable[int]) -> Found:
    projects = Project.objects.published().filter(pk__in=ids).only("title", "slug")
    return {one.pk: Line(one.title, one.get_absolute_url()) for one in projects}


def _lessons(ids: Iterable[int]) -> Found:
    lessons = Lesson.objects.published().filter(pk__in=ids).select_related("project")
    return {one.pk: Line(_("Nieuwe les: %(title)s") % {"title": one.title}, one.get_absolute_url()) for one in lessons}


def _resources(ids: Iterable[int]) -> Found:
    resources = Resource.objects.published().filter(pk__in=ids).only("kind", "title", "slug")
    return {one.pk: Line(f"{one.get_kind_display()}: {one.title}", one.get_absolute_url()) for one in resources}


def _questions(ids: Iterable[int]) -> Found:
    questions = Question.objects.published().filter(pk__in=ids).only("title", "slug")
    return {one.pk: Line(one.title, one.get_absolute_url()) for one in questions}


def _experts(ids: Iterable[int]) -> Found:
    """Return people whom everybody may find now: who hid the profile or took back the consent is not named any more."""
    profiles = Profile.objects.findable().filter(pk__in=ids).only("name", "role", "slug")
    return {one.pk: Line(", ".join(filter(None, [one.name, one.role])), one.get_absolute_url()) for one in profiles}


def _updates(ids: Iterable[int]) -> Found:
    updates = StatusUpdate.objects.filter(pk__in=ids, project__status=Status.PUBLISHED).select_related("project")
    return {
        one.pk: Line(_("Stand van zaken: %(text)s") % {"text": _short(one.text)}, one.project.get_absolute_url())
        for one in updates
    }


def _revisions(ids: Iterable[int]) -> Found:
    revisions = Revision.objects.filter(pk__in=ids, project__status=Status.PUBLISHED).select_related("project")
    return {one.pk: Line(_("De tekst is bijgewerkt."), one.project.get_absolute_url()) for one in revisions}


def _adoptions(ids: Iterable[int]) -> Found:
    adoptions = Adoption.objects.shown().filter(pk__in=ids, project__status=Status.PUBLISHED)
    return {
        one.pk: Line(
            _("%(institute)s past dit ook toe.") % {"institute": one.institute.name}, one.project.get_absolute_url()
        )
        for one in adoptions.select_related("project", "institute")
    }


def _answers(ids: Iterable[int]) -> Found:
    answers = Answer.objects.shown().filter(pk__in=ids, question__in=Question.objects.published())
    return {
        one.pk: Line(_("Nieuw antwoord: %(text)s") % {"text": _short(one.text)}, _question_path(one.question))
        for one in answers.select_related("question")
    }


def _programme_updates(ids: Iterable[int]) -> Found:
    updates = ProgrammeUpdate.objects.filter(pk__in=ids).select_related("programme")
    return {
        one.pk: Line(_("Stand van zaken: %(text)s") % {"text": one.title}, one.get_absolute_url()) for one in updates
    }


def _milestones(ids: Iterable[int]) -> Found:
    reached = ProgrammeMilestone.objects.filter(pk__in=ids, state=MilestoneState.REACHED).select_related("programme")
    return {
        one.pk: Line(_("Mijlpaal bereikt: %(title)s") % {"title": one.title}, one.programme.get_absolute_url())
        for one in reached
    }


def _question_path(question: Question) -> str:
    return reverse("peers:question_detail", args=[question.slug])


def _short(text: str) -> str:
    return Truncator(" ".join(plain(text).split())).chars(LONGEST)


KINDS: dict[str, Callable[[Iterable[int]], Found]] = {
    "project": _projects,
    "lesson": _lessons,
    "resource": _resources,
    "question": _questions,
    "expert": _experts,
    "update": _updates,
    "revision": _revisions,
    "adoption": _adoptions,
    "answer": _answers,
    "programme_update": _programme_updates,
    "milestone": _milestones,
}
"""What can be found or happen, by the kind that a Match has."""
