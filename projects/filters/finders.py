"""The finders whose searches can be kept: what each is called, where it stands, and how its searches are read.

A finder of another app joins with `register(Finder(...))` in its AppConfig.ready().
"""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.filters import saved
from projects.filters.decision_aids import DecisionAidFilterSet
from projects.filters.finder import FinderFilterSet
from projects.filters.lessons import LessonFilterSet
from projects.filters.projects import ProjectFilterSet
from projects.filters.resources import ResourceFilterSet
from projects.search.engine import Question


@dataclass(frozen=True)
class Finder:
    """A list that can be searched by words and facets."""

    name: str
    slug: str
    """What it is called in an address."""
    filterset: type[FinderFilterSet]
    page: str
    """The name of its address."""
    label: Promise
    everything: Promise
    """What a search without words or choices is called."""
    note: Promise | str = ""
    """What to know before a search of it is kept."""

    @property
    def kind(self) -> str:
        """The kind of search documents that it finds; more than one finder may find the same kind."""
        return self.filterset.kind

    def canonical(self, params: QueryDict) -> str:
        """Return the search in these parameters of an address, as it is kept."""
        return saved.kept(self.filterset(params))

    def question_of(self, query: str) -> Question:
        """Return the question of a kept search."""
        return saved.question_of(self.filterset, query)

    def name_of(self, query: str) -> str:
        """Return what a kept search is called until somebody gives it a name; never empty."""
        return saved.name_of(self.filterset(QueryDict(query))) or query[: saved.MOST_NAME] or str(self.everything)

    def url(self, query: str, **more: str) -> str:
        """Return the page with the results of a kept search, in the active language."""
        asked = "&".join(filter(None, [query, *(f"{name}={value}" for name, value in more.items())]))
        return f"{reverse(self.page)}?{asked}" if asked else reverse(self.page)


_FINDERS: dict[str, Finder] = {}


def register(finder: Finder) -> None:
    """Add a finder; a second one of the same name takes its place."""
    _FINDERS[finder.name] = finder


def get(name: str) -> Finder:
    """Return the finder of this name; KeyError when nobody registered it."""
    return _FINDERS[name]


def all_() -> list[Finder]:
    """Return all finders."""
    return list(_FINDERS.values())


def named(slug: str) -> Finder | None:
    """Return the finder that an address names."""
    return next((finder for finder in all_() if finder.slug == slug), None)


def of(filterset: FinderFilterSet) -> Finder | None:
    """Return the finder to which a filter set belongs; None when its searches are not kept."""
    return next((finder for finder in all_() if finder.filterset is type(filterset)), None)


PROJECTS = Finder(
    "project", "projecten", ProjectFilterSet, "projects:project_list", _("Projecten"), _("Alle nieuwe projecten")
)
register(PROJECTS)
register(Finder("lesson", "lessen", LessonFilterSet, "projects:lesson_list", _("Lessen"), _("Alle nieuwe lessen")))
register(
    Finder(
        "resource",
        "hulpmiddelen",
        ResourceFilterSet,
        "projects:resource_list",
        _("Hulpmiddelen"),
        _("Alle nieuwe hulpmiddelen"),
    )
)
register(
    Finder(
        "decision_aid",
        "keuzehulpen",
        DecisionAidFilterSet,
        "projects:decision_aids",
        _("Keuzehulpen"),
        _("Alle nieuwe keuzehulpen"),
    )
)
