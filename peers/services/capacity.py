"""How much room people have left this month, and taking a place of it without two taking the last one."""

import datetime
from collections.abc import Iterable

from peers.models import Profile
from vindplaats.jobs import defer

RENEW = "peers.tasks.profiles.renew"


def room_left(profile: Profile, *, now: datetime.datetime) -> int:
    """Return how many requests somebody still takes this month; 0 for who does not take part today."""
    return rooms_left([profile], now=now)[profile.pk]


def rooms_left(profiles: Iterable[Profile], *, now: datetime.datetime) -> dict[int, int]:
    """Return `room_left` of each profile by its id, in one query however many; give their `user` along."""
    profiles = list(profiles)
    counted = Profile.objects.filter(pk__in=[profile.pk for profile in profiles]).with_taken(now)
    taken = dict(counted.order_by().values_list("pk", "taken"))
    return {profile.pk: profile.room(taken.get(profile.pk, 0), now) for profile in profiles}


def take_place(profile_pk: int, *, now: datetime.datetime) -> Profile | None:
    """Lock the profile and return it when it has room, else None; the caller then makes what takes the place.

    Call it in a transaction, and make the Handling or QuestionRoute in that same one: who comes at the same moment
    waits for it to end and then counts it. Who takes places of several profiles does so in the order of their ids.
    """
    # Counted after the lock, in a statement of its own: one statement would count what was there before it waited.
    profile = Profile.objects.select_for_update(of=["self"]).select_related("user").filter(pk=profile_pk).first()
    left = room_left(profile, now=now) if profile else 0
    if left == 1:
        # The worker takes the profile out of who has room, once the place is really taken.
        defer(RENEW, pk=profile_pk)
    return profile if left else None
