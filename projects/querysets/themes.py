"""Questions about themes."""

from typing import Self

from django.db import models


class ThemeQuerySet(models.QuerySet):
    """Chainable: `Theme.objects.main().in_order()`."""

    def main(self) -> Self:
        """Keep the themes of the first level."""
        return self.filter(parent__isnull=True)

    def in_order(self) -> Self:
        """Order as editors placed them."""
        return self.order_by("position", "name")
