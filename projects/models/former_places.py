"""Addresses that lessons and resources had before two projects became one."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from projects.models.lessons import Lesson
from projects.models.resources import Resource
from vindplaats.audit import audited


@audited
class FormerPlace(models.Model):
    """The slug of a lesson or resource that two projects had both; it leads on to the one that stayed."""

    slug = models.SlugField(_("vroeger kenmerk"), max_length=140)
    lesson = models.ForeignKey(
        Lesson, models.CASCADE, null=True, blank=True, related_name="former_places", verbose_name=_("les")
    )
    resource = models.ForeignKey(
        Resource, models.CASCADE, null=True, blank=True, related_name="former_places", verbose_name=_("hulpmiddel")
    )
    created_at = models.DateTimeField(_("sinds"), auto_now_add=True)

    class Meta:
        verbose_name = _("vroeger adres van een les of hulpmiddel")
        verbose_name_plural = _("vroegere adressen van lessen en hulpmiddelen")
        constraints = [
            models.CheckConstraint(
                condition=Q(lesson__isnull=True) ^ Q(resource__isnull=True), name="former_place_of_one_thing"
            ),
            models.UniqueConstraint(fields=["slug"], name="former_lesson_slug", condition=Q(resource=None)),
            models.UniqueConstraint(fields=["slug"], name="former_resource_slug", condition=Q(lesson=None)),
        ]

    def __str__(self) -> str:
        return self.slug
