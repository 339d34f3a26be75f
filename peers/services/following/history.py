"""When things stood on the site before, as the audit tells: what comes back is no news for who could see it then."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from django.utils import timezone

from peers.models import Profile, Question
from peers.querysets.profiles import FOR_GOOD
from peers.states import QuestionStatus, Visibility
from projects.models import Lesson, Project, Resource
from projects.states import Status

Moment = datetime.datetime
Stretch = tuple[Moment, Moment]
Event = tuple[int, bool, Moment]
"""Number of a thing, whether everybody could see it, from when."""
LONG = datetime.timedelta(days=1)
"""Longer than any import takes."""


class History:
    """The times at which things were on the site and taken away again."""

    def __init__(self, shown: Mapping[int, Iterable[Stretch]]) -> None:
        self._shown = shown

    def was_shown(self, pk: int, moment: Moment) -> bool:
        """Tell whether it stood there at a moment before it appeared for the last time."""
        return any(start <= moment < end for start, end in self._shown.get(pk, ()))


def history_of(kind: str, ids: Collection[int]) -> History:
    """Return the history of some things of a kind."""
    return History(HISTORIES[kind](ids))


def _stretches(events: Iterable[Event]) -> dict[int, list[Stretch]]:
    """Return when each was shown, but for the stretch that lasts."""
    return _told(events)[0]


def _told(events: Iterable[Event]) -> tuple[dict[int, list[Stretch]], dict[int, Moment]]:
    """Return when each was shown, and since when those are that still are."""
    found: dict[int, list[Stretch]] = defaultdict(list)
    since: dict[int, Moment] = {}
    for pk, is_shown, at in events:
        if is_shown:
            since.setdefault(pk, at)
        elif pk in since:
            found[pk].append((since.pop(pk), at))
    return found, since


def _events(model: type, ids: Collection[int], *fields: str) -> Iterable[tuple]:
    """Give number, these fields and the moment of each change of some things, the oldest first."""
    events = model.pgh_event_model.objects.filter(pgh_obj__in=list(ids)).order_by("pgh_id")
    return events.values_list("pgh_obj_id", *fields, "pgh_created_at")


def _projects(ids: Collection[int]) -> dict[int, list[Stretch]]:
    return _stretches(_project_events(ids))


def _project_events(ids: Collection[int]) -> Iterable[Event]:
    return ((pk, status == Status.PUBLISHED, at) for pk, status, at in _events(Project, ids, "status"))


def _lessons(ids: Collection[int]) -> dict[int, list[Stretch]]:
    lessons = Lesson.objects.filter(pk__in=ids)
    return _with_project(lessons.values_list("pk", "project_id", "created_at"))


def _resources(ids: Collection[int]) -> dict[int, list[Stretch]]:
    """Return when each stood there by itself, or with its project."""
    held = Resource.objects.filter(pk__in=ids, project__isnull=False)
    events = _events(Resource, ids, "status", "project_id")
    alone = _stretches((pk, status == Status.PUBLISHED and not project, at) for pk, status, project, at in events)
    return {**alone, **_with_project(held.values_list("pk", "project_id", "created_at"))}


def _with_project(held: Iterable[tuple[int, int, Moment]]) -> dict[int, list[Stretch]]:
    """Return when what belongs to a project stood there: as long as that did, from the moment that it was written.

    What has stood there for long and appears only now, was read on the page of another lesson until it was split off.
    """
    held, now = list(held), timezone.now()
    shown, since = _told(_project_events({project for _pk, project, _made in held}))
    found: dict[int, list[Stretch]] = {}
    for pk, project, made in held:
        lasting = max(since.get(project, now), made)
        stretches = [*shown.get(project, ()), *([(lasting, now)] if lasting < now - LONG else [])]
        found[pk] = [(max(start, made), end) for start, end in stretches if made < end]
    return found


def _questions(ids: Collection[int]) -> dict[int, list[Stretch]]:
    events = _events(Question, ids, "removed_at", "status")
    return _stretches(
        (pk, removed_at is None and status != QuestionStatus.MERGED, at) for pk, removed_at, status, at in events
    )


def _profiles(ids: Collection[int]) -> dict[int, list[Stretch]]:
    """Return when everybody could find each; that somebody's account was closed meanwhile is not told."""
    events = _events(Profile, ids, "consented_at", "removed_at", "visibility", "paused_until")
    return _stretches((pk, _is_public(*fields), at) for pk, *fields, at in events)


def _is_public(
    consented_at: Moment | None, removed_at: Moment | None, visibility: str, paused_until: datetime.date | None
) -> bool:
    """Tell whether a profile was findable; the same rule as `Profile.objects.findable()`."""
    is_agreed = consented_at is not None and removed_at is None
    return is_agreed and visibility == Visibility.PUBLIC and paused_until != FOR_GOOD


HISTORIES: dict[str, Callable[[Collection[int]], Mapping[int, Iterable[Stretch]]]] = {
    "project": _projects,
    "lesson": _lessons,
    "resource": _resources,
    "question": _questions,
    "expert": _profiles,
}
"""How the history of each kind is read."""
