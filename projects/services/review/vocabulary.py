"""The lists of terms to which members may propose one: their models, and where a project and a record name them."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from django.db import models

from projects.models import Application, Condition, Project, Sector, TargetGroup, Technology, Theme
from projects.querysets.ordering import in_order
from projects.search.engine import Answer, Question
from projects.states import Status, TermKind
from vindplaats.text import fold

Term: TypeAlias = Theme | Technology | Sector | TargetGroup | Condition | Application
NEAREST = 5
LEAST_ALIKE = 0.6
"""From 0 to 1, as difflib counts it."""


@dataclass(frozen=True)
class TermList:
    """A list of terms. `field` is that of Project and of a record; a record names terms by `named_by`."""

    kind: str
    model: type[models.Model]
    field: str
    named_by: str = "slug"
    also: str = ""
    """The field with other words for the same term, where there is one."""


LISTS = {
    one.kind: one
    for one in (
        TermList(TermKind.THEME, Theme, "themes"),
        TermList(TermKind.TECHNOLOGY, Technology, "technologies", named_by="name", also="aliases"),
        TermList(TermKind.SECTOR, Sector, "sectors"),
        TermList(TermKind.TARGET_GROUP, TargetGroup, "target_groups"),
        TermList(TermKind.CONDITION, Condition, "conditions", also="synonyms"),
        TermList(TermKind.APPLICATION, Application, "applications"),
    )
}


def list_of(term: Term) -> TermList:
    """Return the list that a term is in."""
    return next(one for one in LISTS.values() if one.model is type(term))


def known_as(name: str, kind: str) -> Term | None:
    """Return the term of a list that has this name already, in either language or as another word for it."""
    wanted = fold(name)
    return next((term for term in LISTS[kind].model.objects.all() if wanted in _words_of(term, LISTS[kind])), None)


def nearest(name: str) -> list[Term]:
    """Return the terms of all lists that are most like `name`, the most alike first."""
    found = [(likeness, term) for term, likeness in _likeness(fold(name)) if likeness >= LEAST_ALIKE]
    found.sort(key=lambda pair: (-pair[0], fold(pair[1].name)))
    return [term for _likeness, term in found[:NEAREST]]


def projects_that_say(text: str) -> tuple[list[Project], int]:
    """Return the best public projects in which these words stand as they are spelled, and how many there are."""
    answer = Answer("project", Question(f'"{text}"', literal=True))
    return in_order(Project.objects.published(), answer.ids(0, NEAREST)), answer.counts.total


def place_for(model: type[models.Model], **among: Any) -> dict[str, int]:
    """Return the place of a new term: behind the others, or beside them where all have the same place."""
    if not any(field.name == "position" for field in model._meta.fields):
        return {}
    places = set(model.objects.filter(**among).values_list("position", flat=True))
    return {"position": max(places) + 1 if len(places) > 1 else max(places, default=0)}


def use_in_project(project: Project, term: Term) -> None:
    """Name the term in a project: in what is public, and in the text that somebody is writing or that waits.

    That text is numbered on, so that who has it open is told instead of saving over it. The caller has the project's
    documents renewed, and holds its row.
    """
    where = list_of(term)
    is_public = project.status in (Status.PUBLISHED, Status.ARCHIVED)
    revision = project.revisions.open().select_for_update(of=("self",)).first()
    if revision is None or is_public:
        getattr(project, where.field).add(term)
    if revision is not None:
        name = getattr(term, where.named_by)
        # In what the text began from as well: else it would look as if somebody changed the project meanwhile.
        for text in (revision.content, revision.base) if is_public else (revision.content,):
            text[where.field] = list(dict.fromkeys([*(text.get(where.field) or []), name]))
        revision.version += 1
        revision.save(update_fields=["base", "content", "version", "updated_at"])


def _likeness(wanted: str) -> Iterator[tuple[Term, float]]:
    for one in LISTS.values():
        for term in one.model.objects.all():
            yield term, max(_alike(wanted, word) for word in _words_of(term, one))


def _alike(wanted: str, word: str) -> float:
    if word.startswith(wanted) or wanted.startswith(word):
        return 0.9 if word != wanted else 1.0
    matcher = SequenceMatcher(None, wanted, word)
    return matcher.ratio() if matcher.real_quick_ratio() >= LEAST_ALIKE else 0.0


def _words_of(term: Term, where: TermList) -> set[str]:
    names = [term.name, term.name_en, term.slug, *(getattr(term, where.also) if where.also else [])]
    return {fold(name) for name in names if name}
