"""Institutes, their members and their contact persons in the admin."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from projects.admin.addressed import AddressedForm
from projects.admin.base import ModeratedAdmin, TabularInline
from projects.models import ContactPerson, Institute, Membership
from projects.services.institutes import save_institute


class MembershipInline(TabularInline):
    """Who belongs to it."""

    model = Membership
    autocomplete_fields = ["user"]


class ContactPersonInline(TabularInline):
    """Who answers; the address is for the relay and never shown on the site."""

    model = ContactPerson
    autocomplete_fields = ["project", "user"]


@admin.register(Institute)
class InstituteAdmin(ModeratedAdmin):
    """One institute with its people."""

    form = AddressedForm
    list_display = ["name", "place", "kind", "status"]
    list_filter = ["status", "kind"]
    search_fields = ["name", "place"]
    search_help_text = _("Zoek op naam of plaats.")
    autocomplete_fields = ["gemeente"]
    readonly_fields = ["created_at", "updated_at"]
    inlines = [MembershipInline, ContactPersonInline]
    fieldsets = [
        (None, {"fields": ["name", "slug", "kind", "status", "place", "gemeente", "website"]}),
        (_("Over de instelling"), {"fields": ["description", "brings", "seeks", "language"]}),
        (_("Herkennen"), {"fields": ["kvk_number", "agb_code", "email_domains", "is_trusted"]}),
        (_("Beheer"), {"fields": ["created_at", "updated_at"]}),
    ]

    def save_model(self, request: HttpRequest, obj: Institute, form: forms.ModelForm, change: bool) -> None:
        """Save through the service of institutes."""
        save_institute(institute=obj, by=request.user)


@admin.register(Membership)
class MembershipAdmin(ModeratedAdmin):
    """Who belongs where, over all institutes."""

    list_display = ["user", "institute", "role", "status", "created_at"]
    list_select_related = ["user", "institute"]
    list_filter = ["status", "role"]
    search_fields = ["user__email", "user__name", "institute__name"]
    autocomplete_fields = ["user", "institute"]
    readonly_fields = ["created_at"]
