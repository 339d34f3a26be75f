"""How long it takes to hold 500 new projects against 10,000 saved searches: `python -m benchmarks.matching`.

A number of projects that are there already may be given (`2000`). A second round with the engine itself on some of the
searches tells whether the answers are the same.
"""

import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.database import throw_away

SEARCHES, NEW, PEOPLE = 10_000, 500, 1_000
THERE = 2_000
COMPARED = 300
MOST_SECONDS = 60
"""The limit, on two processors; this uses one and PostgreSQL the other."""


def main(there: int) -> int:
    """Measure, print, and return 1 when it took too long or the engine answers otherwise."""
    with throw_away():
        found = measure(there)
    searches = f"{SEARCHES:,} saved searches ({found['different']:,} different)"
    seconds = f"{found['seconds']:.1f} s (finding them alone: {found['looking']:.1f} s)"
    print(f"{NEW} new projects, {searches}, {there:,} projects before.")
    print(f"Matched and written in {seconds}: {found['matches']:,} matches.")
    print(f"Limit: {MOST_SECONDS} s.")
    print(f"Answers of {COMPARED} searches compared with the engine's: {found['differing']} differ.")
    return int(found["seconds"] > MOST_SECONDS or found["differing"] > 0)


def measure(there: int) -> dict[str, Any]:
    """Return seconds, and how much was found."""
    from django.utils import timezone  # noqa: PLC0415 - needs Django

    from peers.models import Appearance, Follow  # noqa: PLC0415
    from peers.services.following import matching  # noqa: PLC0415

    _import(there + NEW)
    queries = _follow()
    new = list(Appearance.objects.order_by("-project_id").values_list("project_id", flat=True)[:NEW])
    Appearance.objects.exclude(project__in=new).delete()
    Follow.objects.update(created_at="2020-01-01T00:00Z")
    wall = time.perf_counter()
    pairs = sum(1 for _pair in matching.found_for_searches(dict.fromkeys(new, timezone.now())))
    looking = time.perf_counter() - wall
    matching.match_new()
    seconds = time.perf_counter() - wall
    return {
        "seconds": seconds - looking,
        "looking": looking,
        "different": len(set(queries)),
        "matches": pairs,
        "differing": _differing(queries, new),
    }


def _differing(queries: list[str], projects: list[int]) -> int:
    from peers.services.following import matching  # noqa: PLC0415 - needs Django
    from projects.filters.saved import question_of  # noqa: PLC0415
    from projects.search import answering, weighing  # noqa: PLC0415
    from projects.search.engine import Answer  # noqa: PLC0415

    some = random.Random(6).sample(sorted(set(queries)), COMPARED)  # noqa: S311 - nothing secret
    ours, differing = matching.answers(some, projects), 0
    # The one thing in which the engine may find less: words that stand together, looked for in so many texts at most.
    answering.MOST_QUOTED = weighing.MOST_SYNONYMS = sys.maxsize
    for query in some:
        theirs = set(Answer("project", question_of(query)).ids(0, sys.maxsize)) & set(projects)
        if set(ours.get(query, ())) != theirs:
            differing += 1
            print(f"{query}: {len(ours.get(query, ()))} here, {len(theirs)} by the engine")
    return differing


def _import(number: int) -> None:
    from benchmarks.synthetic import write  # noqa: PLC0415
    from projects.services.importing import import_projects  # noqa: PLC0415 - needs Django

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "projects.jsonl"
        write(file, number)
        with file.open("rb") as stream:
            import_projects(stream, name=file.name)


def _follow() -> list[str]:
    from benchmarks.matching.saved_searches import Maker  # noqa: PLC0415
    from peers.models import Follow  # noqa: PLC0415 - needs Django
    from projects.models import Region  # noqa: PLC0415
    from vindplaats.accounts.models import User  # noqa: PLC0415

    maker = Maker(sorted(Region.objects.values_list("slug", flat=True)))
    people = User.objects.bulk_create(User(email=f"zoeker{number}@zorg.example") for number in range(PEOPLE))
    follows = {(number % PEOPLE, maker.search()): None for number in range(SEARCHES)}
    made = (Follow(user=people[at], kind="search", name="Zoek", query=query) for at, query in follows)
    Follow.objects.bulk_create(made)
    return [query for _at, query in follows]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else THERE))
