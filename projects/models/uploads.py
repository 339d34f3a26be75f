"""A spreadsheet between its dry run and the word to go on."""

import datetime
from typing import Any

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
    """As of `projects.services.revisions.rows.Looked`."""
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

    @property
    def ready(self) -> list[dict[str, Any]]:
        """The rows that can be submitted."""
        return [row for row in self.rows if row["state"] in ("new", "edit")]

    @property
    def wrong(self) -> list[dict[str, Any]]:
        """The rows in which something is wrong."""
        return [row for row in self.rows if row["state"] == "wrong"]
