"""Institutes, the people who belong to them and the people who answer for them."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from projects.models.fields import (
    ChecksComputedNames,
    language_constraint,
    sort_key,
    text_language,
    web_address_constraint,
)
from projects.models.regions import Gemeente
from projects.querysets.institutes import InstituteQuerySet
from projects.querysets.memberships import MembershipQuerySet
from projects.states import InstituteKind, InstituteStatus, MemberRole, MemberStatus
from vindplaats.addresses import page_of
from vindplaats.audit import audited

EIGHT_DIGITS = "^[0-9]{8}$"
"""The form of a number of the Chamber of Commerce (KVK) and of an AGB code of care providers (Vektis)."""

# Words that mean something else after /instellingen/.
RESERVED_INSTITUTE_SLUGS = frozenset({"aanmelden", "zoeken-naam"})


@audited
class Institute(ChecksComputedNames):
    """An organisation with projects; 'named' ones are known from a public source only."""

    name = models.CharField(_("naam"), max_length=200)
    slug = models.SlugField(_("kenmerk"), max_length=120, unique=True)
    kind = models.CharField(_("soort"), max_length=30, choices=InstituteKind.choices, default=InstituteKind.OTHER)
    place = models.CharField(_("plaats"), max_length=100, blank=True)
    gemeente = models.ForeignKey(
        Gemeente, models.SET_NULL, null=True, blank=True, related_name="institutes", verbose_name=_("gemeente")
    )
    status = models.CharField(
        _("status"), max_length=20, choices=InstituteStatus.choices, default=InstituteStatus.NAMED
    )
    website = models.URLField(_("website"), max_length=500, blank=True)
    description = models.TextField(_("over de instelling"), blank=True)
    brings = models.TextField(_("wat de instelling brengt"), blank=True)
    seeks = models.TextField(_("wat de instelling zoekt"), blank=True)
    logo = models.ImageField(_("logo"), upload_to="logos/", blank=True)
    kvk_number = models.CharField(_("KVK-nummer"), max_length=8, blank=True)
    agb_code = models.CharField(_("AGB-code"), max_length=8, blank=True)
    email_domains = ArrayField(
        models.CharField(max_length=253),
        verbose_name=_("e-maildomeinen"),
        default=list,
        blank=True,
        help_text=_("Collega's met zo'n adres vinden de instelling en kunnen vragen om erbij te horen."),
    )
    is_trusted = models.BooleanField(
        _("vertrouwd"),
        default=False,
        help_text=_("Wat deze instelling indient staat meteen online; moderatoren kijken achteraf."),
    )
    language = text_language()
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    updated_at = models.DateTimeField(_("gewijzigd op"), auto_now=True)
    sort_key = sort_key("name")

    objects = InstituteQuerySet.as_manager()

    class Meta:
        verbose_name = _("instelling")
        verbose_name_plural = _("instellingen")
        ordering = ["sort_key"]
        indexes = [
            models.Index(fields=["sort_key"], name="institute_sort_key"),
            GinIndex(OpClass("sort_key", name="gin_trgm_ops"), name="institute_name_trigrams"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["sort_key", "place"],
                name="institute_name_once_per_place",
                violation_error_message=_("Er is al een instelling met deze naam in deze plaats."),
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_INSTITUTE_SLUGS)),
                name="institute_slug_not_reserved",
                violation_error_message=_("Dit kenmerk is al een adres van de site. Kies een ander."),
            ),
            language_constraint("institute"),
            models.CheckConstraint(condition=Q(kind__in=InstituteKind.values), name="institute_kind_known"),
            models.CheckConstraint(condition=Q(status__in=InstituteStatus.values), name="institute_status_known"),
            web_address_constraint("website", "institute_website_http"),
            models.CheckConstraint(
                condition=Q(kvk_number="") | Q(kvk_number__regex=EIGHT_DIGITS), name="institute_kvk"
            ),
            models.CheckConstraint(condition=Q(agb_code="") | Q(agb_code__regex=EIGHT_DIGITS), name="institute_agb"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The institute's page."""
        return page_of("projects:institute_detail", self.slug)


@audited
class Membership(models.Model):
    """A person at an institute."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("gebruiker")
    )
    institute = models.ForeignKey(Institute, models.CASCADE, related_name="memberships", verbose_name=_("instelling"))
    role = models.CharField(_("rol"), max_length=10, choices=MemberRole.choices, default=MemberRole.MEMBER)
    status = models.CharField(_("status"), max_length=10, choices=MemberStatus.choices, default=MemberStatus.REQUESTED)
    note = models.TextField(_("toelichting"), blank=True, help_text=_("Waarom iemand erbij hoort, bij de aanvraag."))
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        constraints = [
            models.UniqueConstraint(fields=["user", "institute"], name="membership_once"),
            models.CheckConstraint(condition=Q(role__in=MemberRole.values), name="membership_role_known"),
            models.CheckConstraint(condition=Q(status__in=MemberStatus.values), name="membership_status_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.institute}"


@audited
class ContactPerson(models.Model):
    """Who answers for a project, or for an institute as a whole. The address is never shown.

    When somebody's account is deleted, so is this: it is about the person.
    """

    institute = models.ForeignKey(
        Institute, models.CASCADE, related_name="contact_persons", verbose_name=_("instelling")
    )
    project = models.ForeignKey(
        "projects.Project",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="contact_persons",
        verbose_name=_("project"),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("gebruiker")
    )
    name = models.CharField(_("naam"), max_length=150)
    email = models.EmailField(_("e-mailadres"), blank=True)
    role = models.CharField(pgettext_lazy("persoon", "functie"), max_length=150, blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0, help_text=_("Wie het eerst gevraagd wordt."))
    is_active = models.BooleanField(_("actief"), default=True)

    class Meta:
        verbose_name = _("contactpersoon")
        verbose_name_plural = _("contactpersonen")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(user=None) | ~Q(email=""),
                name="contact_person_can_be_reached",
                violation_error_message=_("Vul een e-mailadres in of kies een gebruiker."),
            )
        ]

    def __str__(self) -> str:
        return self.name
