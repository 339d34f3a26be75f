"""Follow something, change how often, take it away, bring it back; and a pause for all of it."""

import datetime

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from peers.models import Follow, FollowPause, Question
from peers.services.following.things import Thing
from peers.states import FollowKind, Frequency
from projects.models import Programme, Project
from vindplaats.accounts.models import User

MOST = 100
"""What one person may follow; more is no longer read."""
UNDONE_WITHIN = datetime.timedelta(days=1)
"""How long what was taken away is kept, to bring it back."""


class TooMany(Exception):
    """Somebody follows as much as one may."""


@transaction.atomic
def follow(*, user: User, thing: Thing, name: str = "", frequency: str = Frequency.WEEKLY) -> Follow:
    """Follow `thing` from now on; what is followed already only gets the new name and frequency. TooMany."""
    User.objects.select_for_update().get(pk=user.pk)
    found = Follow.objects.filter(user=user, **thing.fields).first()
    if found is None or found.removed_at is not None:
        _require_room(user)
    one = found or Follow(user=user, **thing.fields)
    one.name, one.frequency = (name.strip() or thing.name)[:200], frequency
    if one.removed_at is not None:
        # As if it began today: what appeared in between was not asked for.
        one.matches.filter(mailed_at=None).delete()
        one.removed_at, one.created_at = None, timezone.now()
    one.save()
    return one


@transaction.atomic
def change(*, follow: Follow, name: str, frequency: str) -> None:
    """Give it another name, or mail it more or less often; what was found and not mailed follows.

    What was only to be seen on the site until now is not mailed afterwards.
    """
    if follow.frequency == Frequency.NEVER != frequency:
        follow.matches.filter(mailed_at=None).update(mailed_at=timezone.now())
    follow.name, follow.frequency = name, frequency
    follow.save(update_fields=["name", "frequency"])


@transaction.atomic
def remove(*, follow: Follow) -> None:
    """Take it away; for a day it can be brought back."""
    Follow.objects.filter(pk=follow.pk, removed_at=None).update(removed_at=timezone.now())


@transaction.atomic
def bring_back(*, follow: Follow) -> None:
    """Undo that; TooMany when something else took its place meanwhile."""
    User.objects.select_for_update().get(pk=follow.user_id)
    _require_room(follow.user)
    Follow.objects.filter(pk=follow.pk).update(removed_at=None)


@transaction.atomic
def pause(*, user: User) -> None:
    """Mail nothing about what the person follows until `resume`; what is found meanwhile waits."""
    FollowPause.objects.get_or_create(user=user, defaults={"since": timezone.now()})


@transaction.atomic
def resume(*, user: User) -> None:
    """Mail again; what waits goes with the next mail."""
    FollowPause.objects.filter(user=user).delete()


@transaction.atomic
def clean_up(*, now: datetime.datetime) -> int:
    """Throw away what was taken away a day ago, and what the audit kept of it; return how many."""
    gone = list(Follow.objects.filter(removed_at__lt=now - UNDONE_WITHIN).values_list("pk", flat=True))
    forget(gone)
    return len(gone)


def forget(pks: list[int]) -> None:
    """Delete these follows with what the audit kept of them: what somebody looks for is nobody else's business."""
    Follow.objects.filter(pk__in=pks).delete()
    apps.get_model("peers", "FollowEvent").objects.filter(pgh_obj_id__in=pks).delete()


def of_project(user: User, project: Project) -> Follow | None:
    """Return how somebody follows a project."""
    return Follow.objects.kept().filter(user=user, project=project).first()


def of_question(user: User, question: Question) -> Follow | None:
    """Return how somebody follows a question."""
    return Follow.objects.kept().filter(user=user, question=question).first()


def of_programme(user: User, programme: Programme) -> Follow | None:
    """Return how somebody follows a programme."""
    return Follow.objects.kept().filter(user=user, programme=programme).first()


def of_search(user: User, finder: str, query: str) -> Follow | None:
    """Return how somebody follows a search of a finder, as it is kept."""
    return Follow.objects.kept().filter(user=user, kind=FollowKind.SEARCH, finder=finder, query=query).first()


def _require_room(user: User) -> None:
    if Follow.objects.kept().filter(user=user).count() >= MOST:
        raise TooMany
