"""Words for finding people who think along."""

from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from peers.states import Visibility
from vindplaats.accounts.models import User


class ProfileQuerySet(models.QuerySet):
    """Profiles, by who may see them."""

    def with_consent(self) -> Self:
        """Those whose person agreed to being shown, has not taken that back, and still has an account."""
        return self.filter(consented_at__isnull=False, user__is_active=True)

    def published(self) -> Self:
        """Those that everybody may see."""
        return self.with_consent().filter(visibility=Visibility.PUBLIC)

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Those that `user` may see: their own always, those for members when logged in."""
        if not user.is_authenticated:
            return self.published()
        shown = Q(consented_at__isnull=False, user__is_active=True) & ~Q(visibility=Visibility.HIDDEN)
        return self.filter(shown | Q(user=user))
