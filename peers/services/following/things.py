"""What can be followed: a search (a theme or a region is one), a project, a question, or a programme."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from peers.models import Follow, Question
from peers.states import FollowKind
from projects.filters import finders
from projects.filters.finders import Finder
from projects.models import Programme, Project
from projects.states import Status

SEARCH, PROJECT, QUESTION, PROGRAMME = "zoek", "project", "vraag", "programma"
"""What names each in an address."""
FINDER = "lijst"
"""What names the finder of a search beside it; that of projects need not be named."""


@dataclass(frozen=True)
class Thing:
    """One thing: what a Follow of it holds, what it is called, and where it stands."""

    fields: dict[str, Any]
    name: str
    url: str
    """Its page, in the active language."""
    where: str = ""
    """Of a search, the list that it searches, in words."""
    note: Promise | str = ""
    """What to know before it is followed."""

    @property
    def is_search(self) -> bool:
        """Whether the person may give it a name of their own."""
        return self.fields["kind"] == FollowKind.SEARCH


def search(finder: Finder, query: str) -> Thing:
    """Return a search as it is kept."""
    fields = {"kind": FollowKind.SEARCH, "finder": finder.name, "query": query}
    return Thing(fields, finder.name_of(query), finder.url(query), in_words(finder), finder.note)


def project(found: Project) -> Thing:
    """Return a project."""
    return Thing({"kind": FollowKind.PROJECT, "project": found}, found.title, found.get_absolute_url())


def question(found: Question) -> Thing:
    """Return a question."""
    return Thing({"kind": FollowKind.QUESTION, "question": found}, found.title, found.get_absolute_url())


def programme(found: Programme) -> Thing:
    """Return a programme."""
    return Thing({"kind": FollowKind.PROGRAMME, "programme": found}, found.label, found.get_absolute_url())


def where_of(follow: Follow) -> str:
    """Return in words which list a search searches, in the active language; empty for other things."""
    return in_words(finders.get(follow.finder)) if follow.kind == FollowKind.SEARCH else ""


def called(follow: Follow) -> str:
    """Return what a thing is called, of a search with the list that it searches unless the name tells that already."""
    where = where_of(follow)
    return follow.name if where in follow.name.lower() else f"{follow.name} ({where})"


def in_words(finder: Finder) -> str:
    """Return what a finder finds, as in the middle of a sentence."""
    return str(finder.label).lower()


def url_of(follow: Follow) -> str:
    """Return where what is followed stands, newest first; empty when it is not on the site any more."""
    if follow.kind == FollowKind.SEARCH:
        return finders.get(follow.finder).url(follow.query, sort="newest")
    if follow.kind == FollowKind.PROJECT:
        return follow.project.get_absolute_url() if follow.project.status == Status.PUBLISHED else ""
    if follow.kind == FollowKind.PROGRAMME:
        return follow.programme.get_absolute_url()
    asked = follow.question
    is_there = asked.removed_at is None and asked.merged_into_id is None
    return asked.get_absolute_url() if is_there else ""
