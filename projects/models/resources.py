"""Resources: toolkits, decision aids, reports and more, to take along."""

import datetime
from pathlib import PurePosixPath

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from projects.models.fields import language_constraint, text_language, web_address_constraint
from projects.models.institutes import Institute
from projects.models.projects import Project
from projects.models.terms import Condition, TargetGroup
from projects.models.themes import ResourceTheme
from projects.querysets.resources import ResourceQuerySet
from projects.states import TRANSITIONS, ResourceKind, Status
from projects.states.resources import Audience, Licence, ReadingLevel
from vindplaats.addresses import page_of
from vindplaats.audit import audited, audited_links
from vindplaats.months import add_months

RESERVED_RESOURCE_SLUGS = frozenset({"aanmelden", "feed"})
"""Words that mean something else after /hulpmiddelen/."""
OLD_YEARS = 5
"""After so many years without a revision the page asks the reader to look whether it still holds."""
FOLDER = "resources"
"""Where files stand in MEDIA_ROOT, under random names; `vindplaats.media` does not serve them."""

# What the services refuse, the database refuses as well.
STATUS_FOLLOWS = pgtrigger.FSM(
    name="resource_status_follows",
    field="status",
    transitions=[(old, new) for old, following in TRANSITIONS.items() for new in sorted(following)],
)


class HoldsFile(models.Model):
    """Has one file, of a kind that was told by its content (`vindplaats.files`)."""

    file = models.FileField(_("bestand"), upload_to=f"{FOLDER}/", blank=True)
    file_kind = models.CharField(_("soort bestand"), max_length=10, blank=True)
    file_size = models.PositiveIntegerField(_("grootte van het bestand in bytes"), null=True, blank=True)

    class Meta:
        abstract = True


def whole_file(name: str) -> models.CheckConstraint:
    """Return the rule that a file has a kind and a size, and nothing else has."""
    with_one = ~Q(file="") & ~Q(file_kind="") & Q(file_size__isnull=False)
    return models.CheckConstraint(condition=with_one | Q(file="", file_kind="", file_size=None), name=name)


@audited
class Resource(HoldsFile):
    """Something made that others can use, with its owner, year and date of revision.

    One that belongs to a `project` is written, imported and published with it. The others stand by themselves: an
    institute sends them in, or they ship with the catalogue; `from_project` then tells what they came from.
    """

    project = models.ForeignKey(
        Project, models.CASCADE, null=True, blank=True, related_name="resources", verbose_name=_("project")
    )
    from_project = models.ForeignKey(
        Project,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="further_resources",
        verbose_name=_("komt uit project"),
    )
    institute = models.ForeignKey(
        Institute, models.SET_NULL, null=True, blank=True, related_name="resources", verbose_name=_("ingestuurd door")
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.PUBLISHED)
    kind = models.CharField(_("soort"), max_length=20, choices=ResourceKind.choices)
    title = models.CharField(_("titel"), max_length=300)
    slug = models.SlugField(_("kenmerk"), max_length=140, unique=True)
    url = models.URLField(_("adres"), max_length=1000, blank=True)
    summary = models.TextField(_("samenvatting"), blank=True)
    owner = models.CharField(_("eigenaar"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("jaar"), null=True, blank=True)
    revised_on = models.DateField(_("herzien op"), null=True, blank=True)
    language = text_language()
    licence = models.CharField(_("licentie"), max_length=20, choices=Licence.choices, blank=True)
    audiences = ArrayField(
        models.CharField(max_length=20, choices=Audience.choices),
        verbose_name=_("voor wie"),
        default=list,
        blank=True,
    )
    decision_moment = models.CharField(_("keuzemoment"), max_length=300, blank=True)
    reading_level = models.CharField(_("leesniveau"), max_length=2, choices=ReadingLevel.choices, blank=True)
    keeper = models.CharField(_("wie houdt het bij"), max_length=200, blank=True)
    quality = models.TextField(_("over de kwaliteit"), blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    reason = models.TextField(_("reden van de moderator"), blank=True)
    version = models.PositiveIntegerField(_("keer bewaard"), default=1)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("van")
    )
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    updated_at = models.DateTimeField(_("gewijzigd op"), auto_now=True)
    submitted_at = models.DateTimeField(_("ingediend op"), null=True, blank=True)
    published_at = models.DateTimeField(_("gepubliceerd op"), null=True, blank=True)

    themes = TaggableManager(_("thema's"), through=ResourceTheme, blank=True, help_text="")
    conditions = models.ManyToManyField(Condition, related_name="resources", blank=True, verbose_name=_("aandoeningen"))
    target_groups = models.ManyToManyField(
        TargetGroup, related_name="resources", blank=True, verbose_name=_("doelgroepen")
    )
    objects = ResourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("hulpmiddel")
        verbose_name_plural = _("hulpmiddelen")
        ordering = ["position", "pk"]
        triggers = [STATUS_FOLLOWS]
        indexes = [models.Index(fields=["url"], name="resource_url", condition=~Q(url=""))]
        constraints = [
            language_constraint("resource"),
            models.CheckConstraint(condition=Q(kind__in=ResourceKind.values), name="resource_kind_known"),
            web_address_constraint("url", "resource_url_http"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="resource_status_known"),
            models.CheckConstraint(condition=Q(licence__in=["", *Licence.values]), name="resource_licence_known"),
            models.CheckConstraint(
                condition=Q(audiences__contained_by=list(Audience.values)), name="resource_audiences_known"
            ),
            models.CheckConstraint(
                condition=Q(reading_level__in=["", *ReadingLevel.values]), name="resource_reading_level_known"
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_RESOURCE_SLUGS)),
                name="resource_slug_not_reserved",
                violation_error_message=_("Dit kenmerk is al een adres van de site. Kies een ander."),
            ),
            models.CheckConstraint(
                condition=Q(project=None) | Q(status=Status.PUBLISHED, from_project=None),
                name="resource_follows_its_project",
                violation_error_message=_("Een hulpmiddel van een project volgt dat project."),
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.RETURNED) | ~Q(reason=""), name="resource_returned_says_why"
            ),
            whole_file("resource_file_whole"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The resource's page."""
        return page_of("projects:resource_detail", self.slug)

    @property
    def is_public(self) -> bool:
        """Whether everyone may read it; the same rule as `Resource.objects.published()`."""
        with_project = self.project is None or self.project.status == Status.PUBLISHED
        return self.status == Status.PUBLISHED and with_project

    @property
    def origin(self) -> Project | None:
        """The project that it comes from, when everyone may read that."""
        project = self.project or self.from_project
        return project if project and project.status == Status.PUBLISHED else None

    @property
    def audience_labels(self) -> list[str]:
        """For whom it is, in words and in the order of the list."""
        return [str(Audience(one).label) for one in Audience.values if one in self.audiences]

    @property
    def file_label(self) -> str:
        """What kind of file it is, as people say it: "PDF"."""
        return self.file_kind.upper()

    @property
    def file_suffix(self) -> str:
        """How the name of the file ends, with its full stop."""
        return PurePosixPath(self.file.name).suffix if self.file else ""

    @property
    def is_broken(self) -> bool:
        """Whether its link did not work on several days; needs `link_check` fetched along."""
        check = getattr(self, "link_check", None)
        return bool(check and check.broken_since and check.url == self.url)

    def may_be_old(self, today: datetime.date) -> bool:
        """Tell whether it was not revised for more than OLD_YEARS; by its year when no date of revision is known."""
        if self.revised_on:
            return self.revised_on < add_months(today, -12 * OLD_YEARS)
        return bool(self.year and self.year < today.year - OLD_YEARS)


ResourceCondition = audited_links(Resource.conditions.through, "ResourceCondition", __name__)
ResourceTargetGroup = audited_links(Resource.target_groups.through, "ResourceTargetGroup", __name__)


@audited
class ResourceChange(HoldsFile):
    """What an institute wants to change of its published resource; gone as soon as it is accepted or taken back.

    `values` are the fields of the form; the resource itself stays as it is until a moderator accepts.
    """

    resource = models.OneToOneField(Resource, models.CASCADE, related_name="change", verbose_name=_("hulpmiddel"))
    values = models.JSONField(_("voorstel"), default=dict)
    without_file = models.BooleanField(_("bestand weghalen"), default=False)
    is_submitted = models.BooleanField(
        _("wacht op een moderator"), default=False, help_text=_("Anders is het teruggestuurd, of nog niet af.")
    )
    reason = models.TextField(_("reden van de moderator"), blank=True)
    version = models.PositiveIntegerField(_("keer bewaard"), default=1)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("van")
    )
    updated_at = models.DateTimeField(_("bewaard op"), auto_now=True)

    class Meta:
        verbose_name = _("wijziging van een hulpmiddel")
        verbose_name_plural = _("wijzigingen van hulpmiddelen")
        ordering = ["pk"]
        constraints = [whole_file("resource_change_file_whole")]

    def __str__(self) -> str:
        return str(self.values.get("title") or self.resource)
