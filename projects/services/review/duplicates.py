"""Which projects may be the same as one that comes in: by title, by what is told, and by who tells it."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q

from projects.models import Institute, Project
from projects.search.analysis import STOP_WORDS, stem, words
from projects.search.similar import comparable_to_text
from projects.states import Status
from vindplaats.text import fold

MOST = 5
ASKED = 10
"""How many comparable projects are looked at more closely."""
ALIKE_TITLE, ALIKE_TITLE_SAME_INSTITUTE = 0.9, 0.7
"""From 0 to 1: the share of letters that two titles have in common, in the same order (Ratcliff and Obershelp)."""
ALIKE_TEXT, ALIKE_TEXT_SAME_INSTITUTE = 0.5, 0.3
"""From 0 to 1: the share of the words of title and summary that two projects have in common (Jaccard)."""
NEAR_ENOUGH_TO_LOOK = 0.3
"""Trigram similarity, 0 to 1, of titles of the same institute that are compared letter by letter."""


@dataclass(frozen=True)
class Possible:
    """A project that may be the same, and what speaks for it."""

    project: Project
    same_title: bool
    title: float
    text: float
    same_institute: bool

    @property
    def title_percent(self) -> int:
        """How much the titles are alike."""
        return round(self.title * 100)

    @property
    def text_percent(self) -> int:
        """How many of the words are the same."""
        return round(self.text * 100)

    @property
    def is_likely(self) -> bool:
        """Whether a moderator should look."""
        title = ALIKE_TITLE_SAME_INSTITUTE if self.same_institute else ALIKE_TITLE
        text = ALIKE_TEXT_SAME_INSTITUTE if self.same_institute else ALIKE_TEXT
        return self.same_title or self.title >= title or self.text >= text


def possible_duplicates(
    record: dict[str, Any], institute: Institute | None, *, project: Project | None = None
) -> list[Possible]:
    """Return at most five projects that may be the same as this record, the likeliest first; archived ones count not.

    `project` is the one that the record is about; else the record's own `id` and `slug` say which that is.
    """
    title, summary = str(record.get("title") or ""), str(record.get("summary") or "")
    if not title.strip():
        return []
    others = _without(_candidates(title, summary, institute), record, project)
    likely = [possible for other in others if (possible := _compared(other, title, summary, institute)).is_likely]
    return sorted(likely, key=lambda one: (not one.same_title, -max(one.title, one.text), one.project.pk))[:MOST]


def _candidates(title: str, summary: str, institute: Institute | None) -> list[Project]:
    comparable = [one.object_id for one in comparable_to_text(f"{title}\n{summary}", most=ASKED)]
    projects = Project.objects.exclude(status=Status.ARCHIVED).select_related("institute")
    found = projects.filter(Q(pk__in=comparable) | Q(sort_key=fold(title)))
    if institute is None:
        return list(found)
    alike = projects.filter(institute=institute).annotate(near=TrigramSimilarity("sort_key", fold(title)))
    near = alike.filter(near__gte=NEAR_ENOUGH_TO_LOOK).order_by("-near")[:ASKED]
    return list({one.pk: one for one in [*found, *near]}.values())


def _without(projects: list[Project], record: dict[str, Any], own: Project | None) -> list[Project]:
    """Leave out the project itself."""
    if own is not None:
        return [one for one in projects if one.pk != own.pk]
    names = {record.get("id"), record.get("slug")} - {None, ""}
    return [one for one in projects if not {one.external_id, one.slug} & names]


def _compared(other: Project, title: str, summary: str, institute: Institute | None) -> Possible:
    own, theirs = _letters(title), _letters(other.title)
    told, told_there = _told(f"{title} {summary}"), _told(f"{other.title} {other.summary}")
    return Possible(
        project=other,
        same_title=own == theirs,
        title=SequenceMatcher(None, own, theirs).ratio(),
        text=len(told & told_there) / len(told | told_there) if told | told_there else 0.0,
        same_institute=institute is not None and other.institute_id == institute.pk,
    )


def _letters(title: str) -> str:
    """Return a title without what does not make it another one: capitals, accents, signs and spaces."""
    return " ".join(re.findall(r"\w+", fold(title)))


def _told(text: str) -> set[str]:
    return {stem(word) for word in words(text) if word not in STOP_WORDS}
