"""What members say of projects and lessons from experience of their own."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from peers.models.fields import taken_down_at, text_constraint, writer
from peers.querysets.questions import ShownQuerySet
from peers.states import AdoptionState, MarkKind
from projects.models import Institute, Lesson, Project
from projects.models.fields import partial_date, partial_date_constraints, text_language
from projects.states import StopReason
from vindplaats.audit import audited


@audited
class Mark(models.Model):
    """That a pitfall was met elsewhere too, or that what helped did or did not help there, with a line of context."""

    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="marks", verbose_name=_("les"))
    user = writer("marks", _("gebruiker"))
    user_name = models.CharField(_("naam"), max_length=150)
    institute = models.ForeignKey(
        Institute, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("instelling")
    )
    kind = models.CharField(_("wat"), max_length=10, choices=MarkKind.choices)
    line = models.CharField(_("toelichting"), max_length=280, blank=True)
    language = text_language()
    created_at = models.DateTimeField(_("op"))
    removed_at = taken_down_at()

    objects = ShownQuerySet.as_manager()

    class Meta:
        verbose_name = _("ervaring met een les")
        verbose_name_plural = _("ervaringen met lessen")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=MarkKind.values), name="mark_kind_known"),
            models.UniqueConstraint(fields=["lesson", "user"], name="mark_met_once", condition=Q(kind=MarkKind.MET)),
            models.UniqueConstraint(
                fields=["lesson", "user"], name="mark_helped_or_not", condition=~Q(kind=MarkKind.MET)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.lesson}"


@audited
class Reaction(models.Model):
    """What a member writes under a project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="reactions", verbose_name=_("project"))
    author = writer("reactions", _("schrijver"))
    author_name = models.CharField(_("naam"), max_length=150)
    institute = models.ForeignKey(
        Institute, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("instelling")
    )
    text = models.TextField(_("reactie"))
    language = text_language()
    created_at = models.DateTimeField(_("geschreven op"))
    removed_at = taken_down_at()

    objects = ShownQuerySet.as_manager()

    class Meta:
        verbose_name = _("reactie")
        verbose_name_plural = _("reacties")
        ordering = ["created_at", "pk"]
        constraints = [text_constraint("reaction")]

    def __str__(self) -> str:
        return self.text[:60]


@audited
class Adoption(models.Model):
    """That an institute took over a project of another, since when, and how it goes there."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="adoptions", verbose_name=_("project"))
    institute = models.ForeignKey(Institute, models.CASCADE, related_name="adoptions", verbose_name=_("instelling"))
    user = writer("+", _("ingevuld door"))
    state = models.CharField(_("hoe het gaat"), max_length=10, choices=AdoptionState.choices)
    start = partial_date(_("sinds"))
    end = partial_date(_("tot"))
    stop_reason = models.CharField(_("waarom gestopt"), max_length=20, choices=StopReason.choices, blank=True)
    text = models.TextField(_("toelichting"), blank=True)
    language = text_language()
    created_at = models.DateTimeField(_("ingevuld op"), auto_now_add=True)
    updated_at = models.DateTimeField(_("gewijzigd op"), auto_now=True)
    removed_at = taken_down_at()

    objects = ShownQuerySet.as_manager()

    class Meta:
        verbose_name = _("toepassing elders")
        verbose_name_plural = _("toepassingen elders")
        ordering = ["-start", "-pk"]
        constraints = [
            *partial_date_constraints("adoption"),
            models.CheckConstraint(condition=Q(state__in=AdoptionState.values), name="adoption_state_known"),
            models.CheckConstraint(condition=~Q(start=""), name="adoption_has_start"),
            models.CheckConstraint(
                condition=Q(stop_reason="") & ~Q(state=AdoptionState.STOPPED)
                | Q(state=AdoptionState.STOPPED, stop_reason__in=StopReason.values),
                name="adoption_stopped_says_why",
            ),
            models.UniqueConstraint(
                fields=["project", "institute"],
                name="adoption_once",
                violation_error_message=_("Uw instelling staat al bij dit project. Wijzig wat er staat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.institute}: {self.project}"
