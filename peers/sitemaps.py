"""What search engines should read of people: the public profiles, as those agreed to."""

from typing import Any

from django.db.models import QuerySet

from peers.models import Profile
from projects.sitemaps import BilingualSitemap


class ExpertSitemap(BilingualSitemap):
    """All profiles that everybody may find."""

    def items(self) -> QuerySet:
        """Return them in a fixed order."""
        return Profile.objects.findable().only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Profile) -> Any:
        """Return when the profile last changed."""
        return item.updated_at
