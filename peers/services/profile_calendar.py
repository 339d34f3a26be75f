"""Have the search follow what changes about profiles without anybody doing something: days and months that begin."""

import datetime

from django.db import transaction

from peers.models import Profile
from peers.search.experts import KIND, ROOM
from projects.search.indexing import index
from projects.search.segments import EMPTY
from projects.search.shelf import shelf

MOST_AT_ONCE = 500
LOOKED_BACK = datetime.timedelta(days=2)
"""More than the time between two runs, so that a night that was missed is made up for."""


def follow(*, now: datetime.datetime) -> int:
    """Renew the documents of profiles that began or ended a pause, got room again or answered; return how many."""
    changed = {pk for pk, _has_room in _as_they_are(now) ^ _as_indexed()}
    profiles = sorted(changed | _answered_since(now - LOOKED_BACK))
    for start in range(0, len(profiles), MOST_AT_ONCE):
        with transaction.atomic():
            index(KIND, profiles[start : start + MOST_AT_ONCE])
    return len(profiles)


def _as_they_are(now: datetime.datetime) -> set[tuple[int, bool]]:
    """Return the profiles that can be found, each with whether it has room."""
    found = Profile.objects.findable().select_related("user").with_taken(now)
    return {(one.pk, one.room(one.taken, now) > 0) for one in found.iterator(chunk_size=MOST_AT_ONCE)}


def _answered_since(since: datetime.datetime) -> set[int]:
    """Return the profiles that are more recently active than the index may know."""
    found = Profile.objects.findable().with_last_answer().filter(last_answer__gte=since)
    return set(found.values_list("pk", flat=True))


def _as_indexed() -> set[tuple[int, bool]]:
    held = shelf(KIND)
    rooms = held.having([ROOM]).tolist()
    return {(pk, has) for pk, has in zip(held.columns.ids.tolist(), rooms, strict=True) if pk != EMPTY}
