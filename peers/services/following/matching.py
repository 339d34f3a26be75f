"""Hold what is new against what people look for: many searches, few documents, one kind at a time.

Searches that ask the same of the same finder are held once. A thing is told of once for each search, never when it was
there before the search was kept, and never to its own people.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import connection, transaction
from django.http import QueryDict
from django.utils import timezone

from peers.models import Appearance, Follow
from peers.services.following.history import history_of
from peers.services.following.own_people import own_things
from projects.filters import finders
from projects.filters.finders import Finder
from projects.search.coverage import REGION
from projects.search.engine import Question
from projects.search.facets import known_regions
from projects.search.matching import Batch
from vindplaats.remembering import at_one_moment

AT_ONCE = 2_000
"""Things that are held against all searches together; what is the same for each such round costs seconds."""
ROWS_AT_ONCE = 10_000
WRITE = """
    INSERT INTO peers_match (follow_id, kind, object_id, found_at)
    SELECT given.follow, %s, given.thing, %s FROM unnest(%s::bigint[], %s::bigint[]) AS given(follow, thing)
    JOIN peers_follow ON peers_follow.id = given.follow
    ON CONFLICT (follow_id, kind, object_id) DO NOTHING
"""
"""The join leaves out what somebody took away meanwhile."""

Search = tuple[str, str]
"""The name of a finder, and what is asked of it."""


@dataclass(frozen=True, slots=True)
class Follower:
    """Who kept a search, and since when."""

    follow: int
    user: int
    since: datetime.datetime


def match_new() -> int:
    """Match all that appeared since the last time; return how many things were new.

    Each batch is a transaction: a worker that is killed leaves it to the next one.
    """
    done = 0
    while number := _match_some():
        done += number
    return done


@transaction.atomic
def _match_some() -> int:
    waiting = Appearance.objects.select_for_update(skip_locked=True).order_by("appeared_at", "pk")
    first = waiting.first()
    if first is None:
        return 0
    some = waiting.filter(kind=first.kind)[:AT_ONCE]
    appeared = dict(some.values_list("object_id", "appeared_at"))
    _write(first.kind, found_for_searches(first.kind, appeared))
    Appearance.objects.filter(kind=first.kind, object_id__in=appeared).delete()
    return len(appeared)


def found_for_searches(kind: str, appeared: dict[int, datetime.datetime]) -> Iterator[tuple[int, int]]:
    """Give each search with each of these things that is news for who kept it, by number."""
    followers = _by_search([finder.name for finder in finders.all_() if finder.kind == kind])
    if not followers:
        return
    history, own = history_of(kind, appeared), own_things(kind, appeared)
    for search, found in answers(kind, followers, appeared).items():
        for one in followers[search]:
            mine = own.get(one.user, ())
            for pk in found:
                is_new = one.since <= appeared[pk] and not history.was_shown(pk, one.since)
                if is_new and pk not in mine:
                    yield one.follow, pk


def answers(kind: str, searches: Collection[Search], ids: Collection[int]) -> dict[Search, list[int]]:
    """Return each search that finds some of these things of a kind, with those that it finds.

    As the results page would for a visitor, but for a facet of which no value exists any more: that page leaves the
    filter out and says so, and mail about everything would be none that anybody asked for.
    """
    with at_one_moment():
        batch = Batch(kind, ids)
        if not batch.ids:
            return {}
        questions = {(name, query): finders.get(name).question_of(query) for name, query in searches}
        _keep_known_regions(questions)
        batch.prepare(question.text for question in questions.values())
        asked = ((search, _answering(batch, finders.get(search[0]), one)) for search, one in questions.items())
        return {search: found for search, found in asked if found}


def _answering(batch: Batch, finder: Finder, question: Question) -> list[int]:
    """Return what answers. How a finder sharpens a question takes long, and only makes it find less."""
    found = batch.answering(question)
    sharpened = finder.filterset.sharpened(question) if found else question
    return found if sharpened is question else batch.answering(sharpened)


def _keep_known_regions(questions: dict[Search, Question]) -> None:
    """Take out searches of regions that do not exist any more: what is national would answer those."""
    asked = {search: QueryDict(search[1]).getlist(REGION) for search in questions if f"{REGION}=" in search[1]}
    known = known_regions({slug for slugs in asked.values() for slug in slugs}) if asked else {}
    for search, slugs in asked.items():
        if slugs and not known.keys() & set(slugs):
            del questions[search]


def _by_search(names: Collection[str]) -> dict[Search, list[Follower]]:
    found: dict[Search, list[Follower]] = defaultdict(list)
    kept = Follow.objects.searches().filter(finder__in=names).order_by()
    rows = kept.values_list("finder", "query", "pk", "user_id", "created_at")
    for name, query, *row in rows.iterator(ROWS_AT_ONCE):
        found[name, query].append(Follower(*row))
    return found


def _write(kind: str, found: Iterator[tuple[int, int]]) -> None:
    """Write what was found as it comes: thousands of searches that all find thousands of things fit in no memory."""
    now = timezone.now()
    # In order, so that the index of the table is filled from one end to the other.
    while some := sorted(islice(found, ROWS_AT_ONCE)):
        follows, things = zip(*some, strict=True)
        with connection.cursor() as cursor:
            cursor.execute(WRITE, [kind, now, list(follows), list(things)])
