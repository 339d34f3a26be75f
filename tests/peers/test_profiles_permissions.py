"""Who may see a profile: the predicate and the queryset say the same."""

import pytest
from django.contrib.auth.models import AnonymousUser

from peers.models import Profile
from peers.permissions import may_see_profile
from peers.states import Visibility
from tests import factories
from tests.peers.test_profiles_capacity import NOW

PROFILES = {
    "public": {},
    "members": {"visibility": Visibility.MEMBERS},
    "hidden": {"visibility": Visibility.HIDDEN},
    "without consent": {"agreed": False},
    "taken down": {"removed_at": NOW, "removal_reason": "Reclame."},
    "without account": {"user__is_active": False},
}
SEEN_BY = {
    "visitor": {"public"},
    "member": {"public", "members"},
    "moderator": {"public", "members"},
    "the person": set(PROFILES),
}


def people(profile):
    return {
        "visitor": AnonymousUser(),
        "member": factories.UserFactory(),
        "moderator": factories.UserFactory(moderator=True),
        "the person": profile.user,
    }


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("who", SEEN_BY)
def test_who_sees_it(db, name, who):
    profile = factories.ProfileFactory(**PROFILES[name])
    user = people(profile)[who]
    assert may_see_profile(user, profile) == (name in SEEN_BY[who])
    assert Profile.objects.visible_to(user).contains(profile) == (name in SEEN_BY[who])
