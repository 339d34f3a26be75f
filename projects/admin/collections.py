"""Collections in the admin: moderators read public ones, feature them, and take one off the site with a reason."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from projects.admin.base import ModeratedAdmin
from projects.models import Collection
from projects.services.collections.moderating import feature, put_back, take_down
from projects.states import Sharing
from vindplaats.text import CleanCharField

READ_ONLY = ("title", "text", "language", "owner_name", "is_editorial", "created_at", "updated_at", "removed_at")


class CollectionAdminForm(forms.ModelForm):
    """Whether it is featured and whether it stands on the site, and if not why."""

    off_site = forms.BooleanField(label=_("Niet op de site"), required=False)
    reason = CleanCharField(
        label=_("Reden"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wie de verzameling maakte krijgt deze reden te lezen."),
    )

    class Meta:
        model = Collection
        fields = ["is_featured"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["off_site"] = self.instance.removed_at is not None
        self.initial["reason"] = self.instance.removal_reason

    def clean(self) -> dict[str, Any]:
        """Have whoever takes something down say why."""
        given = super().clean()
        if given.get("off_site") and not given.get("reason"):
            self.add_error("reason", _("Schrijf op waarom dit van de site gaat."))
        return given


@admin.register(Collection)
class CollectionAdmin(ModeratedAdmin):
    """One collection. What somebody keeps private or within an institute is nobody else's business."""

    form = CollectionAdminForm
    list_display = ["title", "owner_name", "is_editorial", "is_featured", "updated_at", "removed_at"]
    list_filter = ["is_featured", "is_editorial", ("removed_at", admin.EmptyFieldListFilter)]
    search_fields = ["title", "text", "owner_name"]
    readonly_fields = READ_ONLY
    fields = [*READ_ONLY, "is_featured", "off_site", "reason"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Collection]:
        """Keep what is public, or was until a moderator took it down."""
        return super().get_queryset(request).filter(Q(visibility=Sharing.PUBLIC) | Q(removed_at__isnull=False))

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Collections are made on the site."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What was taken down stays readable here, and for who made it."""
        return False

    def save_model(self, request: HttpRequest, obj: Collection, form: forms.ModelForm, change: bool) -> None:
        """Feature, take down or put back through the services."""
        given = form.cleaned_data
        if "is_featured" in form.changed_data:
            feature(collection=obj, is_featured=given["is_featured"], by=request.user)
        if given["off_site"] and obj.removed_at is None:
            take_down(collection=obj, reason=given["reason"], by=request.user)
        elif not given["off_site"] and obj.removed_at is not None:
            put_back(collection=obj, by=request.user)
