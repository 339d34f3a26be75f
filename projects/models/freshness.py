"""What was asked of the owners of projects, so that nobody is asked twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.projects import Project
from vindplaats.audit import audited


@audited
class FreshnessNotice(models.Model):
    """A mail 'klopt dit nog?' that went out: for which due date, and which of its reminders."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="freshness_notices", verbose_name=_("project"))
    due_on = models.DateField(_("te bevestigen op"))
    step = models.PositiveSmallIntegerField(_("herinnering"), help_text=_("0 is de eerste vraag."))
    sent_at = models.DateTimeField(_("verstuurd op"), auto_now_add=True)

    class Meta:
        verbose_name = _("vraag om te bevestigen")
        verbose_name_plural = _("vragen om te bevestigen")
        constraints = [models.UniqueConstraint(fields=["project", "due_on", "step"], name="freshness_notice_once")]

    def __str__(self) -> str:
        return f"{self.project}: {self.due_on}"
