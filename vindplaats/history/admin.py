"""The history button of the admin: what the audit knows, instead of what was done in the admin alone."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from vindplaats.history.reading import events_of, link_tables
from vindplaats.history.telling import tell

PER_PAGE = 50


class HistoryAdmin(admin.ModelAdmin):
    """Shows all changes to an object, its inlines and its links; also of an object that was deleted."""

    object_history_template = "admin/changes.html"

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show a page of the history; with the message of the admin when there never was such an object."""
        thing = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, thing):
            raise PermissionDenied
        shadow = thing or self._shadow(unquote(object_id))
        events = events_of(shadow, self._belongings()) if shadow else []
        page = Paginator(events, PER_PAGE).get_page(request.GET.get("p"))
        if thing is None and not page.paginator.count:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Geschiedenis: %(name)s") % {"name": thing or _("verwijderd")},
            "subtitle": None,
            "opts": self.opts,
            "object": thing,
            "page": page,
            "page_numbers": page.paginator.get_elided_page_range(page.number),
            "entries": tell(page, shadow),
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)

    def _belongings(self) -> list[type[models.Model]]:
        return [*(inline.model for inline in self.inlines), *link_tables(self.model)]

    def _shadow(self, object_id: str) -> models.Model | None:
        """Return an unsaved stand-in with the primary key of what was deleted; None when it cannot be one."""
        try:
            return self.model(pk=self.opts.pk.to_python(object_id))
        except ValidationError:
            return None
