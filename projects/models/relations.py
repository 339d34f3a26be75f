"""What belongs to one project: partners, programmes and money."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from projects.models.fields import partial_date, partial_date_constraints
from projects.models.institutes import Institute
from projects.models.programmes import Programme, ProgrammeLine
from projects.models.projects import Project
from projects.states import FundingKind
from vindplaats.audit import audited


@audited
class ProjectPartner(models.Model):
    """Who took part besides the leading institute; linked to an institute's page where it has one."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="partners", verbose_name=_("project"))
    name = models.CharField(_("naam"), max_length=200)
    institute = models.ForeignKey(
        Institute, models.SET_NULL, null=True, blank=True, related_name="partnerships", verbose_name=_("instelling")
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["project", "name"], name="project_partner_once")]

    def __str__(self) -> str:
        return self.name


@audited
class ProjectProgramme(models.Model):
    """A programme, and perhaps one of its lines, under which a project runs."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="programme_links", verbose_name=_("project"))
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="project_links", verbose_name=_("programma"))
    line = models.ForeignKey(
        ProgrammeLine, models.SET_NULL, null=True, blank=True, related_name="project_links", verbose_name=_("lijn")
    )

    class Meta:
        verbose_name = _("programma van een project")
        verbose_name_plural = _("programma's van projecten")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "programme", "line"], name="project_programme_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme}: {self.line}" if self.line else str(self.programme)


@audited
class ProjectFunding(models.Model):
    """How a project was paid for. Amounts in euros."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="fundings", verbose_name=_("project"))
    kind = models.CharField(_("soort"), max_length=20, choices=FundingKind.choices)
    name = models.CharField(_("naam van de regeling of gever"), max_length=200, blank=True)
    amount_eur = models.DecimalField(_("bedrag in euro"), max_digits=12, decimal_places=2, null=True, blank=True)
    start = partial_date(_("begin"))
    end = partial_date(_("einde"))
    note = models.TextField(_("toelichting"), blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("financiering")
        verbose_name_plural = _("financieringen")
        ordering = ["position", "pk"]
        constraints = [
            *partial_date_constraints("funding"),
            models.CheckConstraint(condition=Q(kind__in=FundingKind.values), name="funding_kind_known"),
            models.CheckConstraint(
                condition=Q(amount_eur=None) | Q(amount_eur__gte=0),
                name="funding_amount_not_negative",
                violation_error_message=_("Een bedrag is niet negatief."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.get_kind_display()
