"""What search engines should read of people: the public profiles, as those agreed to, and questions."""

from typing import Any

from django.db.models import QuerySet

from peers.models import Profile, Question
from projects.sitemaps import BilingualSitemap


class ExpertSitemap(BilingualSitemap):
    """All profiles that everybody may find."""

    def items(self) -> QuerySet:
        """Return them in a fixed order."""
        return Profile.objects.findable().only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Profile) -> Any:
        """Return when the profile last changed."""
        return item.updated_at


class QuestionSitemap(BilingualSitemap):
    """All questions that stand on the site."""

    def items(self) -> QuerySet:
        """Return them in a fixed order, so that pages of the list never overlap."""
        return Question.objects.published().only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Question) -> Any:
        """Return when something was last said."""
        return item.updated_at
