"""What hangs on projects that were imported: the same lesson in several of them, what helps, and collections."""

from typing import Any

from benchmarks.learning.registry import text
from benchmarks.words import NAMES

GROUPS, OF_A_GROUP, HELPERS = 200, 5, 2
"""How many pitfalls several projects met, how many projects each, and how many lessons help against it."""
COLLECTIONS, OF_A_COLLECTION = 30, {"project": 25, "lesson": 15, "resource": 10}


def same_pitfalls() -> None:
    """Group pitfalls of different projects, the last of each group merged into its lead."""
    from projects.models import ClusterMember, Lesson, LessonCluster  # noqa: PLC0415 - needs Django
    from projects.search.indexing import index  # noqa: PLC0415

    pitfalls = list(Lesson.objects.filter(kind="pitfall").order_by("slug")[: GROUPS * OF_A_GROUP])
    groups = [pitfalls[start : start + OF_A_GROUP] for start in range(0, len(pitfalls), OF_A_GROUP)]
    clusters = LessonCluster.objects.bulk_create(LessonCluster() for _group in groups)
    ClusterMember.objects.bulk_create(
        ClusterMember(cluster=cluster, lesson=lesson, position=place, is_merged=place == OF_A_GROUP - 1)
        for cluster, group in zip(clusters, groups, strict=True)
        for place, lesson in enumerate(group)
    )
    _answer([group[0] for group in groups])
    index("lesson", [lesson.pk for lesson in pitfalls])


def _answer(pitfalls: list[Any]) -> None:
    """Say of other lessons that they help against these."""
    from projects.models import Lesson, LessonHelp  # noqa: PLC0415 - needs Django

    successes = list(Lesson.objects.filter(kind="success").order_by("slug")[: len(pitfalls) + HELPERS])
    LessonHelp.objects.bulk_create(
        LessonHelp(helper=helper, pitfall=pitfall)
        for place, pitfall in enumerate(pitfalls)
        for helper in successes[place : place + HELPERS]
    )


def collections() -> None:
    """Make public collections, each with projects, lessons and resources, and a note on all of them."""
    from projects.models import Collection, CollectionItem, Lesson, Project, Resource  # noqa: PLC0415 - needs Django
    from projects.search.indexing import index  # noqa: PLC0415

    names = NAMES.split("|")
    made = Collection.objects.bulk_create(
        Collection(
            title=f"Kaartenbak {number} van {names[number % len(names)]}",
            slug=f"kaartenbak-{number}",
            text=f"{text(number)}. {text(number + 1)}.",
            visibility="public",
            owner_name=names[number % len(names)],
            is_featured=number % 10 == 0,
        )
        for number in range(COLLECTIONS)
    )
    for kind, model in (("project", Project), ("lesson", Lesson), ("resource", Resource)):
        things, each = list(model.objects.published().order_by("slug")[:1_000]), OF_A_COLLECTION[kind]
        CollectionItem.objects.bulk_create(
            CollectionItem(collection=collection, note=f"{text(place)}.", position=place, **{kind: thing})
            for number, collection in enumerate(made)
            for place, thing in enumerate(things[(number * each) % len(things) :][:each])
        )
    index("collection", [collection.pk for collection in made])
