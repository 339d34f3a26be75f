"""Programmes and their lines in the admin."""

from django.contrib import admin
from django.http import HttpRequest

from projects.admin.addressed import AddressedForm
from projects.admin.base import ModeratedAdmin, TabularInline
from projects.models import Programme, ProgrammeEditor, ProgrammeLine


class LineInline(TabularInline):
    """The lines of a programme."""

    model = ProgrammeLine


class EditorInline(TabularInline):
    """Who keeps the page up to date on the site itself: status updates, milestones, documents and the summary."""

    model = ProgrammeEditor
    autocomplete_fields = ["user"]


@admin.register(Programme)
class ProgrammeAdmin(ModeratedAdmin):
    """One programme with its lines."""

    form = AddressedForm
    fields = ["name", "name_en", "slug", "external_id", "summary", "language", ("start", "end"), "source_url"]
    list_display = ["name", "start", "end"]
    search_fields = ["name", "name_en", "external_id"]
    inlines = [LineInline, EditorInline]


@admin.register(ProgrammeLine)
class ProgrammeLineAdmin(ModeratedAdmin):
    """Only there to be searched from a project; lines are changed at their programme."""

    list_display = ["name", "programme"]
    list_select_related = ["programme"]
    search_fields = ["name", "programme__name"]

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Stay off the index."""
        return False
