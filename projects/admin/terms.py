"""The vocabulary in the admin: sectors, target groups, conditions and applications."""

from django.contrib import admin

from projects.admin.addressed import AddressedForm
from projects.admin.base import ModeratedAdmin
from projects.models import Application, Condition, Sector, TargetGroup

NAMES = ["name", "name_en", "slug", "position"]


class TermAdmin(ModeratedAdmin):
    """One term; its slug stands in addresses and import files, so it stays when the name changes."""

    form = AddressedForm
    fields = NAMES
    list_display = NAMES
    search_fields = ["name", "name_en"]


@admin.register(Sector)
class SectorAdmin(TermAdmin):
    """Parts of the care field."""


@admin.register(TargetGroup)
class TargetGroupAdmin(TermAdmin):
    """The people that projects are for."""


@admin.register(Condition)
class ConditionAdmin(TermAdmin):
    """Illnesses, with the words that lay people use."""

    fields = [*NAMES, "synonyms"]
    search_fields = ["name", "name_en", "synonyms"]


@admin.register(Application)
class ApplicationAdmin(TermAdmin):
    """Digital products."""

    fields = [*NAMES, "supplier", "function", "function_en", "standards"]
    list_display = ["name", "supplier", "function"]
    search_fields = ["name", "supplier"]
