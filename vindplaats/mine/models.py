"""Who was told that an account will end."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class InactivityWarning(models.Model):
    """A mail that an account will be deleted because nobody uses it. Logging in again makes it void."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="inactivity_warning",
        verbose_name=_("gebruiker"),
    )
    sent_at = models.DateTimeField(_("verstuurd op"))

    class Meta:
        verbose_name = _("waarschuwing voor een ongebruikt account")
        verbose_name_plural = _("waarschuwingen voor ongebruikte accounts")

    def __str__(self) -> str:
        return f"{self.user_id}: {self.sent_at:%Y-%m-%d}"
