"""The controlled vocabulary: sectors, target groups, conditions and applications, in Dutch and English."""

from collections.abc import Iterable
from typing import TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from vindplaats.addresses import page_of
from vindplaats.audit import audited
from vindplaats.text import alphabetical

T = TypeVar("T", bound="Bilingual")


class Bilingual(models.Model):
    """A name in two languages; `label` is the one of the page."""

    name_en = models.CharField(_("naam in het Engels"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The name in the active language; Dutch where English is missing."""
        return (self.name_en if get_language() == "en" else "") or self.name

    @property
    def label_language(self) -> str:
        """The language that `label` is in."""
        return "en" if get_language() == "en" and self.name_en else "nl"


def in_reading_order(terms: Iterable[T]) -> list[T]:
    """Return terms as editors placed them; those with the same place, or none, by name in the active language."""
    return sorted(terms, key=lambda term: (getattr(term, "position", 0), alphabetical(term.label)))


class Term(Bilingual):
    """A term that editors keep; its slug is what stands in addresses and import files."""

    name = models.CharField(_("naam"), max_length=200)
    slug = models.SlugField(_("kenmerk"), max_length=100, unique=True)
    position = models.PositiveSmallIntegerField(_("plaats in de lijst"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "name"]


@audited
class Sector(Term):
    """A part of the care field, such as hospital care."""

    class Meta(Term.Meta):
        verbose_name = _("sector")
        verbose_name_plural = _("sectoren")

    def get_absolute_url(self) -> str:
        """The sector's page."""
        return page_of("projects:sector_detail", self.slug)


@audited
class TargetGroup(Term):
    """The people that a project is for."""

    class Meta(Term.Meta):
        verbose_name = _("doelgroep")
        verbose_name_plural = _("doelgroepen")


@audited
class Condition(Term):
    """An illness or health problem, with the words that lay people use for it."""

    synonyms = ArrayField(models.CharField(max_length=100), verbose_name=_("andere woorden"), default=list, blank=True)

    class Meta(Term.Meta):
        verbose_name = pgettext_lazy("ziekte", "aandoening")
        verbose_name_plural = pgettext_lazy("ziekte", "aandoeningen")

    def get_absolute_url(self) -> str:
        """The condition's page."""
        return page_of("projects:condition_detail", self.slug)

    @property
    def names(self) -> list[str]:
        """What it is called: in both languages, and by lay people."""
        return [name for name in (self.name, self.name_en, *self.synonyms) if name]


@audited
class Application(Term):
    """A digital product that projects use, with its supplier, what it does and the standards it speaks."""

    supplier = models.CharField(_("leverancier"), max_length=200, blank=True)
    function = models.CharField(_("functie"), max_length=200, blank=True)
    function_en = models.CharField(_("functie in het Engels"), max_length=200, blank=True)
    standards = ArrayField(models.CharField(max_length=100), verbose_name=_("standaarden"), default=list, blank=True)

    class Meta(Term.Meta):
        verbose_name = _("toepassing")
        verbose_name_plural = _("toepassingen")

    @property
    def label_language(self) -> str:
        """The language of the page: what a product is called is of no language."""
        return get_language() or "nl"
