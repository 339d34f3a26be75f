"""A form for what has an address of its own."""

from typing import Any

from django import forms
from django.db import models

from projects.models.institutes import RESERVED_INSTITUTE_SLUGS
from projects.models.projects import RESERVED_SLUGS
from projects.services.slugs import Slugs


class AddressedForm(forms.ModelForm):
    """A form for something with an address of its own: the address follows from the title when it is left empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self) -> dict[str, Any]:
        """Fill in the address."""
        cleaned = super().clean() or self.cleaned_data
        title = cleaned.get("title") or cleaned.get("name")
        if "slug" not in self.errors and not cleaned.get("slug") and title and not self.instance.slug:
            cleaned["slug"] = self.instance.slug = _free_slug(type(self.instance), title)
        return cleaned


def _free_slug(model: type[models.Model], text: str) -> str:
    reserved = RESERVED_SLUGS | RESERVED_INSTITUTE_SLUGS
    slugs = Slugs(model, fallback=str(model._meta.model_name), reserved=reserved)
    return slugs.allocate([text])[0]
