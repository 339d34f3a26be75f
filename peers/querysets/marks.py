"""How often members met a lesson, and whether it helped: counted by the database, each person once."""

from collections.abc import Collection, Hashable, Mapping

from django.db import connection

COUNT = """
    SELECT place, count(DISTINCT who) FILTER (WHERE kind = 'met'), count(DISTINCT who) FILTER (WHERE kind <> 'met'),
        count(DISTINCT who) FILTER (WHERE kind = 'helped')
    FROM unnest(%s::int[], %s::bigint[]) AS asked(place, lesson)
    JOIN (
        SELECT lesson_id, kind, coalesce(user_id, -id) AS who FROM peers_mark WHERE removed_at IS NULL
    ) AS mark ON mark.lesson_id = asked.lesson
    GROUP BY place
"""


def counts_of(groups: Mapping[Hashable, Collection[int]]) -> dict[Hashable, tuple[int, int, int]]:
    """Return for each group of lessons how many people met one, tried what it tells, and were helped by that.

    Who is gone counts for each mark: nobody knows any more which were of one person. One statement.
    """
    keys = list(groups)
    pairs = [(place, lesson) for place, key in enumerate(keys) for lesson in groups[key]]
    if not pairs:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [[place for place, _ in pairs], [lesson for _, lesson in pairs]])
        return {keys[place]: tuple(numbers) for place, *numbers in cursor.fetchall()}
