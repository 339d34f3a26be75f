"""How the country is divided: municipalities, and the schemes of regions that overlap each other."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from projects.models.fields import ChecksComputedNames, sort_key
from projects.querysets.regions import RegionQuerySet, RegionSchemeQuerySet
from vindplaats.addresses import page_of
from vindplaats.audit import audited
from vindplaats.text import alphabetical

Place = TypeVar("Place", "Gemeente", "Region")


def by_name(places: Iterable[Place]) -> list[Place]:
    """Return municipalities or regions in alphabetical order, whatever the collation of the database."""
    return sorted(places, key=lambda place: alphabetical(place.name))


@audited
class Gemeente(models.Model):
    """A municipality as Statistics Netherlands (CBS) names and codes it."""

    code = models.CharField(_("CBS-code"), max_length=6, unique=True)
    name = models.CharField(_("naam"), max_length=100, unique=True)
    slug = models.SlugField(_("kenmerk"), max_length=100, unique=True)

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@audited
class GemeenteAlias(ChecksComputedNames):
    """Another name under which people know a municipality, or a place in it: Den Haag, Drachten."""

    gemeente = models.ForeignKey(Gemeente, models.CASCADE, related_name="aliases", verbose_name=_("gemeente"))
    name = models.CharField(_("naam"), max_length=100)
    sort_key = sort_key("name")

    class Meta:
        verbose_name = _("andere naam van een gemeente")
        verbose_name_plural = _("andere namen van gemeenten")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["sort_key"],
                name="gemeente_alias_once",
                violation_error_message=_("Deze naam staat al bij een gemeente."),
            )
        ]

    def __str__(self) -> str:
        return self.name


@audited
class RegionScheme(models.Model):
    """One way to divide the country, with the days on which it holds and how sure its source is."""

    slug = models.SlugField(_("kenmerk"), max_length=50)
    name = models.CharField(_("naam"), max_length=100)
    name_en = models.CharField(_("naam in het Engels"), max_length=100, blank=True)
    valid_from = models.DateField(_("geldig vanaf"))
    valid_to = models.DateField(_("geldig tot en met"), null=True, blank=True)
    source = models.CharField(_("bron"), max_length=300, blank=True)
    source_url = models.URLField(_("adres van de bron"), max_length=500, blank=True)
    certainty = models.CharField(_("zekerheid"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("plaats in de lijst"), default=0)

    objects = RegionSchemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("regio-indeling")
        verbose_name_plural = _("regio-indelingen")
        ordering = ["position", "name", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["slug", "valid_from"], name="region_scheme_once_per_date"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="region_scheme_ends_after_start",
                violation_error_message=_("De laatste dag ligt vóór de eerste."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.valid_from.year})"

    @property
    def label(self) -> str:
        """The name in the active language."""
        return (self.name_en if get_language() == "en" else "") or self.name


@audited
class Region(models.Model):
    """A region of one scheme; 'Flevoland' means another area in each scheme, so the scheme is always shown."""

    scheme = models.ForeignKey(RegionScheme, models.CASCADE, related_name="regions", verbose_name=_("regio-indeling"))
    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("naam"), max_length=150)
    slug = models.SlugField(_("kenmerk"), max_length=120)
    gemeenten = models.ManyToManyField(
        Gemeente, through="RegionGemeente", related_name="regions", verbose_name=_("gemeenten")
    )

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("regio")
        verbose_name_plural = _("regio's")
        ordering = ["scheme", "name"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code"], name="region_code_once_per_scheme"),
            models.UniqueConstraint(fields=["scheme", "slug"], name="region_slug_once_per_scheme"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.scheme.label})"

    def get_absolute_url(self) -> str:
        """The region's page."""
        return page_of("projects:region_detail", self.slug)


@audited
class RegionGemeente(models.Model):
    """A municipality in a region. One municipality may lie in two regions of the same scheme."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="gemeente_links", verbose_name=_("regio"))
    gemeente = models.ForeignKey(Gemeente, models.CASCADE, related_name="region_links", verbose_name=_("gemeente"))

    class Meta:
        verbose_name = _("gemeente in een regio")
        verbose_name_plural = _("gemeenten in regio's")
        constraints = [models.UniqueConstraint(fields=["region", "gemeente"], name="region_gemeente_once")]

    def __str__(self) -> str:
        return f"{self.gemeente} – {self.region}"
