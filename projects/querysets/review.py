"""Questions about what waits for a moderator."""

import datetime
from typing import Any, Self

from django.db import models


class ReviewCaseQuerySet(models.QuerySet):
    """Chainable: `ReviewCase.objects.waiting().unassigned().for_queue()`."""

    def waiting(self) -> Self:
        """Keep what nobody decided yet; who waits longest comes first."""
        return self.filter(closed_at=None).order_by("opened_at", "pk")

    def decided(self) -> Self:
        """Keep what was decided or withdrawn, the latest first."""
        return self.filter(closed_at__isnull=False).order_by("-closed_at", "-pk")

    def late(self, now: datetime.datetime) -> Self:
        """Keep what waits longer than the norm."""
        return self.filter(due_at__lt=now)

    def of(self, user: Any) -> Self:
        """Keep what `user` took up."""
        return self.filter(assigned_to=user)

    def unassigned(self) -> Self:
        """Keep what nobody took up."""
        return self.filter(assigned_to=None)

    def for_queue(self) -> Self:
        """Fetch along what a row of the queue shows."""
        return self.select_related("institute", "assigned_to", "decided_by")
