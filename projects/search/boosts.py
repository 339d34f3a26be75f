"""What editors let come higher for some words: which boosts a question asks for, and what they do to a score."""

from dataclasses import dataclass, field

import numpy as np
from django.utils import timezone

from projects.models import Project, Theme
from projects.search.shelf import Shelf
from projects.search.tuned import Boost
from projects.search.tuning import current
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


def asked(text: str) -> list[Boost]:
    """Return the boosts in force that the question `text` asks for."""
    tuning = current()
    if not tuning.boosted or not text:
        return []
    today, said = timezone.localdate(), tuning.telling(text)
    return [boost for stems, boost in tuning.boosted if _asks(said, stems, boost) and boost.is_in_force(today)]


def lifts(text: str, *, kind: str) -> Lifts:
    """Return what the question `text` lifts among documents of `kind`; a lesson only rises by its themes."""
    together = Lifts()
    for boost in asked(text):
        factor = float(boost.factor)
        for slug in Theme.objects.filter(pk=boost.theme_id).values_list("slug", flat=True) if boost.theme_id else ():
            together.facets[f"thema:{slug}"] = max(factor, together.facets.get(f"thema:{slug}", 1.0))
        for pk in _projects(boost) if kind == PROJECT else ():
            together.objects[pk] = max(factor, together.objects.get(pk, 1.0))
    return together


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


def _asks(said: frozenset[str], stems: frozenset[str], boost: Boost) -> bool:
    return said == stems if boost.match == BoostMatch.EXACT else stems <= said


def _projects(boost: Boost) -> list[int]:
    if boost.project_id:
        return [boost.project_id]
    if not boost.institute_id:
        return []
    return list(Project.objects.published().filter(institute=boost.institute_id).values_list("pk", flat=True))
