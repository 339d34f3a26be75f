"""How much room people have left this month, and taking a place of it without two taking the last one."""

import datetime
from collections import Counter
from collections.abc import Iterable

from django.db.models import Count
from django.utils import timezone

from peers.models import Handling, Profile, QuestionRoute
from peers.states import Visibility


def month_of(now: datetime.datetime) -> datetime.datetime:
    """Return the first moment of the calendar month of `now`, in the site's time zone."""
    first = timezone.localdate(now).replace(day=1)
    return timezone.make_aware(datetime.datetime.combine(first, datetime.time.min))


def takes_part(profile: Profile, *, now: datetime.datetime) -> bool:
    """Tell whether somebody may be asked today: agreed, shown to others, not taken down, not pausing, still here."""
    is_shown = profile.consented_at is not None and profile.visibility != Visibility.HIDDEN
    return is_shown and profile.removed_at is None and profile.user.is_active and not is_pausing(profile, now=now)


def is_pausing(profile: Profile, *, now: datetime.datetime) -> bool:
    """Tell whether somebody takes a break; the last day of a pause belongs to it."""
    return profile.paused_until is not None and profile.paused_until >= timezone.localdate(now)


def room_left(profile: Profile, *, now: datetime.datetime) -> int:
    """Return how many requests somebody still takes this month; 0 for who does not take part today."""
    return rooms_left([profile], now=now)[profile.pk]


def rooms_left(profiles: Iterable[Profile], *, now: datetime.datetime) -> dict[int, int]:
    """Return `room_left` of each profile by its id, in two queries however many; give their `user` along."""
    profiles = list(profiles)
    taken = _taken([profile.pk for profile in profiles], now=now)
    return {
        profile.pk: max(profile.monthly_limit - taken[profile.pk], 0) if takes_part(profile, now=now) else 0
        for profile in profiles
    }


def take_place(profile_pk: int, *, now: datetime.datetime) -> Profile | None:
    """Lock the profile and return it when it has room, else None; the caller then makes what takes the place.

    Call it in a transaction, and make the Handling or QuestionRoute in that same one: who comes at the same moment
    waits for it to end and then counts it. Who takes places of several profiles does so in the order of their ids.
    """
    profile = Profile.objects.select_for_update(of=["self"]).select_related("user").filter(pk=profile_pk).first()
    return profile if profile and room_left(profile, now=now) else None


def _taken(pks: list[int], *, now: datetime.datetime) -> Counter[int]:
    """Count the turns that began and the questions that were mailed this month, by profile."""
    since, taken = month_of(now), Counter()
    for found in (Handling.objects.filter(started_at__gte=since), QuestionRoute.objects.filter(sent_at__gte=since)):
        taken.update(dict(found.filter(profile__in=pks).order_by().values_list("profile").annotate(Count("pk"))))
    return taken
