"""What editors let come higher for some words: which boosts a question asks for, and what they do to a score."""

from dataclasses import dataclass, field

import numpy as np
from django.utils import timezone

from projects.models import Project
from projects.search.analysis import stem, words
from projects.search.shelf import Shelf
from projects.search.tuned import Boost
from projects.search.tuning import Tuning, current
from projects.states import BoostMatch

PROJECT = "project"


@dataclass(frozen=True)
class Lifts:
    """By how much scores are multiplied: of objects by their id, of documents by a facet key. Mostly empty."""

    objects: dict[int, float] = field(default_factory=dict)
    facets: dict[str, float] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.objects or self.facets)

    def factor(self, object_id: int, facets: frozenset[str] | set[str] | list[str] = frozenset()) -> float:
        """Return the largest factor that holds for one document; 1 when none does."""
        of_facets = (value for key, value in self.facets.items() if key in facets)
        return max(self.objects.get(object_id, 1.0), *of_facets, 1.0)


def lifts(text: str, *, kind: str) -> Lifts:
    """Return what the question `text` lifts among documents of `kind`; a lesson only rises by its themes."""
    tuning = current()
    if not tuning.boosts or not text:
        return Lifts()
    asked = _told(text, tuning)
    today = timezone.localdate()
    found = [boost for boost in tuning.boosts if boost.is_in_force(today) and _asks(asked, boost, tuning)]
    return _together(found, kind) if found else Lifts()


def lift(scores: np.ndarray, lifts: Lifts, shelf: Shelf) -> None:
    """Multiply the scores, by place, of the documents that are lifted; of several factors the largest holds."""
    if not lifts:
        return
    factors = np.ones_like(scores)
    for key, factor in lifts.facets.items():
        there = shelf.having([key])
        factors[there] = np.maximum(factors[there], factor)
    for pk, factor in lifts.objects.items():
        place = shelf.columns.ids == pk
        factors[place] = np.maximum(factors[place], factor)
    scores *= factors


def _told(text: str, tuning: Tuning) -> frozenset[str]:
    """Return the stems of what a text says, without words that say nothing unless there are no others."""
    typed = words(text)
    return frozenset(map(stem, [word for word in typed if word not in tuning.stop] or typed))


def _asks(asked: frozenset[str], boost: Boost, tuning: Tuning) -> bool:
    wanted = _told(boost.query, tuning)
    if not wanted:
        return False
    return asked == wanted if boost.match == BoostMatch.EXACT else wanted <= asked


def _together(boosts: list[Boost], kind: str) -> Lifts:
    together = Lifts()
    for boost in boosts:
        factor = float(boost.factor)
        if boost.theme:
            key = f"thema:{boost.theme.slug}"
            together.facets[key] = max(factor, together.facets.get(key, 1.0))
        for pk in _projects(boost) if kind == PROJECT else ():
            together.objects[pk] = max(factor, together.objects.get(pk, 1.0))
    return together


def _projects(boost: Boost) -> list[int]:
    if boost.project_id:
        return [boost.project_id]
    if not boost.institute_id:
        return []
    return list(Project.objects.published().filter(institute=boost.institute_id).values_list("pk", flat=True))
