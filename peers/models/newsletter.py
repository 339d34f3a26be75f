"""The newsletter: who asked for it with proof, its editions, and to whom each went."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from peers.states import EditionStatus
from vindplaats.addresses import page_of
from vindplaats.audit import audited


class Subscriber(models.Model):
    """An address that asked for the newsletter, with the proof that its owner did; not audited, so that it can go."""

    email = models.EmailField(_("e-mailadres"), unique=True)
    language = models.CharField(_("taal"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    asked_at = models.DateTimeField(_("aangevraagd op"))
    consent_text = models.TextField(_("de tekst waarmee iemand instemde"))
    confirmed_at = models.DateTimeField(_("bevestigd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("abonnee van de nieuwsbrief")
        verbose_name_plural = _("abonnees van de nieuwsbrief")
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="subscriber_email_lower_case"),
            models.CheckConstraint(condition=~Q(consent_text=""), name="subscriber_consent_kept"),
        ]

    def __str__(self) -> str:
        return self.email


@audited
class Edition(models.Model):
    """One newsletter: composed by editors from what is new, sent once, kept in the archive."""

    slug = models.SlugField(_("kenmerk"), max_length=120, unique=True)
    title = models.CharField(_("titel"), max_length=150)
    text = models.TextField(_("tekst"), help_text=_("Markdown."))
    status = models.CharField(_("status"), max_length=7, choices=EditionStatus.choices, default=EditionStatus.DRAFT)
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    sent_at = models.DateTimeField(_("verstuurd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("nieuwsbrief")
        verbose_name_plural = _("nieuwsbrieven")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=EditionStatus.values), name="edition_status_known"),
            models.CheckConstraint(
                condition=Q(status=EditionStatus.DRAFT, sent_at=None)
                | ~Q(status=EditionStatus.DRAFT) & Q(sent_at__isnull=False),
                name="edition_sent_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page in the archive."""
        return page_of("peers:edition_detail", self.slug)


class Delivery(models.Model):
    """That an edition was queued for a subscriber; so it goes once, however often sending starts.

    It stays without the subscriber who is gone: to how many an edition went is known, to whom is not.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="deliveries", verbose_name=_("nieuwsbrief"))
    subscriber = models.ForeignKey(
        Subscriber, models.SET_NULL, null=True, blank=True, related_name="deliveries", verbose_name=_("abonnee")
    )
    queued_at = models.DateTimeField(_("klaargezet op"))

    class Meta:
        verbose_name = _("verzending")
        verbose_name_plural = _("verzendingen")
        constraints = [models.UniqueConstraint(fields=["edition", "subscriber"], name="delivery_once")]

    def __str__(self) -> str:
        return f"{self.edition} – {self.subscriber_id}"
