"""Questions about lessons."""

from typing import Self

from django.db import models

from projects.states import Status


class LessonQuerySet(models.QuerySet):
    """Chainable: `Lesson.objects.published().for_listing()`."""

    def published(self) -> Self:
        """Keep lessons of projects that everyone may read."""
        return self.filter(project__status=Status.PUBLISHED)

    def for_listing(self) -> Self:
        """Fetch along what a lesson card shows."""
        return self.select_related("project__institute").prefetch_related("project__themes")

    def newest(self) -> Self:
        """Lessons of the latest published projects first."""
        return self.order_by("-project__published_at", "-project_id", "position", "pk")
