"""Questions about who belongs to an institute."""

from typing import Self

from django.db import models

from projects.states import MemberRole, MemberStatus


class MembershipQuerySet(models.QuerySet):
    """Chainable: `institute.memberships.active().managers()`."""

    def active(self) -> Self:
        """Keep memberships that count."""
        return self.filter(status=MemberStatus.ACTIVE)

    def requested(self) -> Self:
        """Keep what waits for a manager."""
        return self.filter(status=MemberStatus.REQUESTED)

    def managers(self) -> Self:
        """Keep those of managers, active or not."""
        return self.filter(role=MemberRole.MANAGER)

    def by_name(self) -> Self:
        """Managers first, then by name; with the user along."""
        return self.select_related("user").order_by("role", "user__name", "pk")
