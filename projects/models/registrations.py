"""How an institute comes in, and how people come to belong to it."""

import secrets

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from projects.models.fields import text_language, web_address_constraint
from projects.models.institutes import EIGHT_DIGITS, Institute
from projects.models.regions import Gemeente
from projects.querysets.registrations import InvitationQuerySet, RegistrationQuerySet
from projects.states import OPEN_STAGES, InstituteKind, MemberRole, RegistrationKind, Stage
from vindplaats.audit import audited_except

# Without letters and digits that look alike, since people read it out over the telephone.
REFERENCE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_token() -> str:
    """Return a secret for an address that only its receiver knows: 32 bytes, URL-safe."""
    return secrets.token_urlsafe(32)


def new_reference() -> str:
    """Return what the sender can quote, such as A-7KQ2-XW9F."""
    letters = "".join(secrets.choice(REFERENCE_LETTERS) for _place in range(8))
    return f"A-{letters[:4]}-{letters[4:]}"


@audited_except("token")
class Registration(models.Model):
    """What an institute fills in to take part, step by step; it needs no account, only the secret address."""

    kind = models.CharField(
        _("soort aanmelding"), max_length=5, choices=RegistrationKind.choices, default=RegistrationKind.NEW
    )
    reference = models.CharField(_("kenmerk"), max_length=12, unique=True, default=new_reference)
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Stage.choices, default=Stage.DRAFT)
    version = models.PositiveIntegerField(_("keer bewaard"), default=1)
    institute = models.ForeignKey(
        Institute,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="registrations",
        verbose_name=_("instelling"),
        help_text=_("Wat overgenomen wordt, of wat uit de aanmelding ontstond."),
    )
    name = models.CharField(_("naam"), max_length=200, blank=True)
    institute_kind = models.CharField(_("soort"), max_length=30, choices=InstituteKind.choices, blank=True)
    place = models.CharField(_("plaats"), max_length=100, blank=True)
    gemeente = models.ForeignKey(
        Gemeente, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("gemeente")
    )
    website = models.URLField(_("website"), max_length=500, blank=True)
    kvk_number = models.CharField(_("KVK-nummer"), max_length=8, blank=True)
    agb_code = models.CharField(_("AGB-code"), max_length=8, blank=True)
    numbers_note = models.TextField(_("waarom er geen nummer is"), blank=True)
    email_domain = models.CharField(_("e-maildomein"), max_length=253, blank=True)
    manager_name = models.CharField(_("naam van de eerste beheerder"), max_length=150, blank=True)
    manager_email = models.EmailField(_("e-mailadres van de eerste beheerder"), blank=True)
    manager_role = models.CharField(pgettext_lazy("persoon", "functie"), max_length=150, blank=True)
    email_note = models.TextField(_("waarom het adres niet bij het domein hoort"), blank=True)
    brings = models.TextField(_("wat de instelling brengt"), blank=True)
    seeks = models.TextField(_("wat de instelling zoekt"), blank=True)
    note = models.TextField(_("toelichting"), blank=True)
    unlike = ArrayField(
        models.BigIntegerField(),
        verbose_name=_("is een andere dan"),
        default=list,
        blank=True,
        help_text=_("Nummers van instellingen die erop lijken en het volgens de indiener niet zijn."),
    )
    reason = models.TextField(_("reden van de moderator"), blank=True)
    language = text_language()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="registrations",
        verbose_name=_("aangemeld door"),
    )
    created_at = models.DateTimeField(_("begonnen op"), auto_now_add=True)
    updated_at = models.DateTimeField(_("bewaard op"), auto_now=True)
    submitted_at = models.DateTimeField(_("ingediend op"), null=True, blank=True)
    decided_at = models.DateTimeField(_("besloten op"), null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("aanmelding van een instelling")
        verbose_name_plural = _("aanmeldingen van instellingen")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=RegistrationKind.values), name="registration_kind_known"),
            models.CheckConstraint(condition=Q(status__in=Stage.values), name="registration_status_known"),
            models.CheckConstraint(
                condition=Q(institute_kind__in=["", *InstituteKind.values]), name="registration_institute_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind=RegistrationKind.CLAIM)
                | Q(institute__isnull=False)
                | ~Q(status__in=sorted(OPEN_STAGES)),
                name="registration_claim_names_institute",
            ),
            models.CheckConstraint(
                condition=Q(kvk_number="") | Q(kvk_number__regex=EIGHT_DIGITS), name="registration_kvk"
            ),
            models.CheckConstraint(condition=Q(agb_code="") | Q(agb_code__regex=EIGHT_DIGITS), name="registration_agb"),
            models.CheckConstraint(
                condition=Q(status__in=[Stage.DRAFT, Stage.WITHDRAWN]) | ~Q(name="") & ~Q(manager_email=""),
                name="registration_submitted_is_complete",
            ),
            web_address_constraint("website", "registration_website_http"),
        ]

    def __str__(self) -> str:
        return self.name or self.reference

    def get_absolute_url(self) -> str:
        """The secret address at which it is filled in, and at which its sender sees how it stands."""
        return reverse("projects:registration", args=[self.token])


@audited_except("token")
class Invitation(models.Model):
    """An address that may join an institute, by the secret in the mail; used once, for a limited time."""

    institute = models.ForeignKey(Institute, models.CASCADE, related_name="invitations", verbose_name=_("instelling"))
    email = models.EmailField(_("e-mailadres"))
    role = models.CharField(_("rol"), max_length=10, choices=MemberRole.choices, default=MemberRole.MEMBER)
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("uitgenodigd door"),
    )
    created_at = models.DateTimeField(_("uitgenodigd op"), auto_now_add=True)
    expires_at = models.DateTimeField(_("geldig tot"))
    accepted_at = models.DateTimeField(_("aangenomen op"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("aangenomen door"),
    )
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institute", "email"],
                name="invitation_one_open",
                condition=Q(accepted_at=None, withdrawn_at=None),
            ),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="invitation_email_lower_case"),
            models.CheckConstraint(condition=Q(role__in=MemberRole.values), name="invitation_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.email} – {self.institute}"

    def get_absolute_url(self) -> str:
        """The secret address at which it is accepted."""
        return reverse("projects:invitation", args=[self.token])
