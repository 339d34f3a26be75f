"""What was found, of whatever kind, as one line in a list: title, where it leads, what it is, and the passage."""

from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from projects.models import Institute, Lesson, Programme, Project, Resource
from projects.querysets.ordering import in_order
from projects.search.highlight import MARKDOWN, Sought, passage

SHOWN_WORDS = 30


@dataclass(frozen=True)
class Hit:
    """One thing that was found."""

    title: str
    url: str
    language: str
    label: str = ""
    """What kind of it this is, in the language of the page."""
    about: str = ""
    """Whose it is or where it belongs, in `about_language`; names need none."""
    about_language: str = ""
    text: str = ""
    """The passage that answers, marked (and safe), or the beginning of its text."""
    other_language: str = ""
    """The language of the text, where it is another than that of the title."""

    @property
    def text_language(self) -> str:
        """The language that the text is in."""
        return self.other_language or self.language


def of_projects(ids: list[int], what: Sought) -> list[Hit]:
    """Return projects with their institute."""
    projects = in_order(Project.objects.published().select_related("institute"), ids)
    return [
        Hit(
            one.title,
            one.get_absolute_url(),
            one.language,
            label=one.get_phase_display(),
            about=_joined(one.institute.name, one.institute.place) if one.institute else "",
            text=text_of(what, one.summary, one.problem, one.approach, one.results),
        )
        for one in projects
    ]


def of_lessons(ids: list[int], what: Sought) -> list[Hit]:
    """Return lessons with their project."""
    lessons = in_order(Lesson.objects.published().select_related("project"), ids)
    return [
        Hit(
            one.title,
            one.get_absolute_url(),
            one.language,
            label=one.get_kind_display(),
            about=one.project.title,
            about_language=one.project.language,
            text=text_of(what, one.advice, one.situation, one.outcome),
        )
        for one in lessons
    ]


def of_resources(ids: list[int], what: Sought) -> list[Hit]:
    """Return resources; one that comes from a project names it."""
    resources = in_order(Resource.objects.published().select_related("project", "from_project"), ids)
    return [
        Hit(
            one.title,
            one.get_absolute_url(),
            one.language,
            label=one.get_kind_display(),
            about=one.origin.title if one.origin else _joined(one.owner, str(one.year or "")),
            about_language=one.origin.language if one.origin else "",
            text=text_of(what, one.summary, one.decision_moment, one.quality),
        )
        for one in resources
    ]


def of_institutes(ids: list[int], what: Sought) -> list[Hit]:
    """Return institutes with their place."""
    return [
        Hit(
            one.name,
            one.get_absolute_url(),
            one.language,
            label=one.get_kind_display(),
            about=one.place,
            text=text_of(what, one.description),
        )
        for one in in_order(Institute.objects.shown(), ids)
    ]


def of_programmes(ids: list[int], what: Sought) -> list[Hit]:
    """Return programmes, each with when it ran."""
    return [
        Hit(
            one.label,
            one.get_absolute_url(),
            one.label_language,
            label=_("Afgelopen") if one.is_ended else _("Lopend"),
            text=text_of(what, one.summary),
            other_language=one.language,
        )
        for one in in_order(Programme.objects.all(), ids)
    ]


def text_of(what: Sought, *texts: str) -> str:
    """Return the passage that answers, or the beginning of the first text."""
    return passage(texts, what) or Truncator(MARKDOWN.sub(" ", next(filter(None, texts), ""))).words(SHOWN_WORDS)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))
