"""National and regional programmes, and the lines they are made of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.fields import (
    language_constraint,
    new_external_id,
    partial_date,
    partial_date_constraints,
    text_language,
    web_address_constraint,
)
from projects.models.terms import Bilingual
from vindplaats.audit import audited


@audited
class Programme(Bilingual):
    """A programme under which projects run."""

    external_id = models.CharField(_("nummer"), max_length=100, unique=True, default=new_external_id)
    name = models.CharField(_("naam"), max_length=200)
    slug = models.SlugField(_("kenmerk"), max_length=100, unique=True)
    summary = models.TextField(_("samenvatting"), blank=True)
    language = text_language()
    start = partial_date(_("begin"))
    end = partial_date(_("einde"))
    source_url = models.URLField(_("adres van de bron"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("programma")
        verbose_name_plural = _("programma's")
        ordering = ["name"]
        constraints = [
            *partial_date_constraints("programme"),
            language_constraint("programme"),
            web_address_constraint("source_url", "programme_source_http"),
        ]


@audited
class ProgrammeLine(Bilingual):
    """A line of a programme."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="lines", verbose_name=_("programma"))
    name = models.CharField(_("naam"), max_length=200)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("programmalijn")
        verbose_name_plural = _("programmalijnen")
        ordering = ["programme", "position"]
        constraints = [models.UniqueConstraint(fields=["programme", "name"], name="programme_line_once")]
