"""What search engines should read: every public page, in both languages."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from projects.models import (
    Collection,
    Condition,
    Institute,
    Lesson,
    Programme,
    Project,
    Region,
    Resource,
    Sector,
    Theme,
)

PAGES = [
    *("home", "projects:project_list", "projects:comparable", "projects:lesson_list", "projects:theme_list"),
    *("projects:sector_list", "projects:condition_list", "projects:region_list", "projects:institute_list"),
    *("projects:resource_list", "projects:decision_aids"),
    *("projects:lesson_forecast", "projects:stopped_list"),
    *("projects:programme_list", "projects:collection_list", "about", "accessibility", "privacy"),
    *("contact_editors", "api_explained"),
]


class BilingualSitemap(Sitemap):
    """A list of pages that exist in Dutch and English."""

    i18n = True
    alternates = True
    x_default = True
    limit = 2000


class ProjectSitemap(BilingualSitemap):
    """All published projects."""

    def items(self) -> QuerySet:
        """Return them in a fixed order, so that pages of the list never overlap."""
        return Project.objects.published().only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Project) -> Any:
        """Return when the project last changed."""
        return item.updated_at


class LessonSitemap(BilingualSitemap):
    """All lessons that have a page of their own."""

    def items(self) -> QuerySet:
        """Return them in a fixed order."""
        return Lesson.objects.listed().only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Lesson) -> Any:
        """Return when the lesson last changed."""
        return item.updated_at


class ThemeSitemap(BilingualSitemap):
    """All themes."""

    def items(self) -> QuerySet:
        """Return them in a fixed order."""
        return Theme.objects.order_by("pk")


class ResourceSitemap(BilingualSitemap):
    """All public resources."""

    def items(self) -> QuerySet:
        """Return them in a fixed order."""
        return Resource.objects.published().only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Resource) -> Any:
        """Return when it last changed."""
        return item.updated_at


class SectorSitemap(BilingualSitemap):
    """All sectors."""

    def items(self) -> QuerySet:
        """Return them in a fixed order."""
        return Sector.objects.order_by("pk")


class ConditionSitemap(BilingualSitemap):
    """All conditions."""

    def items(self) -> QuerySet:
        """Return them in a fixed order."""
        return Condition.objects.order_by("pk")


class InstituteSitemap(BilingualSitemap):
    """All institutes that have a page."""

    def items(self) -> QuerySet:
        """Return them in a fixed order."""
        return Institute.objects.shown().only("slug").order_by("pk")


class RegionSitemap(BilingualSitemap):
    """All regions of the schemes in force."""

    def items(self) -> QuerySet:
        """Return them in a fixed order, once each: two editions in force share addresses."""
        return Region.objects.in_force(timezone.localdate()).only("slug").order_by("slug", "pk").distinct("slug")


class ProgrammeSitemap(BilingualSitemap):
    """All programmes."""

    def items(self) -> QuerySet:
        """Return them in a fixed order."""
        return Programme.objects.only("slug").order_by("pk")


class CollectionSitemap(BilingualSitemap):
    """All public collections."""

    def items(self) -> QuerySet:
        """Return them in a fixed order."""
        return Collection.objects.public().only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Collection) -> Any:
        """Return when the collection last changed."""
        return item.updated_at


class PageSitemap(BilingualSitemap):
    """The pages that are always there, those of other apps too."""

    def items(self) -> list[str]:
        """Return their names."""
        return list(PAGES)

    def location(self, item: str) -> str:
        """Return the address of a page."""
        return reverse(item)


SITEMAPS = {
    "pages": PageSitemap,
    "projects": ProjectSitemap,
    "lessons": LessonSitemap,
    "resources": ResourceSitemap,
    "themes": ThemeSitemap,
    "programmes": ProgrammeSitemap,
    "sectors": SectorSitemap,
    "conditions": ConditionSitemap,
    "collections": CollectionSitemap,
    "institutes": InstituteSitemap,
    "regions": RegionSitemap,
}


def register(section: str, sitemap: type[Sitemap], *pages: str) -> None:
    """Add what another app has of public pages: a section, and names of pages that are always there."""
    SITEMAPS[section] = sitemap
    PAGES.extend(page for page in pages if page not in PAGES)
