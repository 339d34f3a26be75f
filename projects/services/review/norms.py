"""Whether moderators keep to the norm: counted by the database, for a number of weeks that is bounded.

A working day counts as one, from midnight to midnight in the site's time zone; so something that comes in on Friday at
three and is decided on Tuesday at three took two working days, which is exactly the norm.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import timezone

from projects.states import Outcome
from vindplaats.working_days import days_off

WEEKS = 13
LONGEST_WAIT_DAYS = 2 * 366
"""What waited longer than two years before it was decided counts as two years."""

# How many working days began before a day follows from a list of all days; so each case is two look-ups.
DAYS = """
    days AS MATERIALIZED (
        SELECT day::date AS day, is_working,
            sum(is_working::int) OVER (ORDER BY day) - is_working::int AS before
        FROM generate_series(%(first_day)s::timestamp, %(last_day)s::timestamp, interval '1 day') AS day,
            LATERAL (SELECT extract(isodow FROM day) < 6 AND day::date <> ALL(%(off)s::date[]) AS is_working) AS kind
    )
"""
TOOK = """
    decided AS (
        SELECT kind, outcome, due_at, closed_at, decided.at,
            ended.before + ended.is_working::int * extract(epoch FROM decided.at::time) / 86400
            - began.before - began.is_working::int * extract(epoch FROM come.at::time) / 86400 AS took
        FROM projects_reviewcase AS reviewcase
        CROSS JOIN LATERAL (SELECT closed_at AT TIME ZONE %(zone)s AS at) AS decided
        CROSS JOIN LATERAL (
            SELECT greatest(opened_at AT TIME ZONE %(zone)s, %(first_day)s::timestamp) AS at
        ) AS come
        JOIN days AS ended ON ended.day = decided.at::date
        JOIN days AS began ON began.day = come.at::date
        WHERE closed_at >= %(since)s AND closed_at < %(until)s AND outcome <> %(withdrawn)s
    )
"""
PER_WEEK = f"""
    WITH {DAYS}, {TOOK},
    weeks AS (
        SELECT week::date AS week
        FROM generate_series(%(since_day)s::date, %(until_day)s::date - 1, interval '7 days') AS week
    ),
    came AS (
        SELECT date_trunc('week', opened_at AT TIME ZONE %(zone)s)::date AS week, count(*) AS number
        FROM projects_reviewcase WHERE opened_at >= %(since)s AND opened_at < %(until)s GROUP BY 1
    ),
    done AS (
        SELECT date_trunc('week', at)::date AS week, count(*) AS number,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY took) AS median,
            percentile_cont(0.9) WITHIN GROUP (ORDER BY took) AS most,
            count(*) FILTER (WHERE closed_at <= due_at) AS within
        FROM decided GROUP BY 1
    )
    SELECT weeks.week, coalesce(came.number, 0), coalesce(done.number, 0), median, most, coalesce(within, 0)
    FROM weeks LEFT JOIN came USING (week) LEFT JOIN done USING (week) ORDER BY weeks.week DESC
"""  # noqa: S608 - put together from constants
IN_ALL = f"""
    WITH {DAYS}, {TOOK}
    SELECT (SELECT count(*) FROM projects_reviewcase WHERE opened_at >= %(since)s AND opened_at < %(until)s),
        count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY took), percentile_cont(0.9) WITHIN GROUP (ORDER BY took),
        count(*) FILTER (WHERE closed_at <= due_at)
    FROM decided
"""  # noqa: S608 - as above
WAITING = """
    SELECT kind, count(*), count(*) FILTER (WHERE due_at < %(now)s), min(opened_at)
    FROM projects_reviewcase WHERE closed_at IS NULL GROUP BY kind ORDER BY count(*) DESC, kind
"""
OUTCOMES = """
    SELECT kind, outcome, count(*) FROM projects_reviewcase
    WHERE closed_at >= %(since)s AND closed_at < %(until)s GROUP BY kind, outcome ORDER BY kind, outcome
"""


@dataclass(frozen=True)
class Pace:
    """How it went in some time. `median` and `most` (what nine in ten stay within) are working days; None when nothing
    was decided. What was withdrawn is not a decision.
    """

    week: datetime.date | None
    came_in: int
    decided: int
    median: float | None
    most: float | None
    within: int

    @property
    def share(self) -> int | None:
        """How many in a hundred decisions came within the norm."""
        return round(100 * self.within / self.decided) if self.decided else None


@dataclass(frozen=True)
class Waiting:
    """What waits of one kind."""

    kind: str
    number: int
    late: int
    oldest: datetime.datetime


@dataclass(frozen=True)
class Ended:
    """How often cases of a kind ended in one way."""

    kind: str
    outcome: str
    number: int


@dataclass(frozen=True)
class Norms:
    """All of it: by week, the latest first; in all; what waits now; and how it ended."""

    weeks: list[Pace]
    in_all: Pace
    waiting: list[Waiting]
    outcomes: list[Ended]


def norms(*, now: datetime.datetime, weeks: int = WEEKS) -> Norms:
    """Return how it goes, over this week and those before it."""
    known = _known(now, weeks)
    (in_all,) = _rows(IN_ALL, known)
    return Norms(
        weeks=[Pace(*row) for row in _rows(PER_WEEK, known)],
        in_all=Pace(None, *in_all),
        waiting=[Waiting(*row) for row in _rows(WAITING, known)],
        outcomes=[Ended(*row) for row in _rows(OUTCOMES, known)],
    )


def _known(now: datetime.datetime, weeks: int) -> dict[str, Any]:
    today = timezone.localdate(now)
    monday = today - datetime.timedelta(days=today.weekday())
    since, until = monday - datetime.timedelta(weeks=weeks - 1), monday + datetime.timedelta(weeks=1)
    first = since - datetime.timedelta(days=LONGEST_WAIT_DAYS)
    return {
        "now": now,
        "zone": timezone.get_current_timezone_name(),
        "since": _midnight(since),
        "until": _midnight(until),
        "since_day": since,
        "until_day": until,
        "first_day": first,
        "last_day": until,
        "off": days_off(first, until),
        "withdrawn": Outcome.WITHDRAWN.value,
    }


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def _rows(sql: str, known: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, known)
        return cursor.fetchall()
