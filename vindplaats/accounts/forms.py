"""The forms of allauth in our words: one box for a new password, no text that only stands inside a box."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from vindplaats.accounts.models import User
from vindplaats.text import CleanCharField

NEW_PASSWORD_HELP = _(
    "Minstens 12 tekens. Een zin van een paar woorden is makkelijk te onthouden en moeilijk te raden."
)
OWN_LABELS = {
    "login": _("E-mailadres"),
    "email": _("E-mailadres"),
    "password": _("Wachtwoord"),
    "oldpassword": _("Huidig wachtwoord"),
    "password1": _("Nieuw wachtwoord"),
    "remember": _("Ingelogd blijven op dit apparaat"),
}


class OurWords:
    """Labels and hints of our own, and no second box to type a new password in."""

    labels: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name) or OWN_LABELS.get(name, field.label)
            if name in ("password", "oldpassword"):
                field.help_text = ""
        if "password1" in self.fields:
            self.fields["password1"].help_text = NEW_PASSWORD_HELP


class LoginForm(OurWords, allauth.LoginForm):
    """Log in by address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class SignupForm(OurWords, allauth.SignupForm):
    """Ask for a name, an address and a password."""

    labels = {"password1": _("Wachtwoord")}

    def try_save(self, request: HttpRequest) -> tuple[User | None, Any]:
        """Take as long for an address that is known, where no password has to be hashed."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class ChangeEmailForm(OurWords, allauth.AddEmailForm):
    """Another address, which is used once it is confirmed."""

    labels = {"email": _("Nieuw e-mailadres")}


class ChangePasswordForm(OurWords, allauth.ChangePasswordForm):
    """Another password, by who knows the old one."""


class SetPasswordForm(OurWords, allauth.SetPasswordForm):
    """A first password."""


class ResetPasswordForm(OurWords, allauth.ResetPasswordForm):
    """Ask for a mail to choose a new password."""


class ResetPasswordKeyForm(OurWords, allauth.ResetPasswordKeyForm):
    """Choose a new password after that mail."""


class ReauthenticateForm(OurWords, allauth.ReauthenticateForm):
    """Show once more that it is you."""


class ProfileForm(forms.ModelForm):
    """What somebody changes of his or her account without more ado."""

    name = CleanCharField(
        label=_("Naam"),
        max_length=150,
        help_text=_("Anderen zien deze naam bij wat u op Vindplaats schrijft."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    class Meta:
        model = User
        fields = ["name", "language"]
        labels = {"language": _("Taal van onze mails")}
        help_texts = {"language": ""}
