"""Profiles as they are now, locked for a change."""

from peers.models import Profile
from peers.services.profiles.refusals import NotYours
from vindplaats.accounts.models import User


def locked_user(user: User) -> User:
    """Return the account, locked: of two first profiles at the same moment the second changes that of the first."""
    return User.objects.select_for_update().get(pk=user.pk)


def locked_profile(user: User) -> Profile:
    """Return the profile of this person, locked; NotYours when there is none."""
    found = Profile.objects.select_for_update(of=["self"]).select_related("user").filter(user=user).first()
    if found is None:
        raise NotYours
    return found
