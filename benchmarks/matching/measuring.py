"""One round: searches are kept, what is new is held against them, and the engine says what it should have been."""

import random
import sys
import time
from dataclasses import dataclass

from django.utils import timezone

from benchmarks.matching.filling import NEW, OTHERS
from benchmarks.matching.saved_searches import Maker
from peers.models import Appearance, Follow, Match
from peers.services.following import matching
from peers.services.following.matching import Search
from projects.filters import finders
from projects.models import Lesson, Project, Region, Resource
from projects.search import answering, weighing
from projects.search.engine import Answer
from vindplaats.accounts.models import User

SEARCHES, PEOPLE = 10_000, 1_000
COMPARED = 300
New = dict[str, list[int]]
"""By kind, the numbers of what is new."""


@dataclass(frozen=True)
class Round:
    """What one round found."""

    of: str
    searches: int
    different: int
    new: dict[str, int]
    seconds: float
    looking: float
    matches: int
    compared: int
    differing: list[str]
    """Searches that the engine answers otherwise, with how."""


def measure(*, mixed: bool) -> Round:
    """Keep the searches, of projects or of all finders, and match what is new."""
    new = _new() if mixed else {"project": _new()["project"]}
    searches = _follow(mixed=mixed)
    now = timezone.now()
    Appearance.objects.all().delete()
    Appearance.objects.bulk_create(
        Appearance(kind=kind, object_id=pk, appeared_at=now) for kind, ids in new.items() for pk in ids
    )
    began = time.perf_counter()
    for kind, ids in new.items():
        sum(1 for _pair in matching.found_for_searches(kind, dict.fromkeys(ids, now)))
    looking = time.perf_counter() - began
    began = time.perf_counter()
    matching.match_new()
    seconds = time.perf_counter() - began
    return Round(
        of="of all finders" if mixed else "of projects",
        searches=len(searches),
        different=len(set(searches)),
        new={kind: len(ids) for kind, ids in new.items()},
        seconds=seconds,
        looking=looking,
        matches=Match.objects.count(),
        compared=COMPARED,
        differing=_differing(searches, new),
    )


def _new() -> New:
    projects = list(Project.objects.order_by("-pk").values_list("pk", flat=True)[:NEW])
    new = {
        "project": projects,
        "lesson": list(Lesson.objects.filter(project__in=projects).values_list("pk", flat=True)),
        "resource": list(Resource.objects.filter(project__in=projects).values_list("pk", flat=True)),
    }
    for kind, number in OTHERS.items():
        ids = list(Answer(kind, finders.get(kind).question_of("")).ids(0, sys.maxsize))
        new[kind] = sorted(ids)[-number // 2 :]
    return new


def _follow(*, mixed: bool) -> list[Search]:
    """Keep the searches, since long ago; nobody keeps the same one twice."""
    Follow.objects.all().delete()
    maker = Maker(sorted(Region.objects.values_list("slug", flat=True)))
    people = [_person(number) for number in range(PEOPLE)]
    follows = {
        (number % PEOPLE, maker.of_any_finder() if mixed else ("project", maker.search())): None
        for number in range(SEARCHES)
    }
    made = (
        Follow(user_id=people[at], kind="search", name="Zoek", finder=finder, query=query)
        for at, (finder, query) in follows
    )
    Follow.objects.bulk_create(made)
    Follow.objects.update(created_at="2020-01-01T00:00Z")
    return [search for _at, search in follows]


def _person(number: int) -> int:
    return User.objects.get_or_create(email=f"zoeker{number}@zorg.example")[0].pk


def _differing(searches: list[Search], new: New) -> list[str]:
    """Return for which of some searches the engine finds otherwise among what is new, in words."""
    differing = []
    # The one thing in which the engine may find less: words that stand together, looked for in so many texts at most.
    answering.MOST_QUOTED = weighing.MOST_SYNONYMS = sys.maxsize
    some = random.Random(6).sample(sorted(set(searches)), COMPARED)  # noqa: S311 - nothing secret
    for kind, ids in new.items():
        of_kind = [search for search in some if finders.get(search[0]).kind == kind]
        ours = matching.answers(kind, of_kind, ids)
        for search in of_kind:
            theirs = _by_the_engine(search) & set(ids)
            if set(ours.get(search, ())) != theirs:
                differing.append(f"{search}: {len(ours.get(search, ()))} here, {len(theirs)} by the engine")
    return differing


def _by_the_engine(search: Search) -> set[int]:
    finder = finders.get(search[0])
    question = finder.filterset.sharpened(finder.question_of(search[1]))
    return set(Answer(finder.kind, question).ids(0, sys.maxsize))
