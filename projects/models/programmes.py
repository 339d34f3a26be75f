"""National and regional programmes: their lines, who keeps them up to date, and what these tell."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models.fields import (
    language_constraint,
    new_external_id,
    partial_date,
    partial_date_constraints,
    text_language,
    web_address_constraint,
)
from projects.models.resources import Resource
from projects.models.terms import Bilingual
from projects.querysets.programmes import ProgrammeQuerySet
from projects.states import MilestoneState
from projects.states.programmes import told_by_in_words
from vindplaats.addresses import page_of
from vindplaats.audit import audited

# A year, a year and month, or a day: level 0 of EDTF (ISO 8601-2).
DATE_AS_KNOWN = r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


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

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("programma")
        verbose_name_plural = _("programma's")
        ordering = ["name"]
        constraints = [
            *partial_date_constraints("programme"),
            language_constraint("programme"),
            web_address_constraint("source_url", "programme_source_http"),
        ]

    def get_absolute_url(self) -> str:
        """The programme's page."""
        return page_of("projects:programme_detail", self.slug)

    @property
    def is_ended(self) -> bool:
        """Whether its last year or month is over."""
        return bool(self.end) and self.end < timezone.localdate().isoformat()[: len(self.end)]


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


@audited
class ProgrammeEditor(models.Model):
    """Somebody who keeps the page of a programme up to date; moderators appoint."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="editors", verbose_name=_("programma"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="programme_editorships", verbose_name=_("gebruiker")
    )
    shown_as = models.CharField(
        _("staat onder berichten als"),
        max_length=120,
        blank=True,
        help_text=_("Een organisatie of functie, zoals ‘Programmabureau’. Nooit de naam van een persoon."),
    )
    created_at = models.DateTimeField(_("sinds"), auto_now_add=True)

    class Meta:
        verbose_name = _("redacteur van een programma")
        verbose_name_plural = _("redacteuren van programma's")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "user"],
                name="programme_editor_once",
                violation_error_message=_("Deze persoon is al redacteur van dit programma."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme}: {self.user}"


@audited
class ProgrammeMilestone(models.Model):
    """Something that a programme means to reach, reached or gave up, in the language of the programme."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="milestones", verbose_name=_("programma"))
    line = models.ForeignKey(
        ProgrammeLine, models.SET_NULL, null=True, blank=True, related_name="milestones", verbose_name=_("lijn")
    )
    title = models.CharField(_("titel"), max_length=200)
    moment = models.CharField(
        _("wanneer"),
        max_length=10,
        validators=[RegexValidator(DATE_AS_KNOWN, _("Vul een jaar, een maand of een dag in, zoals 2024-05."))],
        help_text=_("Zo precies als bekend: 2024, 2024-05 of 2024-05-31."),
    )
    state = models.CharField(_("stand"), max_length=10, choices=MilestoneState.choices, default=MilestoneState.PLANNED)
    source_url = models.URLField(_("adres van de bron"), max_length=1000, blank=True)
    created_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)

    class Meta:
        verbose_name = _("mijlpaal")
        verbose_name_plural = _("mijlpalen")
        ordering = ["moment", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "title"], name="milestone_once"),
            models.CheckConstraint(condition=~Q(title=""), name="milestone_has_title"),
            models.CheckConstraint(condition=Q(state__in=MilestoneState.values), name="milestone_state_known"),
            models.CheckConstraint(condition=Q(moment__regex=DATE_AS_KNOWN), name="milestone_moment_is_date"),
            web_address_constraint("source_url", "milestone_source_http"),
        ]

    def __str__(self) -> str:
        return self.title


@audited
class ProgrammeUpdate(models.Model):
    """How a programme stands on a day, told by its editors. Text is Markdown in the language of the programme."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="updates", verbose_name=_("programma"))
    title = models.CharField(_("titel"), max_length=150)
    text = models.TextField(_("stand van zaken"))
    told_on = models.DateField(_("datum"))
    told_by = models.CharField(_("namens"), max_length=120, blank=True)
    """The organisation or function that stands under it; never the name of an account."""
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("schrijver")
    )
    created_at = models.DateTimeField(_("geschreven op"), auto_now_add=True)
    updated_at = models.DateTimeField(_("gewijzigd op"), auto_now=True)

    class Meta:
        verbose_name = _("stand van zaken van een programma")
        verbose_name_plural = _("standen van zaken van programma's")
        ordering = ["-told_on", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(title="") & ~Q(text=""), name="programme_update_has_text")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where it stands among all of the programme."""
        return f"{reverse('projects:programme_updates', args=[self.programme.slug])}#bericht-{self.pk}"

    @property
    def told_by_label(self) -> str:
        """In whose name it was written, in the active language."""
        return told_by_in_words(self.told_by)


@audited
class ProgrammeDocument(models.Model):
    """A document of a programme: a resource of the site, or an address elsewhere with a title."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="documents", verbose_name=_("programma"))
    title = models.CharField(_("titel"), max_length=200, blank=True)
    url = models.URLField(_("adres"), max_length=1000, blank=True)
    resource = models.ForeignKey(
        Resource,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="programme_documents",
        verbose_name=_("hulpmiddel"),
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("document van een programma")
        verbose_name_plural = _("documenten van programma's")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(resource=None) & ~Q(url="") & ~Q(title="") | Q(resource__isnull=False, url="", title=""),
                name="programme_document_link_or_resource",
                violation_error_message=_("Kies een hulpmiddel, of vul een titel en een adres in."),
            ),
            models.UniqueConstraint(fields=["programme", "resource"], name="programme_document_resource_once"),
            web_address_constraint("url", "programme_document_http"),
        ]

    def __str__(self) -> str:
        return self.title or str(self.resource)
