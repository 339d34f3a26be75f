"""The outbox: post_office's table under our own name, and what keeps a mail from being queued twice."""

import datetime

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from post_office.models import STATUS, Email

KEPT = datetime.timedelta(days=30)
WAITING = (STATUS.queued, STATUS.requeued)


class MailQuerySet(models.QuerySet["Mail"]):
    """Questions to the outbox."""

    def due(self, now: datetime.datetime) -> "MailQuerySet":
        """What may be sent now, urgent and old first."""
        in_time = models.Q(scheduled_time=None) | models.Q(scheduled_time__lte=now)
        return self.filter(in_time, status__in=WAITING).order_by("-priority", "pk")

    def outdated(self, now: datetime.datetime) -> "MailQuerySet":
        """What was sent, or given up, longer ago than mail is kept."""
        return self.filter(status__in=(STATUS.sent, STATUS.failed), last_updated__lt=now - KEPT)


class Mail(Email):
    """A mail that waits, was sent, or could not be sent."""

    objects = MailQuerySet.as_manager()

    class Meta:
        proxy = True
        verbose_name = _("uitgaande mail")
        verbose_name_plural = _("uitgaande mail")

    def send_again(self) -> None:
        """Give a mail that was given up a new day of attempts."""
        now = timezone.now()
        given_up = Mail.objects.filter(pk=self.pk, status=STATUS.failed)
        given_up.update(status=STATUS.queued, scheduled_time=None, number_of_retries=0, created=now, last_updated=now)


class MailKey(models.Model):
    """The name under which a mail was queued; goes with its mail."""

    key = models.CharField(max_length=200, primary_key=True)
    mail = models.OneToOneField(Email, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("kenmerk van een mail")
        verbose_name_plural = _("kenmerken van mail")

    def __str__(self) -> str:
        return self.key


class FailingAddress(models.Model):
    """An address that does not take our mail: a mail server said so, for good and not for a moment."""

    address = models.EmailField(_("adres"), unique=True)
    since = models.DateTimeField(_("sinds"))
    last_at = models.DateTimeField(_("laatst op"))
    count = models.PositiveIntegerField(_("aantal keren"), default=1)
    reason = models.CharField(_("reden"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("adres dat geen mail aanneemt")
        verbose_name_plural = _("adressen die geen mail aannemen")
        ordering = ["-last_at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(address=Lower("address")), name="failing_address_lower_case")
        ]

    def __str__(self) -> str:
        return self.address
