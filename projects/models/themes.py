"""Themes in two levels and technology tags, both on django-taggit."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from projects.models.terms import Bilingual
from projects.querysets.themes import ThemeQuerySet
from vindplaats.addresses import page_of
from vindplaats.audit import audited


@audited
class Theme(Bilingual, TagBase):
    """What a project is about. A theme with a parent is of the second level; there is no third (a service rule)."""

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("hoort bij")
    )
    description = models.TextField(_("omschrijving"), blank=True)
    description_en = models.TextField(_("omschrijving in het Engels"), blank=True)
    position = models.PositiveSmallIntegerField(_("plaats in de lijst"), default=0)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")),
                name="theme_not_its_own_parent",
                violation_error_message=_("Een thema kan niet bij zichzelf horen."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def about(self) -> str:
        """The description in the active language; Dutch where English is missing."""
        return (self.description_en if get_language() == "en" else "") or self.description

    def get_absolute_url(self) -> str:
        """The theme's page."""
        return page_of("projects:theme_detail", self.slug)


@audited
class Technology(Bilingual, TagBase):
    """A free tag for the technology in use, such as 'beeldbellen'."""

    aliases = ArrayField(models.CharField(max_length=100), verbose_name=_("andere woorden"), default=list, blank=True)

    class Meta:
        verbose_name = _("technologie")
        verbose_name_plural = _("technologieën")
        ordering = ["name"]


class ThemeLink(ItemBase):
    """One theme on one object."""

    tag = models.ForeignKey(Theme, models.CASCADE, related_name="%(class)s_items", verbose_name=_("thema"))

    class Meta:
        abstract = True


@audited
class ProjectTheme(ThemeLink):
    """A theme of a project."""

    content_object = models.ForeignKey("projects.Project", models.CASCADE, related_name="theme_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="project_theme_once")]


@audited
class LessonTheme(ThemeLink):
    """A theme of a lesson."""

    content_object = models.ForeignKey("projects.Lesson", models.CASCADE, related_name="theme_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="lesson_theme_once")]


@audited
class ResourceTheme(ThemeLink):
    """A theme of a resource."""

    content_object = models.ForeignKey("projects.Resource", models.CASCADE, related_name="theme_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="resource_theme_once")]


@audited
class ProjectTechnology(ItemBase):
    """A technology of a project."""

    tag = models.ForeignKey(Technology, models.CASCADE, related_name="items", verbose_name=_("technologie"))
    content_object = models.ForeignKey("projects.Project", models.CASCADE, related_name="technology_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="project_technology_once")]
