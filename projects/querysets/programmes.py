"""Questions about programmes."""

from typing import Any, Self

from django.db import models
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from projects.states import Status


class ProgrammeQuerySet(models.QuerySet):
    """Chainable: `Programme.objects.for_card()`."""

    def for_card(self) -> Self:
        """Add `project_count`: the published projects that run under it."""
        links = self.model._meta.get_field("project_links").related_model.objects
        published = links.filter(programme=OuterRef("pk"), project__status=Status.PUBLISHED).order_by()
        counted = published.values("programme").annotate(n=Count("project", distinct=True)).values("n")
        return self.annotate(project_count=Coalesce(Subquery(counted), 0))

    def edited_by(self, user: Any) -> Self:
        """Keep the programmes that `user` keeps up to date."""
        return self.filter(editors__user=user)

    def of_projects(self, pks: Any) -> Self:
        """Keep the programmes under which some of these projects run, or ran until now."""
        return self.filter(project_links__project__in=pks).distinct().order_by(F("pk"))
