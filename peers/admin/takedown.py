"""A page of the admin to read what somebody wrote, and to take it off the site with a reason."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from peers.services.takedown import put_back, take_down
from projects.admin.base import ModeratedAdmin
from vindplaats.accounts.models import User
from vindplaats.text import CleanCharField


class TakeDownForm(forms.ModelForm):
    """Whether it stands on the site, and why not."""

    off_site = forms.BooleanField(label=_("Niet op de site"), required=False)
    reason = CleanCharField(
        label=_("Reden"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("De schrijver krijgt deze reden te lezen."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["off_site"] = self.instance.removed_at is not None

    def clean(self) -> dict[str, Any]:
        """Have whoever takes something down say why."""
        given = super().clean()
        if given.get("off_site") and not self.instance.removed_at and not given.get("reason"):
            self.add_error("reason", _("Schrijf op waarom dit van de site gaat."))
        return given


class TakeDownAdmin(ModeratedAdmin):
    """Nobody changes what somebody else wrote; a moderator takes it down or puts it back."""

    form = TakeDownForm
    list_filter = [("removed_at", admin.EmptyFieldListFilter)]
    ordering = ["-created_at", "-pk"]
    writer_field = "author"

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[str]:
        """Show all there is."""
        return [field.name for field in self.model._meta.fields if field.name != "id"]

    def get_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[str]:
        """Ask below all there is whether it stays."""
        return [*self.get_readonly_fields(request, obj), "off_site", "reason"]

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Members write on the site."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """What was taken down stays readable here."""
        return False

    def save_model(self, request: HttpRequest, obj: models.Model, form: forms.ModelForm, change: bool) -> None:
        """Take down or put back through the service."""
        off_site = form.cleaned_data["off_site"]
        if off_site and obj.removed_at is None:
            writer: User | None = getattr(obj, self.writer_field)
            about, path = self.stands_under(obj)
            reason = form.cleaned_data["reason"]
            take_down(thing=obj, by=request.user, reason=reason, writer=writer, about=about, path=path)
        elif not off_site and obj.removed_at is not None:
            put_back(thing=obj, by=request.user)

    def stands_under(self, obj: models.Model) -> tuple[str, str]:
        """Return the title and the path of the page where it stands or stood."""
        return obj.project.title, f"/projecten/{obj.project.slug}/"
