"""Editors make the newsletter: begin with what is new, write, look, try and send."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from peers.models import Edition
from peers.services.newsletter import composing, sending
from peers.states import EditionStatus
from projects.admin.base import FIELDS, ModeratedAdmin
from projects.permissions import may_moderate
from vindplaats.audit import acting


@admin.register(Edition)
class EditionAdmin(ModeratedAdmin):
    """Drafts can be changed; what was sent stays as people got it."""

    list_display = ["title", "status", "sent_at"]
    list_filter = ["status"]
    search_fields = ["title", "text"]
    fields = ["title", "slug", "text", "status", "sent_at"]
    readonly_fields = ["status", "sent_at"]
    formfield_overrides = FIELDS | {models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 28})}}
    change_form_template = "admin/peers/edition/change_form.html"
    change_list_template = "admin/peers/edition/change_list.html"

    def view_on_site(self, obj: Edition) -> str | None:
        """Give the page of what was sent; a draft has none."""
        return obj.get_absolute_url() if obj.status == EditionStatus.SENT else None

    def get_readonly_fields(self, request: HttpRequest, obj: Edition | None = None) -> list[str]:
        """Keep what was sent as it is."""
        is_draft = obj is None or obj.status == EditionStatus.DRAFT
        return self.readonly_fields if is_draft else self.fields

    def has_delete_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        """Drafts go, by administrators; what was sent is the archive."""
        is_draft = obj is None or obj.status == EditionStatus.DRAFT
        return is_draft and super().has_delete_permission(request, obj)

    def get_urls(self) -> list[URLPattern]:
        """Add: begin with what is new, and send."""
        wrap = self.admin_site.admin_view
        return [
            path("beginnen/", wrap(require_POST(self.begin)), name="peers_edition_begin"),
            path(
                "<int:pk>/versturen/",
                wrap(require_http_methods(["GET", "HEAD", "POST"])(self.send)),
                name="peers_edition_send",
            ),
            *super().get_urls(),
        ]

    def begin(self, request: HttpRequest) -> HttpResponse:
        """Make a draft with what is new."""
        _require_moderator(request)
        made = composing.begin(by=request.user, now=timezone.now())
        messages.success(request, _("Dit is er nieuw. Maak er een brief van, en verstuur hem daarna."))
        return HttpResponseRedirect(reverse("admin:peers_edition_change", args=[made.pk]))

    def send(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show how it looks and to how many it goes; mail it to oneself, or to all."""
        _require_moderator(request)
        edition = get_object_or_404(Edition, pk=pk)
        if request.method == "POST":
            self._do(request, edition)
            return HttpResponseRedirect(request.get_full_path())
        context = {
            **self.admin_site.each_context(request),
            "title": _("Nieuwsbrief versturen"),
            "opts": self.opts,
            "edition": edition,
            "is_draft": edition.status == EditionStatus.DRAFT,
            **sending.numbers(edition),
        }
        return render(request, "admin/peers/edition/send.html", context)

    def _do(self, request: HttpRequest, edition: Edition) -> None:
        match request.POST.get("what"):
            case "test":
                sending.send_test(edition=edition, to=request.user)
                messages.success(request, _("De proef is onderweg naar uw eigen adres."))
            case "send" if request.POST.get("sure"):
                self._send(request, edition)
            case "send":
                messages.error(request, _("Vink aan dat u hem nu aan iedereen wilt versturen."))
            case _other:
                raise Http404

    def _send(self, request: HttpRequest, edition: Edition) -> None:
        try:
            sending.send(edition=edition, by=request.user)
        except composing.Sent:
            messages.error(request, _("Deze nieuwsbrief is al verstuurd, of wordt dat net."))
        else:
            messages.success(request, _("De nieuwsbrief wordt verstuurd. Op deze pagina ziet u hoe ver het is."))

    def save_model(self, request: HttpRequest, obj: models.Model, form: Any, change: bool) -> None:
        """Save through the service."""
        try:
            composing.save(edition=obj, by=request.user)
        except composing.Sent:
            messages.error(request, _("Deze nieuwsbrief is al verstuurd, of wordt dat net."))

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Delete a draft."""
        self.delete_queryset(request, Edition.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        """Delete drafts only, whatever was chosen."""
        with acting(user=request.user):
            queryset.filter(status=EditionStatus.DRAFT).delete()


def _require_moderator(request: HttpRequest) -> None:
    if not may_moderate(request.user):
        raise Http404
