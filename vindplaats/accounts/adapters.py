"""Where allauth asks what to do: mail goes to our outbox, errors say what to do next, staff keep a second step."""

import time
from typing import Any
from urllib.parse import urlsplit

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from vindplaats.accounts import sealed, second_factor
from vindplaats.accounts.models import User
from vindplaats.mail import absolute, queue

NOT_FOR_A_MAIL = ("request", "current_site")


class AccountAdapter(DefaultAccountAdapter):
    """Our words and our outbox."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Dit account is uitgezet. Neem contact op met de redactie."),
        "duplicate_email": _("Dit is al het e-mailadres van uw account. Vul een ander adres in."),
        "email_password_mismatch": _(
            "Het e-mailadres of het wachtwoord klopt niet. Controleer beide en probeer het opnieuw."
        ),
        "enter_current_password": _("Dit is niet uw huidige wachtwoord. Probeer het opnieuw."),
        "incorrect_code": _("Deze code klopt niet. Vul de code in die de app nu laat zien."),
        "incorrect_password": _("Dit is niet uw wachtwoord. Probeer het opnieuw."),
        "rate_limited": _("U hebt het te vaak geprobeerd. Wacht vijf minuten en probeer het opnieuw."),
        "too_many_login_attempts": _("U hebt het te vaak geprobeerd. Wacht vijf minuten en probeer het opnieuw."),
    }

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask again who somebody is when that was last shown long ago; logging in is showing it as well."""
        shown = [record["at"] for record in get_authentication_records(context.request, context.request.user)]
        recently = bool(shown) and time.time() - shown[-1] < app_settings.REAUTHENTICATION_TIMEOUT
        return not recently and super().is_reauthentication_required(app=app, **kwargs)

    def unstash_verified_email(self, request: HttpRequest) -> str | None:
        """Leave an address that an invitation proved where it is, to be looked up by `is_email_verified`.

        Who signs up with that address need not prove it again; who types another one proves that. allauth would give
        the account the proved address instead of the typed one, also when it is another account's already.
        """
        return None

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue templates/mail/account/….txt. Addresses in it come from PUBLIC_URL, whatever host was asked for."""
        values = {name: value for name, value in context.items() if name not in NOT_FOR_A_MAIL}
        for name, value in values.items():
            if name.endswith("_url"):
                values[name] = absolute(urlsplit(value).path)
        user = context.get("user")
        queue(
            to=email,
            template=template_prefix.replace("/email/", "/"),
            context={**values, "email": email},
            language=user.language if isinstance(user, User) else get_language(),
        )

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell somebody what changed in the account, in his or her language."""
        super().send_notification_mail(template_prefix, user, {**(context or {}), "user": user}, email)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Our words; staff cannot take the last one away."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _(
            "Voor uw rol is een tweede stap nodig. Voeg eerst een andere toe; daarna kunt u deze weghalen."
        ),
        "cannot_generate_recovery_codes": _("Stel eerst een app of passkey in; daarna krijgt u herstelcodes."),
        "incorrect_code": _("Deze code klopt niet. Vul de code in die de app nu laat zien."),
        "unverified_email": _("Bevestig eerst uw e-mailadres."),
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether enough is left without it."""
        others = Authenticator.objects.filter(user=authenticator.user, type__in=second_factor.KINDS)
        return not second_factor.is_required(authenticator.user) or others.exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's name
        """Return a name to start from."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}

    def encrypt(self, text: str) -> str:
        """Keep secrets of apps and codes unreadable for who gets hold of the database alone."""
        return sealed.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Read them again."""
        return sealed.decrypt(encrypted_text)

    def _get_site_name(self) -> str:
        return "Vindplaats"
