"""Ways to narrow the list of projects in the admin."""

import datetime
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models import Project, Theme

FRESH_DAYS = 365


class ThemeFilter(admin.SimpleListFilter):
    """By theme of the first level; the themes below it count as well."""

    title = _("thema")
    parameter_name = "thema"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer the themes of the first level."""
        return list(Theme.objects.main().in_order().values_list("slug", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Project]) -> QuerySet[Project]:
        """Keep projects on the theme; an unknown one keeps nothing."""
        if self.value() is None:
            return queryset
        theme = Theme.objects.filter(slug=self.value()).first()
        return queryset.on_theme(theme) if theme else queryset.none()


class ConfirmedFilter(admin.SimpleListFilter):
    """By the day on which the institute last said that it is true."""

    title = _("bevestigd")
    parameter_name = "bevestigd"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer fresh, old, never, and what should have been confirmed by now."""
        ages = [("jaar", _("Afgelopen jaar")), ("ouder", _("Langer geleden")), ("nooit", _("Nooit"))]
        return [*ages, ("verouderd", _("Mogelijk verouderd"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Project]) -> QuerySet[Project]:
        """Keep projects by the age of their confirmation."""
        year_ago = timezone.localdate() - datetime.timedelta(days=FRESH_DAYS)
        match self.value():
            case "jaar":
                return queryset.filter(confirmed_on__gte=year_ago)
            case "ouder":
                return queryset.filter(confirmed_on__lt=year_ago)
            case "nooit":
                return queryset.filter(confirmed_on=None)
            case "verouderd":
                return queryset.may_be_outdated(timezone.localdate())
        return queryset
