"""Questions about revisions."""

from typing import Any, Self

from django.db import models

from projects.states import OPEN_STAGES, MemberStatus, Stage


class RevisionQuerySet(models.QuerySet):
    """Chainable: `project.revisions.open()`."""

    def open(self) -> Self:
        """Keep what is being written or waits for a decision; a project has at most one."""
        return self.filter(status__in=OPEN_STAGES)

    def in_the_making_by(self, user: Any) -> Self:
        """Keep the open texts of the institutes of `user`, the ones that somebody touched last first."""
        memberships = user.memberships.filter(status=MemberStatus.ACTIVE)
        mine = self.open().filter(project__institute__in=memberships.values("institute"))
        return mine.select_related("project__institute", "updated_by").order_by("-updated_at", "-pk")

    def accepted(self) -> Self:
        """Keep the texts that were public, newest first."""
        return self.filter(status=Stage.ACCEPTED).order_by("-number")
