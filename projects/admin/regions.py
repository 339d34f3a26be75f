"""Municipalities, regions and the schemes that divide the country in the admin."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from projects.admin.addressed import AddressedForm
from projects.admin.base import ModeratedAdmin, TabularInline
from projects.models import Gemeente, GemeenteAlias, Region, RegionGemeente, RegionScheme


class AliasInline(TabularInline):
    """Other names of a municipality."""

    model = GemeenteAlias


class RegionInline(TabularInline):
    """The regions of a scheme; their municipalities are on their own pages."""

    model = Region
    fields = ["code", "name", "slug"]
    show_change_link = True


class GemeenteInline(TabularInline):
    """The municipalities of a region."""

    model = RegionGemeente
    ordering = ["gemeente__name"]
    autocomplete_fields = ["gemeente"]


@admin.register(Gemeente)
class GemeenteAdmin(ModeratedAdmin):
    """One municipality with its other names."""

    form = AddressedForm
    list_display = ["name", "code"]
    search_fields = ["name", "aliases__name", "code"]
    inlines = [AliasInline]


@admin.register(RegionScheme)
class RegionSchemeAdmin(ModeratedAdmin):
    """One way to divide the country, with its regions."""

    list_display = ["name", "valid_from", "valid_to", "certainty"]
    search_fields = ["name"]
    inlines = [RegionInline]


@admin.register(Region)
class RegionAdmin(ModeratedAdmin):
    """One region with its municipalities."""

    form = AddressedForm
    fields = ["scheme", "code", "name", "slug"]
    list_display = ["name", "scheme", "code"]
    list_filter = ["scheme"]
    search_fields = ["name", "scheme__name", "code"]
    inlines = [GemeenteInline]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Region]:
        """Fetch the scheme along: it is part of the name."""
        return super().get_queryset(request).select_related("scheme")
