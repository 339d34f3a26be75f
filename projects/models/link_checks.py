"""What was found when the site last opened the web address of a resource."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models.resources import Resource
from projects.querysets.resources import LinkCheckQuerySet
from projects.states.resources import LinkProblem

BROKEN_AFTER_DAYS = 3
"""On so many different days in a row an address must fail before it counts as broken."""


class LinkCheck(models.Model):
    """The state of one address. Not audited: the site writes it by itself, every night."""

    resource = models.OneToOneField(Resource, models.CASCADE, related_name="link_check", verbose_name=_("hulpmiddel"))
    url = models.URLField(_("adres"), max_length=1000)
    checked_at = models.DateTimeField(_("gekeken op"), default=timezone.now)
    failures = models.PositiveSmallIntegerField(_("dagen achtereen stuk"), default=0)
    failed_on = models.DateField(_("laatst stuk op"), null=True, blank=True)
    problem = models.CharField(_("wat er mis is"), max_length=20, choices=LinkProblem.choices, blank=True)
    broken_since = models.DateField(_("stuk sinds"), null=True, blank=True)
    told_at = models.DateTimeField(_("gemeld op"), null=True, blank=True)

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("controle van een link")
        verbose_name_plural = _("controles van links")
        ordering = ["checked_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(problem__in=["", *LinkProblem.values]), name="link_problem_known"),
            models.CheckConstraint(
                condition=Q(failures=0, failed_on=None, broken_since=None, problem="")
                | Q(failures__gt=0, failed_on__isnull=False) & ~Q(problem=""),
                name="link_failed_says_how",
            ),
            models.CheckConstraint(
                condition=Q(broken_since=None) | Q(failures__gte=BROKEN_AFTER_DAYS), name="link_broken_after_days"
            ),
        ]

    def __str__(self) -> str:
        return self.url
