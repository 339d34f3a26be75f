"""What waits for a moderator, over all kinds, and what members and visitors bring to one."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from projects.models.institutes import Institute
from projects.models.projects import Project
from projects.querysets.review import ReviewCaseQuerySet
from projects.states import Outcome, ReportReason, Stage, TermKind
from vindplaats.audit import audited


@audited
class ReviewCase(models.Model):
    """One thing on which a moderator has to decide. `kind` and `object_id` say which; other apps bring kinds too."""

    kind = models.CharField(_("soort"), max_length=20)
    object_id = models.BigIntegerField(_("nummer"))
    title = models.CharField(_("waarover"), max_length=300)
    institute = models.ForeignKey(
        Institute, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("instelling")
    )
    flags = ArrayField(models.CharField(max_length=20), verbose_name=_("let op"), default=list, blank=True)
    opened_at = models.DateTimeField(_("wacht sinds"))
    due_at = models.DateTimeField(_("norm"), help_text=_("Twee werkdagen na binnenkomst."))
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("bij")
    )
    assigned_at = models.DateTimeField(_("opgepakt op"), null=True, blank=True)
    closed_at = models.DateTimeField(_("besloten op"), null=True, blank=True)
    outcome = models.CharField(_("uitkomst"), max_length=10, choices=Outcome.choices, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("door")
    )
    reason = models.TextField(_("reden"), blank=True)

    objects = ReviewCaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("zaak")
        verbose_name_plural = _("wat wacht op een moderator")
        ordering = ["opened_at", "pk"]
        indexes = [models.Index(fields=["opened_at", "id"], name="review_waiting", condition=Q(closed_at=None))]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id"], name="review_one_open", condition=Q(closed_at__isnull=True)
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, outcome="") | Q(closed_at__isnull=False, outcome__in=Outcome.values),
                name="review_closed_has_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.title


@audited
class CaseNote(models.Model):
    """What a moderator tells colleagues about a case. Nobody else sees it."""

    case = models.ForeignKey(ReviewCase, models.CASCADE, related_name="notes", verbose_name=_("zaak"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("schrijver")
    )
    text = models.TextField(_("notitie"))
    created_at = models.DateTimeField(_("geschreven op"), auto_now_add=True)

    class Meta:
        verbose_name = _("notitie voor collega's")
        verbose_name_plural = _("notities voor collega's")
        ordering = ["created_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="case_note_has_text")]

    def __str__(self) -> str:
        return self.text[:60]


@audited
class TermProposal(models.Model):
    """A term that a member misses in one of the lists, perhaps for a certain project."""

    kind = models.CharField(_("lijst"), max_length=20, choices=TermKind.choices)
    name = models.CharField(_("naam"), max_length=100)
    explanation = models.TextField(_("toelichting"), blank=True)
    project = models.ForeignKey(
        Project, models.SET_NULL, null=True, blank=True, related_name="term_proposals", verbose_name=_("project")
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("van")
    )
    status = models.CharField(_("status"), max_length=10, choices=Stage.choices, default=Stage.SUBMITTED)
    accepted_slug = models.CharField(_("kenmerk van de term"), max_length=120, blank=True)
    created_at = models.DateTimeField(_("voorgesteld op"), auto_now_add=True)

    class Meta:
        verbose_name = _("voorgestelde term")
        verbose_name_plural = _("voorgestelde termen")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=TermKind.values), name="term_proposal_kind_known"),
            models.CheckConstraint(condition=Q(status__in=Stage.values), name="term_proposal_status_known"),
            models.CheckConstraint(condition=~Q(name=""), name="term_proposal_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


@audited
class Report(models.Model):
    """What a reader says is wrong with a page. An address is asked only to answer to, and goes with the case."""

    path = models.CharField(_("pagina"), max_length=500)
    reason = models.CharField(_("waarom"), max_length=10, choices=ReportReason.choices)
    text = models.TextField(_("toelichting"), blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    language = models.CharField(_("taal van de melder"), max_length=2, default="nl")
    created_at = models.DateTimeField(_("gemeld op"), auto_now_add=True)

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(reason__in=ReportReason.values), name="report_reason_known"),
            models.CheckConstraint(condition=Q(path__startswith="/"), name="report_of_a_page"),
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.path}"


@audited
class ReplyTemplate(models.Model):
    """A text that moderators send more often; they change it before it goes out."""

    kind = models.CharField(_("soort zaak"), max_length=20, blank=True, help_text=_("Leeg: bij alle soorten."))
    title = models.CharField(_("titel"), max_length=100)
    text = models.TextField(_("tekst"))
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("standaardtekst")
        verbose_name_plural = _("standaardteksten")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title


@audited
class FormerSlug(models.Model):
    """An address that a project or institute had before it was merged or renamed; it leads on to the present one.

    `external_id` is the number that a project had in files, so that an import does not bring it back.
    """

    slug = models.SlugField(_("vroeger kenmerk"), max_length=120)
    external_id = models.CharField(_("vroeger nummer"), max_length=100, blank=True)
    project = models.ForeignKey(
        Project, models.CASCADE, null=True, blank=True, related_name="former_slugs", verbose_name=_("project")
    )
    institute = models.ForeignKey(
        Institute, models.CASCADE, null=True, blank=True, related_name="former_slugs", verbose_name=_("instelling")
    )
    created_at = models.DateTimeField(_("sinds"), auto_now_add=True)

    class Meta:
        verbose_name = _("vroeger adres")
        verbose_name_plural = _("vroegere adressen")
        constraints = [
            models.CheckConstraint(
                condition=Q(project__isnull=True) ^ Q(institute__isnull=True), name="former_slug_of_one_thing"
            ),
            models.UniqueConstraint(fields=["slug"], name="former_project_slug", condition=Q(institute=None)),
            models.UniqueConstraint(fields=["slug"], name="former_institute_slug", condition=Q(project=None)),
            models.UniqueConstraint(
                fields=["external_id"], name="former_project_external_id", condition=~Q(external_id="")
            ),
        ]

    def __str__(self) -> str:
        return self.slug
