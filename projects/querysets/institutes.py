"""Questions about institutes."""

from typing import Self

from django.db import models
from django.db.models import Count, Q

from projects.states import InstituteStatus, Status
from vindplaats.text import fold


class InstituteQuerySet(models.QuerySet):
    """Chainable: `Institute.objects.shown().with_project_count()`."""

    def shown(self) -> Self:
        """Keep institutes that have a page: verified ones, and named ones with a published project."""
        named = Q(status=InstituteStatus.NAMED, projects__status=Status.PUBLISHED)
        return self.filter(Q(status=InstituteStatus.VERIFIED) | named).distinct()

    def named_like(self, text: str) -> Self:
        """Keep institutes whose name or place holds `text`, whatever its capitals and accents; all without a text."""
        if not text:
            return self
        return self.filter(Q(sort_key__contains=fold(text)) | Q(place__icontains=text))

    def with_project_count(self) -> Self:
        """Add `project_count`: published projects that the institute leads."""
        published = Q(projects__status=Status.PUBLISHED)
        return self.annotate(project_count=Count("projects", filter=published, distinct=True))

    def alphabetical(self) -> Self:
        """Order by name as a Dutch reader expects: capitals and accents make no difference."""
        return self.order_by("sort_key", "pk")
