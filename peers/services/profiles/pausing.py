"""Take a break: still there to be read, but asked nothing."""

import datetime

from django.db import transaction

from peers.models import Profile
from peers.querysets.profiles import FOR_GOOD
from peers.search.experts import KIND
from peers.services.profiles.locking import locked_profile
from projects.search.indexing import index
from vindplaats.accounts.models import User
from vindplaats.audit import acting


def pause(*, user: User, until: datetime.date | None) -> Profile:
    """Pause up to and including `until`, or until the person ends it when that is None; NotYours without a profile."""
    return _set(user, until or FOR_GOOD, "pause")


def resume(*, user: User) -> Profile:
    """End the pause; NotYours without a profile."""
    return _set(user, None, "resume")


@transaction.atomic
def _set(user: User, until: datetime.date | None, action: str) -> Profile:
    profile = locked_profile(user)
    profile.paused_until = until
    with acting(user=user, action=action):
        profile.save(update_fields=["paused_until", "updated_at"])
    index(KIND, [profile.pk])
    return profile
