"""Collections: projects, lessons and resources that somebody put together, with a text."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models.fields import language_constraint, text_language
from projects.models.institutes import Institute
from projects.models.lessons import Lesson
from projects.models.projects import Project
from projects.models.resources import Resource
from projects.querysets.collections import CollectionItemQuerySet, CollectionQuerySet
from projects.states import Sharing
from vindplaats.addresses import page_of
from vindplaats.audit import audited

# Words that mean something else after /verzamelingen/ or /mijn/verzamelingen/.
RESERVED_COLLECTION_SLUGS = frozenset({"nieuw", "toevoegen"})


@audited
class Collection(models.Model):
    """What belongs together according to somebody. Text is Markdown in `language`."""

    title = models.CharField(_("titel"), max_length=150)
    slug = models.SlugField(_("kenmerk"), max_length=120, unique=True)
    text = models.TextField(_("tekst"), blank=True)
    language = text_language()
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="collections",
        verbose_name=_("eigenaar"),
    )
    owner_name = models.CharField(_("naam erbij"), max_length=150, blank=True)
    institute = models.ForeignKey(
        Institute, models.PROTECT, null=True, blank=True, related_name="collections", verbose_name=_("instelling")
    )
    visibility = models.CharField(_("zichtbaar voor"), max_length=10, choices=Sharing.choices, default=Sharing.PRIVATE)
    is_editorial = models.BooleanField(_("van de redactie"), default=False)
    is_featured = models.BooleanField(_("uitgelicht"), default=False)
    created_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)
    updated_at = models.DateTimeField(_("gewijzigd op"), default=timezone.now)
    removed_at = models.DateTimeField(_("van de site gehaald op"), null=True, blank=True)
    removal_reason = models.TextField(_("reden"), blank=True)

    objects = CollectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("verzameling")
        verbose_name_plural = _("verzamelingen")
        ordering = ["-updated_at", "-pk"]
        indexes = [models.Index(fields=["-updated_at", "-id"], name="collection_newest")]
        constraints = [
            language_constraint("collection"),
            models.CheckConstraint(condition=Q(visibility__in=Sharing.values), name="collection_visibility_known"),
            models.CheckConstraint(condition=~Q(title=""), name="collection_has_title"),
            models.CheckConstraint(
                condition=Q(visibility=Sharing.INSTITUTE, institute__isnull=False)
                | ~Q(visibility=Sharing.INSTITUTE) & Q(institute=None),
                name="collection_of_institute_has_one",
            ),
            models.CheckConstraint(
                condition=Q(is_editorial=False) | ~Q(visibility=Sharing.INSTITUTE),
                name="collection_editorial_of_no_one",
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_COLLECTION_SLUGS)), name="collection_slug_not_reserved"
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None, removal_reason="") | Q(removed_at__isnull=False) & ~Q(removal_reason=""),
                name="collection_removed_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of the collection."""
        return page_of("projects:collection_detail", self.slug)


@audited
class CollectionItem(models.Model):
    """One project, lesson or resource in a collection, with what its maker says of it."""

    collection = models.ForeignKey(Collection, models.CASCADE, related_name="items", verbose_name=_("verzameling"))
    project = models.ForeignKey(
        Project, models.CASCADE, null=True, blank=True, related_name="collection_items", verbose_name=_("project")
    )
    lesson = models.ForeignKey(
        Lesson, models.CASCADE, null=True, blank=True, related_name="collection_items", verbose_name=_("les")
    )
    resource = models.ForeignKey(
        Resource, models.CASCADE, null=True, blank=True, related_name="collection_items", verbose_name=_("hulpmiddel")
    )
    note = models.TextField(_("toelichting"), blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    added_at = models.DateTimeField(_("erbij gezet op"), default=timezone.now)

    objects = CollectionItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("deel van een verzameling")
        verbose_name_plural = _("delen van verzamelingen")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(project__isnull=False, lesson=None, resource=None)
                | Q(project=None, lesson__isnull=False, resource=None)
                | Q(project=None, lesson=None, resource__isnull=False),
                name="collection_item_one_thing",
            ),
            models.UniqueConstraint(fields=["collection", "project"], name="collection_project_once"),
            models.UniqueConstraint(fields=["collection", "lesson"], name="collection_lesson_once"),
            models.UniqueConstraint(fields=["collection", "resource"], name="collection_resource_once"),
        ]

    def __str__(self) -> str:
        return str(self.thing)

    @property
    def thing(self) -> Project | Lesson | Resource:
        """What it is."""
        return self.project or self.lesson or self.resource
