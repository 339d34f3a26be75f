"""Who may do what with people's profiles, questions and contacts; plain questions, as in `projects.permissions`."""

from peers.models import Profile
from peers.states import Visibility
from projects.permissions import Visitor


def may_see_profile(user: Visitor, profile: Profile) -> bool:
    """Read the profile on the site; one's own always. The same rule as `Profile.objects.visible_to(user)`.

    Moderators see no more here than other members: what is hidden they read in the admin, where that is kept.
    """
    if user.is_authenticated and user.pk == profile.user_id:
        return True
    if profile.consented_at is None or profile.removed_at is not None or not profile.user.is_active:
        return False
    if profile.visibility == Visibility.MEMBERS:
        return user.is_authenticated
    return profile.visibility == Visibility.PUBLIC
