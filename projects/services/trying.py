"""See what a change of the search would do before it is made: it is made, looked at, and rolled back."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from projects.models import Lesson, Project
from projects.search import generation
from projects.search.boosts import asked
from projects.search.engine import Answer, Question
from projects.search.explaining import Explanation, explain
from projects.search.models import Boost

TOP, LOOKED_AT = 10, 100
"""How many answers are shown, and how many are looked at to tell where one came from."""
MODELS = {"project": Project, "lesson": Lesson}


@dataclass(frozen=True)
class Hit:
    """An answer: its title and address, its score, and its place in this list and in the one it is compared with."""

    title: str
    url: str
    score: float
    place: int
    other_place: int | None = None
    """None where it does not stand among the first LOOKED_AT of the other list."""

    @property
    def moved(self) -> int:
        """How many places it went up from the other list (down when negative)."""
        return self.other_place - self.place if self.other_place else 0


@dataclass(frozen=True)
class Seen:
    """What a question becomes and finds."""

    explanation: Explanation
    ranked: list[tuple[int, float]]
    """Ids and scores of the first LOOKED_AT answers."""
    total: int
    boosts: list[Boost]
    """What comes higher for this question."""

    def hits(self, kind: str, other: "Seen | None" = None) -> list[Hit]:
        """Return the first answers as an editor reads them, with their places in `other`."""
        top = self.ranked[:TOP]
        things = MODELS[kind].objects.published().in_bulk([pk for pk, _score in top])
        elsewhere = {pk: place for place, (pk, _score) in enumerate(other.ranked if other else [], 1)}
        return [
            Hit(things[pk].title, things[pk].get_absolute_url(), score, place, elsewhere.get(pk))
            for place, (pk, score) in enumerate(top, 1)
            if pk in things
        ]


def look(text: str, *, kind: str) -> Seen:
    """Ask the question as the site would."""
    answer = Answer(kind, Question(text))
    ranked = [(hit.object_id, hit.score or 0.0) for hit in answer.hits(0, LOOKED_AT)] if text.strip() else []
    return Seen(explain(text, kind=kind), ranked, answer.counts.total, _boosts(text))


def look_after(change: Callable[[], object], text: str, *, kind: str) -> Seen:
    """Ask the question as the site would after `change`, which is undone before this returns."""
    try:
        with transaction.atomic():
            change()
            generation.look_again()
            seen = look(text, kind=kind)
            transaction.set_rollback(True)
    finally:
        generation.look_again()
    return seen


def _boosts(text: str) -> list[Boost]:
    pks = [boost.pk for boost in asked(text)]
    return list(Boost.objects.filter(pk__in=pks).select_related("project", "institute", "theme")) if pks else []
