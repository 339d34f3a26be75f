"""What is like a text that somebody types to ask something: questions, lessons and projects, and its themes."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from projects.models import Theme
from projects.search.analysis import STOP_WORDS, stems_of, words
from projects.search.bm25 import rarity
from projects.search.engine import Answer, Question

KINDS = ("question", "lesson", "project")
LOOKED_AT = 12
"""How many projects tell which themes a text may have."""
LEAST_SHARE = 0.35
"""The least weight of a theme, next to the weightiest, at which it is worth proposing."""
MOST_THEMES = 4
PREFIX = "thema:"


@dataclass(frozen=True)
class Alike:
    """The ids of what is like a text, the most alike first."""

    questions: list[int]
    lessons: list[int]
    projects: list[int]

    @property
    def total(self) -> int:
        """How much there is."""
        return len(self.questions) + len(self.lessons) + len(self.projects)


def alike(text: str, *, most: int = 3, without: Collection[int] = ()) -> Alike:
    """Return at most `most` of each kind; `without` are questions to leave out."""
    if not text.strip():
        return Alike([], [], [])
    questions, lessons, projects = (Answer(kind, Question(text)).ids(0, most + len(without)) for kind in KINDS)
    return Alike([pk for pk in questions if pk not in without][:most], lessons[:most], projects[:most])


def scored_projects(text: str, *, most: int) -> dict[int, float]:
    """Return the projects that answer a text, each with how well next to the best one: above 0, up to 1."""
    if not text.strip():
        return {}
    hits = Answer("project", Question(text)).hits(0, most)
    best = max((hit.score or 0.0 for hit in hits), default=0.0)
    return {hit.object_id: (hit.score or 0.0) / best for hit in hits if best > 0}


def proposed_themes(text: str) -> list[str]:
    """Return the slugs of at most four themes that a text is probably about.

    First those that it names; then those of the projects that answer it best, each by how well they do and by how few
    projects have the theme, as long as they weigh at least a third of the weightiest.
    """
    if not text.strip():
        return []
    named = _named(text)
    answer = Answer("project", Question(text))
    weights: Counter[str] = Counter()
    for hit in answer.hits(0, LOOKED_AT):
        for place in answer.shelf.places_of([hit.object_id]):
            for key in answer.shelf.keys_at(int(place)):
                if key.startswith(PREFIX):
                    weights[key] += (hit.score or 0.0) * rarity(len(answer.shelf.places_with(key)), answer.shelf.total)
    heaviest = max(weights.values(), default=0.0)
    found = [key.removeprefix(PREFIX) for key, weight in weights.most_common() if weight >= LEAST_SHARE * heaviest > 0]
    return list(dict.fromkeys([*named, *found]))[:MOST_THEMES]


def _named(text: str) -> list[str]:
    """Return the themes of which the text holds every word of the name."""
    told = {stem for word in words(text) if word not in STOP_WORDS for stem in stems_of(word)}
    names = Theme.objects.order_by("position", "pk").values_list("slug", "name", "name_en")
    return [slug for slug, *both in names if any(name and _stems(name) and _stems(name) <= told for name in both)]


def _stems(name: str) -> set[str]:
    return {stems_of(word)[0] for word in words(name) if word not in STOP_WORDS}
