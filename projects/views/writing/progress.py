"""How far each section of a text is."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from projects.models import Revision
from projects.services.revisions.checking import Problem, check
from projects.services.revisions.sections import SECTIONS, Section, part_of
from projects.states import Kept

READY, STARTED, EMPTY, OPTIONAL = "ready", "started", "empty", "optional"
# What a new project has before anybody wrote anything.
FROM_THE_START = {"language", "kept", "title"}


@dataclass(frozen=True)
class Step:
    """A section and its state: READY, STARTED (something is missing), EMPTY, or OPTIONAL when it may stay empty."""

    section: Section
    state: str
    problems: tuple[Problem, ...]

    @property
    def label(self) -> str:
        """The state in words."""
        return {
            READY: _("Klaar"),
            STARTED: _("Nog niet compleet"),
            EMPTY: _("Nog niet begonnen"),
            OPTIONAL: _("Nog leeg, mag leeg blijven"),
        }[self.state]


def steps(revision: Revision) -> list[Step]:
    """Return all sections in order."""
    problems = defaultdict(list)
    for problem in check(revision.content, project=revision.project):
        problems[problem.section].append(problem)
    return [
        Step(section, _state(section, revision.content, problems[slug]), tuple(problems[slug]))
        for slug, section in SECTIONS.items()
    ]


def _state(section: Section, content: dict[str, Any], problems: list[Problem]) -> str:
    part = part_of(content, section.slug)
    filled = any(
        value not in (None, "", [], Kept.UNKNOWN) for name, value in part.items() if name not in FROM_THE_START
    )
    if problems:
        return STARTED if filled else EMPTY
    return READY if filled else OPTIONAL


def following(slug: str) -> Section | None:
    """Return the section after this one."""
    slugs = list(SECTIONS)
    place = slugs.index(slug) + 1
    return SECTIONS[slugs[place]] if place < len(slugs) else None
