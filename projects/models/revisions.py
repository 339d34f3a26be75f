"""What people write about a project before it is public, and every version that was."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from projects.models.projects import Project
from projects.querysets.revisions import RevisionQuerySet
from projects.states import OPEN_STAGES, STAGES, Stage
from vindplaats.audit import audited, audited_except

# What the services refuse, the database refuses as well.
STAGES_FOLLOW = pgtrigger.FSM(
    name="stages_follow",
    field="status",
    transitions=[(old, new) for old, following in STAGES.items() for new in sorted(following)],
)


@audited_except("base", "content")
class Revision(models.Model):
    """A text of a project as a whole: being written, waiting for a moderator, or accepted and numbered.

    `content` and `base` are records of the import format; `base` is what the project was when the writing began, so
    that a moderator sees what was changed here and what was changed by others meanwhile. `content` may hold "contact"
    as well: who answers, which is never exported.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="revisions", verbose_name=_("project"))
    number = models.PositiveIntegerField(_("versie"), null=True, blank=True, help_text=_("Van goedgekeurde teksten."))
    base = models.JSONField(_("uitgangspunt"), default=dict, blank=True)
    content = models.JSONField(_("inhoud"), default=dict, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Stage.choices, default=Stage.DRAFT)
    version = models.PositiveIntegerField(
        _("keer bewaard"), default=1, help_text=_("Zo merkt wie bewaart dat een ander intussen iets veranderde.")
    )
    note = models.TextField(_("bericht aan de moderator"), blank=True)
    reason = models.TextField(_("reden van de moderator"), blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="revisions",
        verbose_name=_("begonnen door"),
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("bewaard door"),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("besloten door"),
    )
    created_at = models.DateTimeField(_("begonnen op"), auto_now_add=True)
    updated_at = models.DateTimeField(_("bewaard op"), auto_now=True)
    submitted_at = models.DateTimeField(_("ingediend op"), null=True, blank=True)
    decided_at = models.DateTimeField(_("besloten op"), null=True, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("versie van een project")
        verbose_name_plural = _("versies van projecten")
        ordering = ["-pk"]
        triggers = [STAGES_FOLLOW]
        constraints = [
            models.UniqueConstraint(
                fields=["project"], name="revision_one_open", condition=Q(status__in=sorted(OPEN_STAGES))
            ),
            models.UniqueConstraint(fields=["project", "number"], name="revision_number_once"),
            models.CheckConstraint(condition=Q(status__in=Stage.values), name="revision_status_known"),
            models.CheckConstraint(
                condition=Q(status=Stage.ACCEPTED, number__isnull=False) | ~Q(status=Stage.ACCEPTED) & Q(number=None),
                name="revision_numbered_when_accepted",
            ),
            models.CheckConstraint(
                condition=~Q(status=Stage.SUBMITTED) | Q(submitted_at__isnull=False), name="revision_submitted_has_date"
            ),
            models.CheckConstraint(
                condition=~Q(status=Stage.RETURNED) | ~Q(reason=""), name="revision_returned_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(status=Stage.ACCEPTED) | Q(decided_at__isnull=False), name="revision_accepted_has_date"
            ),
        ]

    def __str__(self) -> str:
        return str(self.content.get("title") or self.project)


@audited
class StatusUpdate(models.Model):
    """How a project stands now, in a few lines of its owner, dated. Text is Markdown in `language` of the project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="status_updates", verbose_name=_("project"))
    text = models.TextField(_("stand van zaken"), max_length=3000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("schrijver")
    )
    created_at = models.DateTimeField(_("geschreven op"), auto_now_add=True)

    class Meta:
        verbose_name = _("stand van zaken")
        verbose_name_plural = _("standen van zaken")
        ordering = ["-created_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="status_update_has_text")]

    def __str__(self) -> str:
        return self.text[:60]
