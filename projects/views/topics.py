"""What the pages of a theme, a sector and a condition have in common: all that is known of it, and where to go on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from projects.models.terms import Bilingual
from projects.search import generation
from projects.search.engine import Answer, Question
from projects.views.latest import as_html, kept
from projects.views.loading import load_lessons, load_programmes, load_projects, load_resources
from projects.views.paging import answer_page

LESSONS_SHOWN, RESOURCES_SHOWN, PROGRAMMES_SHOWN = 6, 6, 6
NO_PROJECTS = {
    "thema": _("Er zijn nog geen projecten bij dit thema."),
    "sector": _("Er zijn nog geen projecten in deze sector."),
    "aandoening": _("Er zijn nog geen projecten bij deze aandoening."),
}
"""What to say when there is no project on a topic, by facet."""


@dataclass(frozen=True)
class Topic:
    """What a page is about: a term, and the facet by which things about it are found."""

    facet: str
    term: Bilingual

    @property
    def nothing(self) -> Promise:
        """What to say when there is no project on it."""
        return NO_PROJECTS[self.facet]

    @property
    def query(self) -> str:
        """The parameters of any list that show what is on this topic."""
        return urlencode({self.facet: self.term.slug})

    def answer(self, kind: str) -> Answer:
        """Return all of a kind on this topic."""
        return Answer(kind, Question(choices={self.facet: [self.term.slug]}))


@dataclass(frozen=True)
class Shelf:
    """Things of one kind on a topic: the first ones, how many there are, and where all of them stand."""

    items: list[Any]
    total: int
    url: str = ""

    @classmethod
    def whole(cls, items: list[Any]) -> "Shelf":
        """Return a shelf of which the page shows all that there is a list of."""
        return cls(items, len(items))

    @property
    def has_more(self) -> bool:
        """Whether there are more than the page shows."""
        return self.total > len(self.items)


@dataclass(frozen=True)
class Shelves:
    """How many lessons, resources and programmes hang on a topic or an institute, and the first of each as HTML."""

    lessons: int
    resources: int
    programmes: int
    html: SafeString


def shelves_of(what: str, make: Callable[[], dict[str, Shelf]]) -> Shelves:
    """Return the shelves of `what`; `make` gives each by its name when they have to be made."""

    def made() -> Shelves:
        shelves = make()
        html = as_html("projects/_topic_shelves.html", shelves)
        return Shelves(html=html, **{name: shelf.total for name, shelf in shelves.items()})

    # What a card says of a programme depends on the day.
    return kept("shelves", what, timezone.localdate(), make=made)


def topic_context(request: HttpRequest, topic: Topic) -> dict[str, Any]:
    """Return what is known of a topic: its projects by the page, and the first of all that hangs on them."""
    projects = topic.answer("project")
    return {
        "topic": topic,
        "term": topic.term,
        "page_obj": answer_page(request, projects, load_projects),
        "total": projects.counts.total,
        "index_version": generation.current(),
        "shelves": shelves_of(f"{topic.facet}:{topic.term.slug}", lambda: _shelves(topic)),
    }


def _shelves(topic: Topic) -> dict[str, Shelf]:
    return {
        "lessons": _shelf(topic, "lesson", load_lessons, "projects:lesson_list", LESSONS_SHOWN),
        "resources": _shelf(topic, "resource", load_resources, "projects:resource_list", RESOURCES_SHOWN),
        "programmes": _shelf(topic, "programme", load_programmes, "projects:programme_list", PROGRAMMES_SHOWN),
    }


def with_counts(terms: list[Bilingual], facet: str) -> list[Bilingual]:
    """Return the terms, each with `project_count`: how many published projects have it."""
    counts = Answer("project", Question()).counts
    for term in terms:
        term.project_count = counts.of(facet, term.slug)
    return terms


def _shelf(topic: Topic, kind: str, load: Callable[[list[int]], list[Any]], page: str, most: int) -> Shelf:
    answer = topic.answer(kind)
    return Shelf(load(answer.ids(0, most)), answer.counts.total, f"{reverse(page)}?{topic.query}")
