"""Profiles in the admin: moderators read them, and take one down with a reason or put it back; they write nothing."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peers.models import Profile
from peers.services import profiles as services
from projects.admin.base import ModeratedAdmin
from projects.permissions import may_moderate
from projects.services.refusals import Refused
from vindplaats.text import CleanCharField


class WhyForm(forms.Form):
    """Why a profile is taken down; the person reads it."""

    reason = CleanCharField(
        label=gettext_lazy("Waarom?"),
        max_length=2000,
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        help_text=gettext_lazy("Dit leest de persoon zelf, in een mail en bij het profiel."),
    )


@admin.register(Profile)
class ProfileAdmin(ModeratedAdmin):
    """One profile to read. What is told of health stays between the person and who may see the profile."""

    list_display = ["name", "kind", "visibility", "is_agreed", "removed_at", "updated_at"]
    list_filter = ["kind", "visibility", ("removed_at", admin.EmptyFieldListFilter)]
    search_fields = ["name", "role", "introduction"]
    search_help_text = gettext_lazy("Zoek op naam, functie of tekst.")
    fields = (
        *("name", "kind", "role", "introduction", "offers", "languages", "wishes", "availability", "monthly_limit"),
        *("paused_until", "visibility", "themes", "regions", "projects", "consented_at", "removed_at"),
        *("removal_reason", "created_at", "updated_at"),
    )
    change_form_template = "admin/peers/profile/change_form.html"

    @admin.display(description=gettext_lazy("akkoord"), boolean=True)
    def is_agreed(self, profile: Profile) -> bool:
        """Tell whether the person agrees to being shown."""
        return profile.consented_at is not None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Profile]:
        """Leave out what was never agreed to or was taken back: that is nobody's business."""
        return super().get_queryset(request).filter(consented_at__isnull=False)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Only the person writes a profile."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Only the person changes it."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Only the person removes it."""
        return False

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the changes of a profile that is agreed to, and not of one that was taken back or removed."""
        if may_moderate(request.user) and self.get_object(request, unquote(object_id)) is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return super().history_view(request, object_id, extra_context)

    def get_urls(self) -> list[URLPattern]:
        """Add the page on which one is taken down or put back."""
        own = path(
            "<path:object_id>/verwijderen-van-site/",
            self.admin_site.admin_view(self.take_down_view),
            name="peers_profile_take_down",
        )
        return [own, *super().get_urls()]

    def take_down_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask why, and take the profile down; or put back one that is down."""
        profile = self.get_object(request, unquote(object_id))
        if profile is None or not may_moderate(request.user):
            raise Http404
        form = WhyForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and (profile.removed_at or form.is_valid()):
            self._decide(request, profile, form)
            return HttpResponseRedirect(reverse("admin:peers_profile_change", args=[profile.pk]))
        return TemplateResponse(request, "admin/peers/profile/take_down.html", self._asked(request, profile, form))

    def _decide(self, request: HttpRequest, profile: Profile, form: WhyForm) -> None:
        try:
            if profile.removed_at:
                services.put_back(profile=profile, by=request.user)
            else:
                services.take_down(profile=profile, by=request.user, reason=form.cleaned_data["reason"])
        except Refused as refused:
            messages.warning(request, str(refused))
        else:
            messages.success(request, _("Gedaan. De persoon krijgt bericht."))

    def _asked(self, request: HttpRequest, profile: Profile, form: WhyForm) -> dict[str, Any]:
        title = _("Profiel terugzetten") if profile.removed_at else _("Profiel van de site halen")
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": profile.name,
            "opts": self.opts,
            "profile": profile,
            "form": form,
        }
