"""Texts that moderators send more often."""

from django.contrib import admin
from django.db import models
from django.forms import Field, Select
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from projects.admin.base import ModeratedAdmin
from projects.models import ReplyTemplate
from projects.services.review import kinds


@admin.register(ReplyTemplate)
class ReplyTemplateAdmin(ModeratedAdmin):
    """A text for one kind of case, or for all."""

    fields = ["title", "kind", "text", "position"]
    list_display = ["title", "kind_label", "position"]
    search_fields = ["title", "text"]

    @admin.display(description=_("soort zaak"), ordering="kind")
    def kind_label(self, reply: ReplyTemplate) -> str:
        """Return the kind in words."""
        return kinds.label_of(reply.kind) if reply.kind else str(_("Alle soorten"))

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: object) -> Field | None:
        """Choose the kind from those that there are."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "kind":
            known = [("", _("Alle soorten")), *((kind.name, kind.label) for kind in kinds.all_())]
            field.widget = Select(choices=known)
        return field
