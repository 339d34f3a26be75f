"""Addresses of the account. The views are allauth's, and so are the names by which it finds them.

Named one by one instead of included: what is not listed cannot be reached.
"""

from collections.abc import Callable
from functools import partial

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from vindplaats.accounts import views

shows_data_images = csp_update({"img-src": [SELF, "data:"]})
"""For the QR code of the app, which allauth makes as an address of its own content."""
RESET = "account_reset_password_from_key"


class AlphanumericConverter(StringConverter):
    """Letters and digits: the number of an account as allauth writes it, up to the first dash."""

    regex = "[0-9A-Za-z]+"


register_converter(AlphanumericConverter, "alnum")


def page(route: str, view: Callable, name: str) -> URLPattern:
    """Return the pattern of a page that staff without a second step may see as well; no proxy or browser keeps it."""
    view = never_cache(require_http_methods(["GET", "HEAD", "POST"])(view))
    view.sets_up_account = True
    return path(route, view, name=name)


def public(route: str, view: Callable, name: str) -> URLPattern:
    """Return the pattern of such a page for who is not logged in."""
    return page(route, login_not_required(partial(view)), name)


urlpatterns = [
    page("", views.account, "account_settings"),
    path("verder/", views.go_on, name="account_go_on"),
    # The same page under the name by which allauth knows it, and under the one by which Django does.
    public("login/", account.login, "login"),
    public("login/", account.login, "account_login"),
    public("logout/", require_POST(account.logout), "logout"),
    public("logout/", require_POST(account.logout), "account_logout"),
    public("inactief/", account.account_inactive, "account_inactive"),
    public("aanmelden/", views.SignupView.as_view(), "account_signup"),
    public("bevestigen/", account.email_verification_sent, "account_email_verification_sent"),
    public("bevestigen/<str:key>/", account.confirm_email, "account_confirm_email"),
    page("toegang/", account.reauthenticate, "account_reauthenticate"),
    page("e-mailadres/", account.email, "account_email"),
    page("wachtwoord/", account.password_change, "account_change_password"),
    page("wachtwoord/kiezen/", account.password_set, "account_set_password"),
    public("wachtwoord/vergeten/", account.password_reset, "account_reset_password"),
    public("wachtwoord/vergeten/verstuurd/", account.password_reset_done, "account_reset_password_done"),
    public("wachtwoord/nieuw/klaar/", account.password_reset_from_key_done, "account_reset_password_from_key_done"),
    public("wachtwoord/nieuw/<alnum:uidb36>-<str:key>/", account.password_reset_from_key, RESET),
    page("apparaten/", sessions.list_usersessions, "usersessions_list"),
    page("tweede-stap/", second_step.index, "mfa_index"),
    public("tweede-stap/code/", second_step.authenticate, "mfa_authenticate"),
    page("tweede-stap/toegang/", second_step.reauthenticate, "mfa_reauthenticate"),
    page("tweede-stap/app/", shows_data_images(app.activate_totp), "mfa_activate_totp"),
    page("tweede-stap/app/uitzetten/", app.deactivate_totp, "mfa_deactivate_totp"),
    page("tweede-stap/herstelcodes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    page("tweede-stap/herstelcodes/nieuw/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    page("tweede-stap/herstelcodes/bestand/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
    page("tweede-stap/passkeys/", passkeys.list_webauthn, "mfa_list_webauthn"),
    page("tweede-stap/passkeys/toevoegen/", passkeys.add_webauthn, "mfa_add_webauthn"),
    page("tweede-stap/passkeys/toegang/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    public("tweede-stap/passkeys/inloggen/", passkeys.login_webauthn, "mfa_login_webauthn"),
    page("tweede-stap/passkeys/<int:pk>/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    page("tweede-stap/passkeys/<int:pk>/weghalen/", views.RemovePasskeyView.as_view(), "mfa_remove_webauthn"),
]
