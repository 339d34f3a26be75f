"""The care project, which everything else on the site is about."""

import datetime
from functools import cached_property

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from projects.models.fields import (
    language_constraint,
    new_external_id,
    partial_date,
    partial_date_constraints,
    sort_key,
    text_language,
    web_address_constraint,
)
from projects.models.institutes import Institute
from projects.models.regions import Gemeente, Region
from projects.models.terms import Application, Condition, Sector, TargetGroup
from projects.models.themes import ProjectTechnology, ProjectTheme, Theme
from projects.querysets.projects import ProjectQuerySet
from projects.states import OUTDATED_AFTER_DAYS, Kept, Phase, Scope, Status, StopReason
from vindplaats.addresses import page_of
from vindplaats.audit import audited, audited_links
from vindplaats.months import add_months

# Words that mean something else after /projecten/ or /mijn/projecten/.
RESERVED_SLUGS = frozenset({"vergelijken", "kaart", "nieuw", "indienen", "export", "feed", "inlezen"})
MONTHS_BETWEEN_CONFIRMATIONS = 12


@audited
class Project(models.Model):
    """A care project, programme practice or pilot at one or more institutes. Texts are Markdown in `language`."""

    external_id = models.CharField(_("nummer"), max_length=100, unique=True, default=new_external_id)
    slug = models.SlugField(_("kenmerk"), max_length=120, unique=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    title = models.CharField(_("titel"), max_length=200)
    summary = models.TextField(_("samenvatting"))
    problem = models.TextField(_("aanleiding"), blank=True)
    approach = models.TextField(_("aanpak"), blank=True)
    results = models.TextField(_("resultaten"), blank=True)
    language = text_language()
    phase = models.CharField(_("fase"), max_length=20, choices=Phase.choices, blank=True)
    phase_source_year = models.PositiveSmallIntegerField(_("fase volgens bron in jaar"), null=True, blank=True)
    stop_reasons = ArrayField(
        models.CharField(max_length=20, choices=StopReason.choices),
        verbose_name=_("redenen om te stoppen"),
        default=list,
        blank=True,
    )
    stop_explanation = models.TextField(_("toelichting op het stoppen"), blank=True)
    start = partial_date(_("begin"))
    end = partial_date(_("einde"))
    scope = models.CharField(_("reikwijdte"), max_length=10, choices=Scope.choices, blank=True)
    institute = models.ForeignKey(
        Institute, models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("instelling")
    )
    kept = models.CharField(_("na de financiering"), max_length=10, choices=Kept.choices, default=Kept.UNKNOWN)
    kept_explanation = models.TextField(_("wat er bleef"), blank=True)
    source_url = models.URLField(_("adres van de bron"), max_length=1000, blank=True)
    source_accessed = models.DateField(_("bron gelezen op"), null=True, blank=True)
    confirmed_on = models.DateField(_("bevestigd door de instelling op"), null=True, blank=True)
    published_at = models.DateTimeField(_("gepubliceerd op"), null=True, blank=True)
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    updated_at = models.DateTimeField(_("gewijzigd op"), auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gemaakt door"),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="owned_projects",
        verbose_name=_("eigenaar"),
        help_text=_("Wie gevraagd wordt of de pagina nog klopt."),
    )
    confirm_every = models.PositiveSmallIntegerField(
        _("maanden tussen twee bevestigingen"), default=MONTHS_BETWEEN_CONFIRMATIONS
    )
    sort_key = sort_key("title")

    themes = TaggableManager(_("thema's"), through=ProjectTheme, blank=True, help_text="")
    technologies = TaggableManager(_("technologie"), through=ProjectTechnology, blank=True, help_text="")
    sectors = models.ManyToManyField(Sector, related_name="projects", blank=True, verbose_name=_("sectoren"))
    target_groups = models.ManyToManyField(
        TargetGroup, related_name="projects", blank=True, verbose_name=_("doelgroepen")
    )
    conditions = models.ManyToManyField(Condition, related_name="projects", blank=True, verbose_name=_("aandoeningen"))
    applications = models.ManyToManyField(
        Application, related_name="projects", blank=True, verbose_name=_("toepassingen")
    )
    gemeenten = models.ManyToManyField(Gemeente, related_name="projects", blank=True, verbose_name=_("gemeenten"))
    regions = models.ManyToManyField(Region, related_name="projects", blank=True, verbose_name=_("regio's"))

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projecten")
        ordering = ["-published_at", "-pk"]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="project_newest", condition=Q(status=Status.PUBLISHED)),
            models.Index(fields=["-end", "-published_at", "-id"], name="project_stopped", condition=Q(phase="stopped")),
        ]
        constraints = [
            *partial_date_constraints("project"),
            language_constraint("project"),
            web_address_constraint("source_url", "project_source_http"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="project_status_known"),
            models.CheckConstraint(condition=Q(phase__in=["", *Phase.values]), name="project_phase_known"),
            models.CheckConstraint(condition=Q(scope__in=["", *Scope.values]), name="project_scope_known"),
            models.CheckConstraint(condition=Q(kept__in=Kept.values), name="project_kept_known"),
            models.CheckConstraint(
                condition=Q(stop_reasons__contained_by=StopReason.values), name="project_stop_reasons_known"
            ),
            models.CheckConstraint(
                condition=Q(phase=Phase.STOPPED) | Q(stop_reasons=[], stop_explanation=""),
                name="project_stop_reasons_only_when_stopped",
                violation_error_message=_("Alleen een gestopt project heeft redenen om te stoppen."),
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED) | Q(published_at__isnull=False), name="project_published_has_date"
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_SLUGS)),
                name="project_slug_not_reserved",
                violation_error_message=_("Dit kenmerk is al een adres van de site. Kies een ander."),
            ),
            models.CheckConstraint(
                condition=~Q(title="") & (~Q(summary="") | Q(status=Status.DRAFT)), name="project_has_title_and_summary"
            ),
            models.CheckConstraint(
                condition=Q(confirm_every__gte=3, confirm_every__lte=60),
                name="project_confirmed_every_3_to_60_months",
                violation_error_message=_("Kies een aantal maanden van 3 tot en met 60."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The project's page."""
        return page_of("projects:project_detail", self.slug)

    @property
    def confirm_due_on(self) -> datetime.date | None:
        """The day on which the owner is asked again whether the page is right; None while it is not published.

        `ProjectQuerySet.with_confirm_due_on` says the same in SQL.
        """
        if self.status != Status.PUBLISHED:
            return None
        return add_months(self.confirmed_on or timezone.localdate(self.published_at), self.confirm_every)

    @property
    def may_be_outdated(self) -> bool:
        """Whether it should have been confirmed by now, reminders included."""
        due = self.confirm_due_on
        return due is not None and due + datetime.timedelta(days=OUTDATED_AFTER_DAYS) <= timezone.localdate()

    @cached_property
    def theme_labels(self) -> list[str]:
        """The names of the themes in the active language; a list of projects sets them, or prefetches `theme_links`."""
        return [theme.label for theme in self.linked_themes]

    @property
    def linked_themes(self) -> list[Theme]:
        """The themes as they were given, by way of their links: a list of projects prefetches those more cheaply."""
        return [link.tag for link in sorted(self.theme_links.all(), key=lambda link: link.pk)]

    def stop_reason_labels(self) -> list[str]:
        """The reasons for stopping, in words."""
        return [str(StopReason(reason).label) for reason in self.stop_reasons]


def _links(field: str, name: str) -> type[models.Model]:
    return audited_links(getattr(Project, field).through, name, __name__)


ProjectSector = _links("sectors", "ProjectSector")
ProjectTargetGroup = _links("target_groups", "ProjectTargetGroup")
ProjectCondition = _links("conditions", "ProjectCondition")
ProjectApplication = _links("applications", "ProjectApplication")
ProjectGemeente = _links("gemeenten", "ProjectGemeente")
ProjectRegion = _links("regions", "ProjectRegion")
