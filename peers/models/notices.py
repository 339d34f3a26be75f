"""What somebody is told on the site, and which of it by mail."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from peers.states import Frequency, NoticeKind


class Notice(models.Model):
    """One thing somebody is told: a sentence by its `code`, about `title`, that leads to `path`."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices", verbose_name=_("gebruiker")
    )
    kind = models.CharField(_("soort"), max_length=8, choices=NoticeKind.choices)
    code = models.CharField(_("zin"), max_length=40)
    title = models.CharField(_("waarover"), max_length=300)
    path = models.CharField(_("adres"), max_length=500)
    created_at = models.DateTimeField(_("op"))
    read_at = models.DateTimeField(_("gelezen op"), null=True, blank=True)
    frequency = models.CharField(
        _("per mail"), max_length=7, choices=Frequency.choices, help_text=_("Zoals gekozen toen dit gebeurde.")
    )
    mailed_at = models.DateTimeField(_("gemaild op"), null=True, blank=True)

    class Meta:
        verbose_name = _("melding aan iemand")
        verbose_name_plural = _("meldingen aan mensen")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["user", "-created_at", "-id"], name="notice_latest"),
            models.Index(fields=["frequency", "user"], name="notice_to_mail", condition=Q(mailed_at=None)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=NoticeKind.values), name="notice_kind_known"),
            models.CheckConstraint(condition=Q(frequency__in=Frequency.values), name="notice_frequency_known"),
        ]

    def __str__(self) -> str:
        return self.title


class NoticeSetting(models.Model):
    """How somebody wants to be mailed about a kind of notice, where that differs from the usual."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_settings", verbose_name=_("gebruiker")
    )
    kind = models.CharField(_("soort"), max_length=8, choices=NoticeKind.choices)
    frequency = models.CharField(_("per mail"), max_length=7, choices=Frequency.choices)

    class Meta:
        verbose_name = _("instelling voor berichten")
        verbose_name_plural = _("instellingen voor berichten")
        constraints = [
            models.UniqueConstraint(fields=["user", "kind"], name="notice_setting_once"),
            models.CheckConstraint(condition=Q(kind__in=NoticeKind.values), name="notice_setting_kind_known"),
            models.CheckConstraint(condition=Q(frequency__in=Frequency.values), name="notice_setting_frequency_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.kind}"
