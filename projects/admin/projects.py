"""Projects in the admin."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from projects.admin.base import ModeratedAdmin
from projects.admin.deciding import DecidingAdmin
from projects.admin.filters import ConfirmedFilter, ThemeFilter
from projects.admin.inlines import (
    ContactPersonInline,
    FundingInline,
    LessonInline,
    PartnerInline,
    ProgrammeInline,
    ResourceInline,
)
from projects.admin.project_form import ProjectForm
from projects.models import Project
from projects.services.projects import refresh, save_project

KEPT_BY_THE_SITE = ["status", "published_at", "confirmed_on", "created_by", "created_at", "updated_at"]


@admin.register(Project)
class ProjectAdmin(DecidingAdmin, ModeratedAdmin):
    """All about one project on one page; its status changes by decisions."""

    form = ProjectForm
    list_display = ["title", "institute_name", "status", "phase", "published_at", "confirmed_on"]
    list_select_related = ["institute"]
    list_filter = ["status", "phase", "scope", ConfirmedFilter, ThemeFilter, "language"]
    search_fields = ["title", "external_id", "institute__name"]
    search_help_text = _("Zoek op titel, nummer of instelling.")
    autocomplete_fields = [
        "institute",
        "owner",
        "sectors",
        "target_groups",
        "conditions",
        "applications",
        "gemeenten",
        "regions",
    ]
    readonly_fields = KEPT_BY_THE_SITE
    inlines = [LessonInline, PartnerInline, ProgrammeInline, FundingInline, ResourceInline, ContactPersonInline]
    fieldsets = [
        (None, {"fields": ["title", "slug", "institute", "summary", "language"]}),
        (_("Verhaal"), {"fields": ["problem", "approach", "results"]}),
        (_("Stand"), {"fields": ["phase", "phase_source_year", ("start", "end"), "stop_reasons", "stop_explanation"]}),
        (
            _("Waarover"),
            {"fields": ["themes", "sectors", "target_groups", "conditions", "technologies", "applications"]},
        ),
        (_("Waar"), {"fields": ["scope", "gemeenten", "regions"]}),
        (_("Na de financiering"), {"fields": ["kept", "kept_explanation"]}),
        (_("Bron"), {"fields": ["source_url", "source_accessed"]}),
        (_("Bijhouden"), {"fields": ["owner", "confirm_every"]}),
        (_("Beheer"), {"fields": ["external_id", *KEPT_BY_THE_SITE]}),
    ]

    @admin.display(description=_("instelling"), ordering="institute__sort_key")
    def institute_name(self, project: Project) -> str:
        """Return the name, in a column that may wrap."""
        return str(project.institute or "")

    def get_readonly_fields(self, request: HttpRequest, obj: Project | None = None) -> list[str]:
        """Keep the number, and once published the address, as others know them."""
        fixed = [*KEPT_BY_THE_SITE]
        if obj:
            fixed.append("external_id")
        if obj and obj.published_at:
            fixed.append("slug")
        return fixed

    def save_model(self, request: HttpRequest, obj: Project, form: forms.ModelForm, change: bool) -> None:
        """Save the fields that were changed, and no others: somebody else may just have published it."""
        own = {field.name for field in Project._meta.concrete_fields}
        save_project(project=obj, by=request.user, fields=own.intersection(form.changed_data) if change else None)

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: list[forms.BaseModelFormSet], change: bool
    ) -> None:
        """Save links and belongings, then have the search follow once for all."""
        super().save_related(request, form, formsets, change)
        refresh(project=form.instance)
