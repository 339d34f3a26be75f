"""Which pitfalls some projects met, how many of them, and in which phase: counted by the database in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

FROM_NOW, EARLIER, UNKNOWN = 0, 1, 2
"""Whether a pitfall usually comes in the phase that was asked for or later, before that, or nobody knows when."""

MOST_LESSONS, MOST_PROJECTS = 3, 20
MET = """
    WITH chosen AS ({chosen}), met AS (
        SELECT lesson.id AS lesson, lesson.project_id AS project, member.cluster_id AS cluster, member.position,
            coalesce(nullif(lesson.phase, ''), chosen.phase) AS phase, chosen.published_at AS published
        FROM projects_lesson lesson
        JOIN chosen ON chosen.id = lesson.project_id
        LEFT JOIN projects_clustermember member ON member.lesson_id = lesson.id
        WHERE lesson.kind = 'pitfall'
    ), usual AS (
        SELECT DISTINCT ON (cluster) cluster, phase
        FROM (
            SELECT cluster, phase, count(DISTINCT project) AS number
            FROM met WHERE cluster IS NOT NULL AND phase <> '' GROUP BY cluster, phase
        ) AS counted
        ORDER BY cluster, number DESC, array_position(%(phases)s::text[], phase::text)
    ), pitfall AS (
        SELECT -lesson AS place, 1 AS number, phase, published AS latest, ARRAY[lesson] AS lessons,
            ARRAY[project] AS projects
        FROM met WHERE cluster IS NULL
        UNION ALL
        SELECT met.cluster, count(DISTINCT project), coalesce(min(usual.phase), ''), max(published),
            (array_agg(lesson ORDER BY position))[1:{most_lessons}],
            (array_agg(project ORDER BY published DESC))[1:{most_projects}]
        FROM met LEFT JOIN usual ON usual.cluster = met.cluster
        WHERE met.cluster IS NOT NULL GROUP BY met.cluster
    ), sorted AS (
        SELECT *, CASE
            WHEN %(phase)s = '' THEN 0
            WHEN phase = '' THEN 2
            WHEN array_position(%(phases)s::text[], phase::text) >= array_position(%(phases)s::text[], %(phase)s) THEN 0
            ELSE 1 END AS bucket
        FROM pitfall
    ), numbered AS (
        SELECT *, count(*) OVER (PARTITION BY bucket) AS total,
            row_number() OVER (PARTITION BY bucket ORDER BY number DESC, latest DESC, place) AS rank
        FROM sorted
    )
    SELECT bucket, total, number, phase, lessons, projects FROM numbered WHERE rank <= %(most)s ORDER BY bucket, rank
"""


@dataclass(frozen=True)
class Counted:
    """A pitfall that some of the projects met."""

    bucket: int
    total: int
    """How many pitfalls are in the same bucket."""
    number: int
    """How many of the projects met it."""
    phase: str
    """In which phase most of those did, the earliest of several; empty when none says."""
    lessons: list[int]
    """The first of the lessons that say it, the lead before the others."""
    projects: list[int]
    """The newest of the projects that met it; one may stand here twice."""


def count_pitfalls(chosen: Any, *, phases: Sequence[str], phase: str, most: int) -> list[Counted]:
    """Return the pitfalls that the projects of the queryset `chosen` met, at most so many in each bucket.

    `phases` are all phases in their order, `phase` is the one that was asked for, or empty. A pitfall that several
    projects share (a cluster) counts once for each project. What most met comes first, then what is newest.
    """
    text, parameters = chosen.order_by().values("id", "phase", "published_at").query.sql_with_params()
    names = {f"chosen{number}": value for number, value in enumerate(parameters)}
    inner = text % tuple(f"%({name})s" for name in names)
    sql = MET.format(chosen=inner, most_lessons=MOST_LESSONS, most_projects=MOST_PROJECTS)
    given = {**names, "phases": list(phases), "phase": phase, "most": most}
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return [Counted(*row) for row in cursor.fetchall()]
