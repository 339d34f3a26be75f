"""A moderator takes a profile off the site, and may put it back; the person is told why."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from peers.models import Profile
from peers.search.experts import KIND
from peers.services.profiles.refusals import NotDownYet
from projects.permissions import may_moderate
from projects.search.indexing import index
from projects.services.letters import page
from projects.services.refusals import ReasonMissing
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.mail import queue


@transaction.atomic
def take_down(*, profile: Profile, by: User, reason: str) -> Profile:
    """Hide a profile whatever the person chose, and mail the reason; ReasonMissing without one."""
    _refuse_others(by)
    if not reason.strip():
        raise ReasonMissing
    locked = _locked(profile)
    locked.removed_at, locked.removal_reason = timezone.now(), reason.strip()
    return _saved(locked, by, "take_down", "profile_taken_down")


@transaction.atomic
def put_back(*, profile: Profile, by: User) -> Profile:
    """Show a profile again as the person chose; NotDownYet when it was not taken down."""
    _refuse_others(by)
    locked = _locked(profile)
    if locked.removed_at is None:
        raise NotDownYet
    locked.removed_at, locked.removal_reason = None, ""
    return _saved(locked, by, "put_back", "profile_put_back")


def _saved(profile: Profile, by: User, action: str, template: str) -> Profile:
    with acting(user=by, action=action):
        profile.save(update_fields=["removed_at", "removal_reason", "updated_at"])
    index(KIND, [profile.pk])
    user = profile.user
    context = {"name": profile.name, "reason": profile.removal_reason, "page": page("peers:my_profile")}
    queue(to=user.email, template=template, context=context, language=user.language)
    return profile


def _locked(profile: Profile) -> Profile:
    return Profile.objects.select_for_update(of=["self"]).select_related("user").get(pk=profile.pk)


def _refuse_others(by: User) -> None:
    if not may_moderate(by):
        raise PermissionDenied
