"""People who offer to think along, and what they agreed to."""

import datetime

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from peers.models.fields import taken_down_at
from peers.querysets.profiles import FOR_GOOD, ProfileQuerySet
from peers.states import ConsentKind, Offer, ProfileKind, Visibility
from projects.models import Institute, Project, Region, Theme
from projects.models.fields import partial_date, partial_date_constraints, sort_key, text_language
from projects.states import Language
from vindplaats.addresses import page_of
from vindplaats.audit import audited, audited_except

# Words that mean something else after /experts/.
RESERVED_PROFILE_SLUGS = frozenset({"mijn", "nieuw", "aanmelden"})
MOST_A_MONTH = 31


@audited_except("health_story")
class Profile(models.Model):
    """What a person shows of themselves to be asked; the address and the account stay out of it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile", verbose_name=_("gebruiker")
    )
    slug = models.SlugField(_("kenmerk"), max_length=120, unique=True)
    kind = models.CharField(_("soort"), max_length=12, choices=ProfileKind.choices)
    name = models.CharField(_("naam op het profiel"), max_length=150)
    role = models.CharField(pgettext_lazy("persoon", "functie"), max_length=150, blank=True)
    introduction = models.TextField(_("waarover u kunt meedenken"), blank=True)
    health_story = models.TextField(_("ervaring met gezondheid en zorg"), blank=True)
    offers = ArrayField(
        models.CharField(max_length=12, choices=Offer.choices), verbose_name=_("aanbod"), default=list, blank=True
    )
    languages = ArrayField(
        models.CharField(max_length=2, choices=Language.choices), verbose_name=_("talen"), default=list, blank=True
    )
    wishes = models.TextField(_("wensen, zoals vergoeding en toegankelijkheid"), blank=True)
    availability = models.CharField(_("wanneer u kunt"), max_length=200, blank=True)
    monthly_limit = models.PositiveSmallIntegerField(_("hoeveel verzoeken per maand"), default=2)
    paused_until = models.DateField(_("pauze tot en met"), null=True, blank=True)
    visibility = models.CharField(
        _("wie ziet dit profiel"), max_length=7, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("thema's"), related_name="profiles", blank=True)
    regions = models.ManyToManyField(Region, verbose_name=_("regio's"), related_name="profiles", blank=True)
    projects = models.ManyToManyField(Project, verbose_name=_("projecten"), related_name="profiles", blank=True)
    language = text_language()
    consented_at = models.DateTimeField(_("toestemming gegeven op"), null=True, blank=True, editable=False)
    health_consented_at = models.DateTimeField(
        _("toestemming voor gezondheid gegeven op"), null=True, blank=True, editable=False
    )
    removed_at = taken_down_at()
    removal_reason = models.TextField(_("waarom verwijderd van de site"), blank=True, db_default="")
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    updated_at = models.DateTimeField(_("gewijzigd op"), auto_now=True)
    sort_key = sort_key("name")

    objects = ProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("profiel")
        verbose_name_plural = _("profielen")
        ordering = ["sort_key", "pk"]
        indexes = [models.Index(fields=["sort_key", "id"], name="profile_sort_key")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ProfileKind.values), name="profile_kind_known"),
            models.CheckConstraint(condition=Q(visibility__in=Visibility.values), name="profile_visibility_known"),
            models.CheckConstraint(condition=Q(offers__contained_by=Offer.values), name="profile_offers_known"),
            models.CheckConstraint(condition=Q(monthly_limit__lte=MOST_A_MONTH), name="profile_monthly_limit"),
            models.CheckConstraint(
                condition=Q(health_story="") | Q(health_consented_at__isnull=False), name="profile_health_needs_consent"
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None) | ~Q(removal_reason=""), name="profile_removed_has_reason"
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_PROFILE_SLUGS)), name="profile_slug_not_reserved"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The profile's page."""
        return page_of("peers:profile_detail", self.slug)

    @property
    def is_shown(self) -> bool:
        """Whether others than the person can see it; give `user` along."""
        is_agreed = self.consented_at is not None and self.removed_at is None
        return is_agreed and self.visibility != Visibility.HIDDEN and self.user.is_active

    @property
    def is_paused_for_good(self) -> bool:
        """Whether the pause lasts until the person ends it."""
        return self.paused_until == FOR_GOOD

    def is_paused(self, now: datetime.datetime) -> bool:
        """Tell whether the person takes a break; the last day of a pause belongs to it."""
        return self.paused_until is not None and self.paused_until >= timezone.localdate(now)

    def room(self, taken: int, now: datetime.datetime) -> int:
        """Return how many requests fit in the month of which `taken` places are taken; 0 for who takes no part now."""
        return max(self.monthly_limit - taken, 0) if self.is_shown and not self.is_paused(now) else 0


@audited
class Position(models.Model):
    """Where somebody works or worked; one that has ended is never shown as current."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="positions", verbose_name=_("profiel"))
    institute = models.ForeignKey(
        Institute, models.SET_NULL, null=True, blank=True, related_name="positions", verbose_name=_("instelling")
    )
    organisation = models.CharField(_("naam van de organisatie"), max_length=200, blank=True)
    role = models.CharField(pgettext_lazy("persoon", "functie"), max_length=150, blank=True)
    start = partial_date(_("vanaf"))
    end = partial_date(_("tot"))
    is_former = models.BooleanField(_("vroeger"), default=False)

    class Meta:
        verbose_name = _("werkplek")
        verbose_name_plural = _("werkplekken")
        ordering = ["is_former", "-start", "pk"]
        constraints = [
            *partial_date_constraints("position"),
            models.CheckConstraint(condition=Q(end="") | Q(is_former=True), name="position_ended_is_former"),
            models.CheckConstraint(
                condition=Q(institute__isnull=False) | ~Q(organisation=""), name="position_is_somewhere"
            ),
        ]

    def __str__(self) -> str:
        return self.organisation or str(self.institute)


@audited
class Consent(models.Model):
    """That somebody agreed, when, to which words; kept when taken back, as proof of both."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="consents", verbose_name=_("profiel"))
    kind = models.CharField(_("waarvoor"), max_length=7, choices=ConsentKind.choices)
    text = models.TextField(_("de tekst waarmee iemand instemde"))
    given_at = models.DateTimeField(_("gegeven op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("toestemming")
        verbose_name_plural = _("toestemmingen")
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ConsentKind.values), name="consent_kind_known"),
            models.CheckConstraint(condition=~Q(text=""), name="consent_text_kept"),
            models.UniqueConstraint(
                fields=["profile", "kind"], name="consent_one_in_force", condition=Q(withdrawn_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.profile}"
