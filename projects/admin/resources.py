"""Resources in the admin, over all projects."""

from django.contrib import admin

from projects.admin.addressed import AddressedForm
from projects.admin.base import ModeratedAdmin
from projects.models import Resource


@admin.register(Resource)
class ResourceAdmin(ModeratedAdmin):
    """One resource; it need not belong to a project."""

    form = AddressedForm
    fields = ["project", "kind", "title", "slug", "url", "summary", "owner", ("year", "revised_on")]
    fields += ["themes", "conditions", "target_groups", "language", "position"]
    list_display = ["title", "kind", "owner", "year", "revised_on", "project"]
    list_select_related = ["project"]
    list_filter = ["kind", "language"]
    search_fields = ["title", "owner", "project__title"]
    autocomplete_fields = ["project", "conditions", "target_groups"]
