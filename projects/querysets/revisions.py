"""Questions about revisions."""

from typing import Self

from django.db import models

from projects.states import OPEN_STAGES, Stage


class RevisionQuerySet(models.QuerySet):
    """Chainable: `project.revisions.open()`."""

    def open(self) -> Self:
        """Keep what is being written or waits for a decision; a project has at most one."""
        return self.filter(status__in=OPEN_STAGES)

    def accepted(self) -> Self:
        """Keep the texts that were public, newest first."""
        return self.filter(status=Stage.ACCEPTED).order_by("-number")
