"""What somebody fills in who leaves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vindplaats.accounts.models import User
from vindplaats.text import CleanCharField


class LeaveForm(forms.Form):
    """Make sure that it is meant: an account that is gone does not come back."""

    email = CleanCharField(
        label=_("Uw e-mailadres"),
        help_text=_("Ter controle: typ het adres waarmee u inlogt."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Typ het e-mailadres waarmee u inlogt.")},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self) -> str:
        """Return the address when it is that of the account."""
        typed = self.cleaned_data["email"].strip()
        if typed.lower() != self.user.email:
            raise forms.ValidationError(_("Dit is niet het adres waarmee u inlogt. Kijk het na en typ het opnieuw."))
        return typed
