"""A spreadsheet between its dry run and the word to go on."""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models.institutes import Institute

KEPT = datetime.timedelta(days=1)


class ProjectUpload(models.Model):
    """The rows that one person sent last, as texts; gone after a day, or as soon as they are submitted.

    Not audited: what becomes of a row stands in its project.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="project_upload", verbose_name=_("van")
    )
    institute = models.ForeignKey(Institute, models.CASCADE, related_name="+", verbose_name=_("instelling"))
    name = models.CharField(_("bestand"), max_length=200)
    rows = models.JSONField(_("regels"), default=list)
    """[{"line", "id", "title", "is_new", "content"}]."""
    created_at = models.DateTimeField(_("ontvangen op"), default=timezone.now)

    class Meta:
        verbose_name = _("ingelezen bestand")
        verbose_name_plural = _("ingelezen bestanden")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_fresh(self) -> bool:
        """Whether the rows may still be submitted."""
        return timezone.now() - self.created_at < KEPT
