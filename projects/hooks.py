"""What a higher app shows on the pages of the registry: people, questions and reactions beside projects and lessons.

Each hook gives `Part`s; a page shows them in the order of their position, and knows nothing of what is in them.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from vindplaats.hooks import Hook


@dataclass(frozen=True)
class Part:
    """A piece of a page: a template, what it expects, and its place among the others."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    position: int = 100
    is_aside: bool = False
    """Whether it stands in the side column, where the page has one."""


@dataclass(frozen=True)
class Heard:
    """How many people said of some lessons that they met it, tried what is told there, and were helped by it."""

    met: int = 0
    tried: int = 0
    helped: int = 0


project_page: Hook = Hook("project_page")
"""Called with a project and the user; each function returns the Parts of the project's page that it has."""

institute_page: Hook = Hook("institute_page")
"""Called with an institute and the user; each function returns Parts."""

theme_page: Hook = Hook("theme_page")
"""Called with a theme and the user; each function returns Parts."""

sector_page: Hook = Hook("sector_page")
"""Called with a sector and the user; each function returns Parts."""

condition_page: Hook = Hook("condition_page")
"""Called with a condition and the user; each function returns Parts."""

region_page: Hook = Hook("region_page")
"""Called with a region and the user; each function returns Parts."""

programme_page: Hook = Hook("programme_page")
"""Called with a programme and the user; each function returns Parts."""

comparable_page: Hook = Hook("comparable_page")
"""Called with the projects that are comparable to a plan and the user; each function returns Parts: whom to ask."""

lesson_marks: Hook = Hook("lesson_marks")
"""Called with lessons and the user; each function returns {lesson id: Part}, which stands in the lesson's card."""

lesson_counts: Hook = Hook("lesson_counts")
"""Called with {key: ids of lessons}; each function returns {key: Heard} of those about which anything was said."""

entrances: Hook = Hook("entrances")
"""Called without anything; each function returns [{question, text, url}] for the front page."""

ways_on: Hook = Hook("ways_on")
"""Called with the parameters of a search that say what is sought, and the name of the finder that was asked
(`projects/filters/finders.py`); each function returns [(label, address)].

What else can be done with the search: ask it as a question, say, or keep it.
"""

appeared: Hook = Hook("appeared")
"""Called with a kind of the search and ids of objects that can be found from now on, new ones and ones that came back.

In the transaction that publishes them, whichever way that went: reviewed, imported, merged or restored.
"""

stands_in: Hook = Hook("stands_in")
"""Called with a model and ids of it; each function returns {kind of the search: ids} of what these stand in.

The documents of a higher app that have to be renewed when, say, a theme gets another name.
"""

project_told: Hook = Hook("project_told")
"""Called with a published project, what there is to tell ("update", "revision"), the number of that, and by whom.

In the transaction in which it happens.
"""

programme_told: Hook = Hook("programme_told")
"""Called with a programme, what there is to tell ("programme_update", "milestone"), the number of that, and by whom.

In the transaction in which it happens.
"""

ways_to_ask: Hook = Hook("ways_to_ask")
"""Called with a published project; each function returns [(label, address)] of how to ask its people something."""


def further(text: str) -> list[dict[str, str]]:
    """Return what else can be done with words that were looked for, each with `label` and `url`."""
    asked = QueryDict(urlencode({"q": text}))
    return [{"label": label, "url": url} for some in ways_on(asked, "project") for label, url in some]


def parts(hook: Hook, *about: Any) -> dict[str, list[Part]]:
    """Return what all functions of a hook give: `parts` for the main column and `aside_parts` for the side."""
    given = sorted((part for some in hook(*about) for part in some), key=lambda part: part.position)
    return {
        "parts": [part for part in given if not part.is_aside],
        "aside_parts": [part for part in given if part.is_aside],
    }


def heard_of(lessons: Mapping[Hashable, Collection[int]]) -> dict[Hashable, Heard]:
    """Return what people said of each of these groups of lessons; nothing of those about which nobody said anything."""
    found: dict[Hashable, Heard] = {}
    for some in lesson_counts(lessons) if lessons else ():
        found |= some
    return found


def mark_lessons(lessons: Iterable[Any], user: Any) -> list[Any]:
    """Return the lessons, each with `parts`: what the hook gives for its card."""
    lessons = list(lessons)
    given = lesson_marks(lessons, user) if lessons else []
    for lesson in lessons:
        lesson.parts = [some[lesson.pk] for some in given if lesson.pk in some]
    return lessons
