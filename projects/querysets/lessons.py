"""Questions about lessons."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch

from projects.states import Status

LONG_TEXTS = ("summary", "problem", "approach", "results", "stop_explanation", "kept_explanation")
"""Of a project: most of its row, and nothing that a lesson needs."""


class LessonQuerySet(models.QuerySet):
    """Chainable: `Lesson.objects.published().for_card()`."""

    def published(self) -> Self:
        """Keep lessons of projects that everyone may read."""
        return self.filter(project__status=Status.PUBLISHED)

    def listed(self) -> Self:
        """Keep published lessons that have a page of their own: all but those that are read on that of another."""
        members = self.model._meta.get_field("in_cluster").related_model.objects
        return self.published().filter(~Exists(members.hidden().filter(lesson=OuterRef("pk"))))

    def for_card(self) -> Self:
        """Fetch along what a lesson card shows: of its project the name, and none of its long texts."""
        return self.select_related("project__institute").defer(*(f"project__{name}" for name in LONG_TEXTS))

    def for_page(self) -> Self:
        """Fetch along what a lesson's own page shows."""
        links = self.model._meta.get_field("project").related_model._meta.get_field("theme_links").related_model
        themes = Prefetch("project__theme_links", links.objects.select_related("tag"))
        found = self.select_related("project__institute", "in_cluster")
        return found.prefetch_related("themes", "project__sectors", themes)

    def newest(self) -> Self:
        """Lessons of the latest published projects first."""
        return self.order_by("-project__published_at", "-project_id", "position", "pk")
