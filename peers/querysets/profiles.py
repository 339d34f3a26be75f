"""Words for finding people who think along."""

from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from peers.states import Visibility
from vindplaats.accounts.models import User

SHOWABLE = Q(consented_at__isnull=False, removed_at=None, user__is_active=True)


class ProfileQuerySet(models.QuerySet):
    """Profiles, by who may see them."""

    def with_consent(self) -> Self:
        """Those whose person agreed to being shown and still has an account, and that no moderator took down."""
        return self.filter(SHOWABLE)

    def shown(self) -> Self:
        """Those that members may see; among them those that everybody may see."""
        return self.with_consent().exclude(visibility=Visibility.HIDDEN)

    def published(self) -> Self:
        """Those that everybody may see."""
        return self.with_consent().filter(visibility=Visibility.PUBLIC)

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Those that `user` may see: their own always, those for members when logged in."""
        if not user.is_authenticated:
            return self.published()
        return self.filter(SHOWABLE & ~Q(visibility=Visibility.HIDDEN) | Q(user=user))
