"""What editors tune the search with: synonyms, words that say little, and what comes higher for some words."""

import datetime
from decimal import Decimal

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from projects.models import Institute, Project, Theme
from projects.states import BoostMatch, LightWord, Origin, Strength
from vindplaats.audit import audited

TERMS_IN_NAME = 3
LEAST_FACTOR, MOST_FACTOR = Decimal("1.5"), Decimal(5)
CHANGED = pgtrigger.Trigger(
    name="tuning_changed",
    level=pgtrigger.Statement,
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func="UPDATE search_tuning_version SET number = nextval('search_tuning_number'); RETURN NULL;",
)
"""Each change gets a number that no other change ever has, seen by whoever sees the change: see generation.py."""
EMPTIED = pgtrigger.Trigger(
    name="tuning_emptied",
    level=pgtrigger.Statement,
    when=pgtrigger.After,
    operation=pgtrigger.Truncate,
    func="UPDATE search_tuning_version SET number = 0; RETURN NULL;",
)
"""A table that is emptied as a whole is as one that was never filled: what ships holds until it is loaded again."""
TRIGGERS = [CHANGED, EMPTIED]


@audited
class SynonymGroup(models.Model):
    """Words for one thing. A question with one of them also finds the others."""

    code = models.CharField(_("nummer"), max_length=40, unique=True, null=True, blank=True, editable=False)  # noqa: DJ001
    note = models.CharField(_("toelichting"), max_length=300, blank=True)
    is_active = models.BooleanField(_("doet mee"), default=True)
    origin = models.CharField(_("herkomst"), max_length=10, choices=Origin, default=Origin.OWN, editable=False)

    class Meta:
        verbose_name = _("groep synoniemen")
        verbose_name_plural = _("synoniemen")
        ordering = ["pk"]
        triggers = TRIGGERS
        constraints = [models.CheckConstraint(condition=Q(origin__in=Origin.values), name="synonym_group_origin_known")]

    def __str__(self) -> str:
        terms = [synonym.term for synonym in self.synonyms.all()]
        return ", ".join(terms[:TERMS_IN_NAME]) + (" …" if len(terms) > TERMS_IN_NAME else "")


@audited
class Synonym(models.Model):
    """One word or phrase of a group, in Dutch or English."""

    group = models.ForeignKey(SynonymGroup, models.CASCADE, related_name="synonyms", verbose_name=_("groep"))
    term = models.CharField(_("woord of woorden"), max_length=120)
    strength = models.CharField(
        _("betekenis"),
        max_length=10,
        choices=Strength,
        default=Strength.EQUAL,
        help_text=_("Hetzelfde telt zwaarder dan verwant."),
    )
    careful = models.BooleanField(
        _("alleen hierheen"),
        default=False,
        help_text=_(
            "Voor een woord met meer betekenissen: de andere woorden vinden het, zelf vindt het de andere niet."
        ),
    )
    is_active = models.BooleanField(_("doet mee"), default=True)
    origin = models.CharField(_("herkomst"), max_length=10, choices=Origin, default=Origin.OWN, editable=False)

    class Meta:
        verbose_name = _("synoniem")
        verbose_name_plural = _("woorden")
        ordering = ["pk"]
        triggers = TRIGGERS
        constraints = [
            models.UniqueConstraint(
                F("group"),
                Lower("term"),
                name="synonym_once_in_group",
                violation_error_message=_("Dit woord staat al in deze groep."),
            ),
            models.CheckConstraint(condition=Q(strength__in=Strength.values), name="synonym_strength_known"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="synonym_origin_known"),
            models.CheckConstraint(condition=~Q(term=""), name="synonym_has_term"),
        ]

    def __str__(self) -> str:
        return self.term


@audited
class StopWord(models.Model):
    """A word that says little in a question. Texts are indexed as before, so a change needs no rebuild."""

    word = models.CharField(_("woord"), max_length=60, unique=True)
    kind = models.CharField(_("wat doet zoeken ermee"), max_length=10, choices=LightWord, default=LightWord.STOP)
    is_active = models.BooleanField(_("doet mee"), default=True)
    origin = models.CharField(_("herkomst"), max_length=10, choices=Origin, default=Origin.OWN, editable=False)

    class Meta:
        verbose_name = _("stopwoord")
        verbose_name_plural = _("stopwoorden")
        ordering = ["word"]
        triggers = TRIGGERS
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=LightWord.values), name="stop_word_kind_known"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="stop_word_origin_known"),
            models.CheckConstraint(condition=~Q(word=""), name="stop_word_has_word"),
        ]

    def __str__(self) -> str:
        return self.word


def _one_target() -> Q:
    names = ("project", "institute", "theme")
    return Q(*(Q(**{f"{other}__isnull": other != name for other in names}) for name in names), _connector=Q.OR)


@audited
class Boost(models.Model):
    """What comes higher when a question holds some words: a project, or all that belongs to an institute or theme."""

    query = models.CharField(_("zoekwoorden"), max_length=200)
    match = models.CharField(_("geldt als"), max_length=10, choices=BoostMatch, default=BoostMatch.CONTAINS)
    project = models.ForeignKey(Project, models.CASCADE, null=True, blank=True, verbose_name=_("project"))
    institute = models.ForeignKey(Institute, models.CASCADE, null=True, blank=True, verbose_name=_("instelling"))
    theme = models.ForeignKey(Theme, models.CASCADE, null=True, blank=True, verbose_name=_("thema"))
    factor = models.DecimalField(
        _("hoeveel hoger"),
        max_digits=3,
        decimal_places=1,
        default=Decimal(2),
        validators=[MinValueValidator(LEAST_FACTOR), MaxValueValidator(MOST_FACTOR)],
        help_text=_("De score gaat maal dit getal: 1,5 is iets hoger, 5 is bijna altijd bovenaan."),
    )
    starts_on = models.DateField(_("van"), null=True, blank=True, help_text=_("Leeg: vanaf nu."))
    ends_on = models.DateField(_("tot en met"), null=True, blank=True, help_text=_("Leeg: tot u het uitzet."))
    reason = models.CharField(_("waarom"), max_length=300)
    is_active = models.BooleanField(_("doet mee"), default=True)

    class Meta:
        verbose_name = _("voorrang")
        verbose_name_plural = _("voorrang bij zoekwoorden")
        ordering = ["query", "pk"]
        triggers = TRIGGERS
        constraints = [
            models.CheckConstraint(
                condition=_one_target(),
                name="boost_has_one_target",
                violation_error_message=_("Kies één project, één instelling of één thema."),
            ),
            models.CheckConstraint(
                condition=Q(factor__gte=LEAST_FACTOR, factor__lte=MOST_FACTOR), name="boost_factor_in_bounds"
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="boost_ends_after_start",
                violation_error_message=_("De laatste dag ligt vóór de eerste."),
            ),
            models.CheckConstraint(condition=Q(match__in=BoostMatch.values), name="boost_match_known"),
            models.CheckConstraint(condition=~Q(query=""), name="boost_has_query"),
        ]

    def __str__(self) -> str:
        return f"{self.query} → {self.target}"

    @property
    def target(self) -> Project | Institute | Theme | None:
        """What comes higher."""
        return self.project or self.institute or self.theme

    def is_in_force(self, day: datetime.date) -> bool:
        """Whether it counts on this day."""
        begun, over = self.starts_on is None or self.starts_on <= day, self.ends_on is not None and self.ends_on < day
        return self.is_active and begun and not over
