"""Questions about lessons that belong together."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef

from projects.states import LessonKind, Status


class ClusterMemberQuerySet(models.QuerySet):
    """Chainable: `ClusterMember.objects.published().in_order()`."""

    def published(self) -> Self:
        """Keep members of which everyone may read the project."""
        return self.filter(lesson__project__status=Status.PUBLISHED)

    def in_order(self) -> Self:
        """Each cluster together, its lead first."""
        return self.order_by("cluster", "position", "pk")

    def hidden(self) -> Self:
        """Keep merged members before which a published one stands: they are read on its page."""
        before = self.model.objects.published().filter(cluster=OuterRef("cluster"), position__lt=OuterRef("position"))
        return self.filter(Exists(before), is_merged=True)

    def beside(self, **lessons: object) -> Self:
        """Return all members of the clusters in which these lessons are: `beside(lesson__in=[...])`."""
        return self.filter(cluster__in=self.model.objects.filter(**lessons).order_by().values("cluster"))


class LessonHelpQuerySet(models.QuerySet):
    """Chainable: `LessonHelp.objects.published()`."""

    def published(self) -> Self:
        """Keep pairs that everyone may read, of which the one still is a pitfall and the other still is none."""
        public = {f"{name}__project__status": Status.PUBLISHED for name in ("helper", "pitfall")}
        pairs = self.filter(pitfall__kind=LessonKind.PITFALL, **public).exclude(helper__kind=LessonKind.PITFALL)
        return pairs.order_by(F("helper__project__published_at").desc(), "pk")
