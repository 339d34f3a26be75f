"""Questions about regions and the schemes that divide the country."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Q


class RegionSchemeQuerySet(models.QuerySet):
    """Chainable: `RegionScheme.objects.valid_on(day)`."""

    def valid_on(self, day: datetime.date) -> Self:
        """Keep the schemes that are in force on `day`."""
        return self.filter(Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day)))


class RegionQuerySet(models.QuerySet):
    """Chainable: `Region.objects.in_force(day).of_scheme("provincie")`."""

    def in_force(self, day: datetime.date) -> Self:
        """Keep the regions of schemes that are in force on `day`."""
        return self.filter(
            Q(scheme__valid_from__lte=day) & (Q(scheme__valid_to__isnull=True) | Q(scheme__valid_to__gte=day))
        )

    def of_scheme(self, slug: str) -> Self:
        """Keep the regions of the scheme with this slug."""
        return self.filter(scheme__slug=slug)
