"""What sign-up asks beside address and password. allauth builds its own form on this, so it stands apart from forms."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vindplaats.text import CleanCharField


class NameForm(forms.Form):
    """The name under which others see what somebody asks or answers."""

    field_order = ["name", "email", "password1"]
    name = CleanCharField(
        label=_("Naam"),
        max_length=150,
        help_text=_("Uw voor- en achternaam. Anderen zien deze naam bij wat u op Vindplaats schrijft."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def signup(self, request: HttpRequest, user: Any) -> None:
        """Keep the name, and the language of the page for the mails to come."""
        user.name = self.cleaned_data["name"]
        user.language = get_language()
        user.save(update_fields=["name", "language"])
