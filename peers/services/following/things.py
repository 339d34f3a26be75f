"""What can be followed: a search (a theme or a region is one), a project, a question, or a programme."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from peers.models import Follow, Question
from peers.states import FollowKind
from projects.models import Programme, Project
from projects.states import Status

SEARCH, PROJECT, QUESTION, PROGRAMME = "zoek", "project", "vraag", "programma"
"""What names each in an address."""


@dataclass(frozen=True)
class Thing:
    """One thing: what a Follow of it holds, what it is called, and where it stands."""

    fields: dict[str, Any]
    name: str
    url: str
    """Its page, in the active language."""

    @property
    def is_search(self) -> bool:
        """Whether the person may give it a name of their own."""
        return self.fields["kind"] == FollowKind.SEARCH


def search(query: str, name: str) -> Thing:
    """Return a search as it is kept."""
    label = name or query or _("Alle nieuwe projecten")
    return Thing({"kind": FollowKind.SEARCH, "query": query}, label, search_url(query))


def project(found: Project) -> Thing:
    """Return a project."""
    return Thing({"kind": FollowKind.PROJECT, "project": found}, found.title, found.get_absolute_url())


def question(found: Question) -> Thing:
    """Return a question."""
    return Thing({"kind": FollowKind.QUESTION, "question": found}, found.title, found.get_absolute_url())


def programme(found: Programme) -> Thing:
    """Return a programme."""
    return Thing({"kind": FollowKind.PROGRAMME, "programme": found}, found.label, found.get_absolute_url())


def search_url(query: str, **more: str) -> str:
    """Return the results of a kept search, in the active language."""
    asked = "&".join(filter(None, [query, *(f"{name}={value}" for name, value in more.items())]))
    address = reverse("projects:project_list")
    return f"{address}?{asked}" if asked else address


def url_of(follow: Follow) -> str:
    """Return where what is followed stands, newest first; empty when it is not on the site any more."""
    if follow.kind == FollowKind.SEARCH:
        return search_url(follow.query, sort="newest")
    if follow.kind == FollowKind.PROJECT:
        return follow.project.get_absolute_url() if follow.project.status == Status.PUBLISHED else ""
    if follow.kind == FollowKind.PROGRAMME:
        return follow.programme.get_absolute_url()
    asked = follow.question
    is_there = asked.removed_at is None and asked.merged_into_id is None
    return asked.get_absolute_url() if is_there else ""
