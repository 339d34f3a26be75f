"""Themes and technologies in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest

from projects.admin.addressed import AddressedForm
from projects.admin.base import ModeratedAdmin
from projects.models import Technology, Theme
from projects.services.themes import level_problem, save_theme


class ThemeForm(AddressedForm):
    """Keeps themes in two levels."""

    def clean(self) -> dict[str, Any]:
        """Refuse a place that would make a third level."""
        cleaned = super().clean()
        parent = cleaned.get("parent")
        problem = level_problem(theme=Theme(pk=self.instance.pk, parent=parent)) if parent else ""
        if problem:
            raise ValidationError({"parent": problem})
        return cleaned


@admin.register(Theme)
class ThemeAdmin(ModeratedAdmin):
    """One theme; only themes of the first level are offered as the one above it."""

    form = ThemeForm
    fields = ["name", "name_en", "slug", "parent", "position", "description", "description_en"]
    list_display = ["name", "parent", "name_en", "position"]
    list_select_related = ["parent"]
    list_filter = [("parent", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["name", "name_en"]

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField:
        """Offer the first level only."""
        if db_field.name == "parent":
            kwargs["queryset"] = Theme.objects.main().in_order()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Theme, form: forms.ModelForm, change: bool) -> None:
        """Save through the service of themes."""
        save_theme(theme=obj, by=request.user)


@admin.register(Technology)
class TechnologyAdmin(ModeratedAdmin):
    """One technology and the words that people use for it."""

    form = AddressedForm
    fields = ["name", "name_en", "slug", "aliases"]
    list_display = ["name", "name_en", "slug"]
    search_fields = ["name", "name_en"]
