"""Hold what is new against what people look for: many searches, few documents.

Searches that ask the same are held once. A project is told of once for each search, never when it was there before the
search was kept, and never to its own people.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.http import QueryDict
from django.utils import timezone

from peers.models import Appearance, Follow
from peers.services.following.history import History
from peers.services.following.own_people import own_projects
from projects.filters.saved import question_of
from projects.search.coverage import REGION
from projects.search.engine import Question
from projects.search.facets import known_regions
from projects.search.matching import Batch
from vindplaats.remembering import at_one_moment

PROJECT = "project"
AT_ONCE = 500
"""Projects that are held against all searches together."""
ROWS_AT_ONCE = 10_000
WRITE = """
    INSERT INTO peers_match (follow_id, kind, object_id, found_at)
    SELECT given.follow, %s, given.project, %s FROM unnest(%s::bigint[], %s::bigint[]) AS given(follow, project)
    JOIN peers_follow ON peers_follow.id = given.follow
    ON CONFLICT (follow_id, kind, object_id) DO NOTHING
"""
"""The join leaves out what somebody took away meanwhile."""


@dataclass(frozen=True, slots=True)
class Follower:
    """Who kept a search, and since when."""

    follow: int
    user: int
    since: datetime.datetime


def match_new() -> int:
    """Match all projects that appeared since the last time; return how many were new.

    Each batch is a transaction: a worker that is killed leaves it to the next one.
    """
    done = 0
    while number := _match_some():
        done += number
    return done


@transaction.atomic
def _match_some() -> int:
    waiting = Appearance.objects.select_for_update(skip_locked=True).order_by("appeared_at", "pk")[:AT_ONCE]
    appeared = dict(waiting.values_list("project_id", "appeared_at"))
    if appeared:
        # In order, so that the index of the table is filled from one end to the other.
        _write(sorted(found_for_searches(appeared)))
        Appearance.objects.filter(project__in=appeared).delete()
    return len(appeared)


def found_for_searches(appeared: dict[int, datetime.datetime]) -> Iterator[tuple[int, int]]:
    """Give each search with each of these projects that is news for who kept it, by number."""
    followers = _by_query()
    if not followers:
        return
    history, own = History(appeared), own_projects(appeared)
    for query, projects in answers(followers, appeared).items():
        for one in followers[query]:
            mine = own.get(one.user, ())
            for project in projects:
                is_new = one.since <= appeared[project] and not history.was_shown(project, one.since)
                if is_new and project not in mine:
                    yield one.follow, project


def answers(queries: Collection[str], projects: Collection[int]) -> dict[str, list[int]]:
    """Return each search that finds some of these projects, with those that it finds.

    As the results page would, but for a facet of which no value exists any more: that page leaves the filter out and
    says so, and mail about everything would be none that anybody asked for.
    """
    with at_one_moment():
        batch = Batch(PROJECT, projects)
        questions = {query: question_of(query) for query in queries}
        _keep_known_regions(questions)
        batch.prepare(question.text for question in questions.values())
        return {query: found for query, question in questions.items() if (found := batch.answering(question))}


def _keep_known_regions(questions: dict[str, Question]) -> None:
    """Take out searches of regions that do not exist any more: what is national would answer those."""
    asked = {query: QueryDict(query).getlist(REGION) for query in questions if f"{REGION}=" in query}
    known = known_regions({slug for slugs in asked.values() for slug in slugs}) if asked else {}
    for query, slugs in asked.items():
        if slugs and not known.keys() & set(slugs):
            del questions[query]


def _by_query() -> dict[str, list[Follower]]:
    found: dict[str, list[Follower]] = defaultdict(list)
    rows = Follow.objects.searches().order_by().values_list("query", "pk", "user_id", "created_at")
    for query, *row in rows.iterator(ROWS_AT_ONCE):
        found[query].append(Follower(*row))
    return found


def _write(found: list[tuple[int, int]]) -> None:
    now = timezone.now()
    for start in range(0, len(found), ROWS_AT_ONCE):
        follows, projects = zip(*found[start : start + ROWS_AT_ONCE], strict=True)
        with connection.cursor() as cursor:
            cursor.execute(WRITE, [PROJECT, now, list(follows), list(projects)])
