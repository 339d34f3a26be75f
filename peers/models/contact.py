"""A request for contact, who has it on their desk, and what was said."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from peers.models.profiles import Profile
from peers.querysets.contact import ContactRequestQuerySet, HandlingQuerySet
from peers.states import ContactStatus, HandlingEnd, PlanChanged
from projects.models import ContactPerson, Institute, Project
from projects.models.fields import text_language
from projects.models.registrations import REFERENCE_LETTERS
from vindplaats.audit import audited, audited_except


def new_contact_reference() -> str:
    """Return what somebody can quote about a contact request, such as C-7KQ2-XW9F."""
    letters = "".join(secrets.choice(REFERENCE_LETTERS) for _place in range(8))
    return f"C-{letters[:4]}-{letters[4:]}"


# The texts are between two people: the audit keeps that something happened, not what was said.
@audited_except("text", "plan_text")
class ContactRequest(models.Model):
    """What somebody asks of a project, an expert or an institute; the site passes it on and no address with it.

    The subject may go (merged, archived); `subject_title` keeps what it was about.
    """

    reference = models.CharField(_("kenmerk"), max_length=12, unique=True, default=new_contact_reference)
    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="contact_requests",
        verbose_name=_("vrager"),
    )
    asker_name = models.CharField(_("naam van de vrager"), max_length=150)
    asker_institute = models.ForeignKey(
        Institute, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("instelling van de vrager")
    )
    project = models.ForeignKey(
        Project, models.SET_NULL, null=True, blank=True, related_name="contact_requests", verbose_name=_("project")
    )
    profile = models.ForeignKey(
        Profile, models.SET_NULL, null=True, blank=True, related_name="contact_requests", verbose_name=_("profiel")
    )
    institute = models.ForeignKey(
        Institute, models.SET_NULL, null=True, blank=True, related_name="contact_requests", verbose_name=_("instelling")
    )
    subject_title = models.CharField(_("waarover"), max_length=300)
    title = models.CharField(_("onderwerp"), max_length=150)
    text = models.TextField(_("vraag"), blank=True)
    plan = models.ForeignKey(
        Project, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("eigen plan")
    )
    plan_text = models.TextField(_("plan dat meegaat"), blank=True)
    language = text_language()
    status = models.CharField(_("status"), max_length=9, choices=ContactStatus.choices, default=ContactStatus.WAITING)
    created_at = models.DateTimeField(_("gevraagd op"))
    first_answer_at = models.DateTimeField(_("eerste antwoord op"), null=True, blank=True)
    last_message_at = models.DateTimeField(_("laatste bericht op"))
    closed_at = models.DateTimeField(_("afgesloten op"), null=True, blank=True)
    plan_changed = models.CharField(_("plan veranderd"), max_length=9, choices=PlanChanged.choices, blank=True)
    asker_shares_at = models.DateTimeField(_("vrager deelt adres sinds"), null=True, blank=True)
    texts_removed_at = models.DateTimeField(_("teksten verwijderd op"), null=True, blank=True)

    objects = ContactRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("contactverzoek")
        verbose_name_plural = _("contactverzoeken")
        ordering = ["-last_message_at", "-pk"]
        indexes = [models.Index(fields=["asker", "created_at"], name="contact_by_asker")]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=ContactStatus.values), name="contact_status_known"),
            models.CheckConstraint(
                condition=Q(plan_changed__in=["", *PlanChanged.values]), name="contact_plan_changed_known"
            ),
            models.CheckConstraint(
                condition=Q(project=None, profile=None)
                | Q(project=None, institute=None)
                | Q(profile=None, institute=None),
                name="contact_one_subject",
            ),
            models.CheckConstraint(
                condition=~Q(text="") | Q(texts_removed_at__isnull=False), name="contact_has_text_until_removed"
            ),
            models.CheckConstraint(
                condition=Q(status=ContactStatus.WAITING)
                | Q(status=ContactStatus.TALKING)
                | Q(closed_at__isnull=False),
                name="contact_ended_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The thread, for those who take part in it."""
        return reverse("peers:contact_thread", args=[self.reference])


@audited
class Handling(models.Model):
    """Somebody's turn at answering a request: from when it came on their desk until it left it.

    Without user and contact person it is the editors' turn. The turns of a month are what a monthly limit counts.
    """

    request = models.ForeignKey(
        ContactRequest, models.CASCADE, related_name="handlings", verbose_name=_("contactverzoek")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="handlings",
        verbose_name=_("bij"),
    )
    profile = models.ForeignKey(
        Profile, models.SET_NULL, null=True, blank=True, related_name="handlings", verbose_name=_("profiel")
    )
    contact_person = models.ForeignKey(
        ContactPerson, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("contactpersoon")
    )
    is_editors = models.BooleanField(_("redactie"), default=False)
    name = models.CharField(_("naam voor de vrager"), max_length=150, blank=True)
    started_at = models.DateTimeField(_("gekregen op"))
    reminded_at = models.DateTimeField(_("herinnerd op"), null=True, blank=True)
    answered_at = models.DateTimeField(_("geantwoord op"), null=True, blank=True)
    ended_at = models.DateTimeField(_("voorbij op"), null=True, blank=True)
    ended_by = models.CharField(_("waarom voorbij"), max_length=11, choices=HandlingEnd.choices, blank=True)
    shares_at = models.DateTimeField(_("deelt adres sinds"), null=True, blank=True)

    objects = HandlingQuerySet.as_manager()

    class Meta:
        verbose_name = _("beurt")
        verbose_name_plural = _("beurten")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["profile", "started_at"], name="handling_month"),
            models.Index(fields=["started_at"], name="handling_open", condition=Q(ended_at=None)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["request"], name="handling_one_current", condition=Q(ended_at=None)),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by="") | Q(ended_at__isnull=False, ended_by__in=HandlingEnd.values),
                name="handling_ended_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("started_at")), name="handling_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request} – {self.name}"


@audited_except("text")
class ContactMessage(models.Model):
    """One message of a thread."""

    request = models.ForeignKey(
        ContactRequest, models.CASCADE, related_name="messages", verbose_name=_("contactverzoek")
    )
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("schrijver")
    )
    sender_name = models.CharField(_("naam"), max_length=150)
    from_asker = models.BooleanField(_("van de vrager"), default=False)
    text = models.TextField(_("bericht"), blank=True)
    created_at = models.DateTimeField(_("geschreven op"))

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return f"{self.sender_name} – {self.request}"


@audited
class Block(models.Model):
    """That somebody does not want to hear from somebody; the other is not told."""

    blocker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="blocks", verbose_name=_("wie blokkeert")
    )
    blocked = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("wie geblokkeerd is")
    )
    created_at = models.DateTimeField(_("sinds"), auto_now_add=True)

    class Meta:
        verbose_name = _("blokkade")
        verbose_name_plural = _("blokkades")
        constraints = [
            models.UniqueConstraint(fields=["blocker", "blocked"], name="block_once"),
            models.CheckConstraint(condition=~Q(blocker=F("blocked")), name="block_somebody_else"),
        ]

    def __str__(self) -> str:
        return f"{self.blocker_id} – {self.blocked_id}"


@audited_except("text")
class ContactReport(models.Model):
    """That one of the two finds that something is wrong in a thread; moderators read along until it is dealt with."""

    request = models.ForeignKey(
        ContactRequest, models.CASCADE, related_name="reports", verbose_name=_("contactverzoek")
    )
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("melder")
    )
    from_asker = models.BooleanField(_("van de vrager"), default=False)
    text = models.TextField(_("toelichting"), blank=True)
    created_at = models.DateTimeField(_("gemeld op"))
    closed_at = models.DateTimeField(_("afgehandeld op"), null=True, blank=True)

    class Meta:
        verbose_name = _("melding over een contactverzoek")
        verbose_name_plural = _("meldingen over contactverzoeken")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "from_asker"], name="contact_report_one_open", condition=Q(closed_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id}"
