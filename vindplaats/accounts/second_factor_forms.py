"""The forms of the second step in our words, with a limit of their own on guessing."""

import hashlib
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

CODE_IS_GOOD_SECONDS = 120


class FewGuesses:
    """A code of six digits may be guessed: five attempts in five minutes for each account, then wait."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = self.fields["code"].widget
        widget.attrs.pop("placeholder", None)
        widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}

    def clean_code(self) -> str:
        """Count the attempt, and forget it again when the code is right."""
        key = f"second-factor-{self.user.pk}"
        if not ratelimit.consume(context.request, action="second_factor", key=key):
            raise get_adapter().validation_error("too_many_login_attempts")
        code = super().clean_code()
        # allauth remembers a code for half a minute; it is good for a minute and a half, and to be used once.
        if not cache.add(f"{key}:{hashlib.sha256(code.encode()).hexdigest()}", 1, timeout=CODE_IS_GOOD_SECONDS):
            raise get_adapter().validation_error("incorrect_code")
        ratelimit.clear(context.request, action="second_factor", key=key)
        return code


class CodeForm(FewGuesses, codes.AuthenticateForm):
    """The second step of logging in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code uit uw app, of een herstelcode")


class ConfirmByCodeForm(FewGuesses, codes.ReauthenticateForm):
    """Show once more that it is you, by a code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code uit uw app, of een herstelcode")


class ActivateAppForm(FewGuesses, totp.ActivateTOTPForm):
    """Show that the app is set up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code van zes cijfers uit de app")


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """Name a passkey; the browser fills in the rest."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Naam van de passkey")
        self.fields["name"].help_text = _("Bijvoorbeeld van het apparaat: “telefoon” of “laptop van het werk”.")
        self.fields["passwordless"].label = _("Ook zonder wachtwoord inloggen met deze passkey")
        self.fields["passwordless"].help_text = _("Zet dit uit voor een beveiligingssleutel zonder pincode.")
        self.fields["passwordless"].initial = True


class RenamePasskeyForm(webauthn.EditWebAuthnForm):
    """Give a passkey another name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Naam van de passkey")
