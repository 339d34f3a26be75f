"""Resources: toolkits, decision aids, reports and more, to take along."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from projects.models.fields import language_constraint, text_language, web_address_constraint
from projects.models.projects import Project
from projects.models.terms import Condition, TargetGroup
from projects.models.themes import ResourceTheme
from projects.states import ResourceKind
from vindplaats.audit import audited, audited_links


@audited
class Resource(models.Model):
    """Something made that others can use, with its owner, year and date of revision."""

    project = models.ForeignKey(
        Project, models.CASCADE, null=True, blank=True, related_name="resources", verbose_name=_("project")
    )
    kind = models.CharField(_("soort"), max_length=20, choices=ResourceKind.choices)
    title = models.CharField(_("titel"), max_length=300)
    slug = models.SlugField(_("kenmerk"), max_length=140, unique=True)
    url = models.URLField(_("adres"), max_length=1000, blank=True)
    summary = models.TextField(_("samenvatting"), blank=True)
    owner = models.CharField(_("eigenaar"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("jaar"), null=True, blank=True)
    revised_on = models.DateField(_("herzien op"), null=True, blank=True)
    language = text_language()
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    themes = TaggableManager(_("thema's"), through=ResourceTheme, blank=True, help_text="")
    conditions = models.ManyToManyField(Condition, related_name="resources", blank=True, verbose_name=_("aandoeningen"))
    target_groups = models.ManyToManyField(
        TargetGroup, related_name="resources", blank=True, verbose_name=_("doelgroepen")
    )

    class Meta:
        verbose_name = _("hulpmiddel")
        verbose_name_plural = _("hulpmiddelen")
        ordering = ["position", "pk"]
        constraints = [
            language_constraint("resource"),
            models.CheckConstraint(condition=Q(kind__in=ResourceKind.values), name="resource_kind_known"),
            web_address_constraint("url", "resource_url_http"),
        ]

    def __str__(self) -> str:
        return self.title


ResourceCondition = audited_links(Resource.conditions.through, "ResourceCondition", __name__)
ResourceTargetGroup = audited_links(Resource.target_groups.through, "ResourceTargetGroup", __name__)
