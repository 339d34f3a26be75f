"""Accounts: how people sign up and log in, what django-allauth is told, and the limits on trying."""

from django.urls import reverse_lazy

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "vindplaats.accounts.passwords.NotYourself", "OPTIONS": {"user_attributes": ("email", "name")}},
    {"NAME": "vindplaats.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "vindplaats.accounts.passwords.NotCommon"},
]

ACCOUNT_ADAPTER = "vindplaats.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "vindplaats.accounts.names.NameForm"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_CONFIRMATION_ANONYMOUS_REDIRECT_URL = reverse_lazy("login")
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# With mandatory verification this answers the same for a known and an unknown address, in sign-up as well; "strict"
# would make a second account for a known address instead, which our unique address forbids.
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
ACCOUNT_FORMS = {
    "login": "vindplaats.accounts.forms.LoginForm",
    "signup": "vindplaats.accounts.forms.SignupForm",
    "add_email": "vindplaats.accounts.forms.ChangeEmailForm",
    "change_password": "vindplaats.accounts.forms.ChangePasswordForm",
    "set_password": "vindplaats.accounts.forms.SetPasswordForm",
    "reset_password": "vindplaats.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "vindplaats.accounts.forms.ResetPasswordKeyForm",
    "reauthenticate": "vindplaats.accounts.forms.ReauthenticateForm",
}

MFA_ADAPTER = "vindplaats.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Vindplaats"
# The clock of a telephone may be half a minute off.
MFA_TOTP_TOLERANCE = 1
# Nobody logs in before the address is confirmed; and with this, who has a second step can still change the address.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "vindplaats.accounts.second_factor_forms.CodeForm",
    "reauthenticate": "vindplaats.accounts.second_factor_forms.ConfirmByCodeForm",
    "activate_totp": "vindplaats.accounts.second_factor_forms.ActivateAppForm",
    "add_webauthn": "vindplaats.accounts.second_factor_forms.AddPasskeyForm",
    "edit_webauthn": "vindplaats.accounts.second_factor_forms.RenamePasskeyForm",
}

# Number, time, and what is counted: the network address, the account, or the e-mail address that was typed (key).
# Only failures count as login_failed. A limit that is passed gives a page with status 429, or a message in the form.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "10/5m/ip,10/5m/key",
    "second_factor": "5/5m/key",
    "signup": "6/m/ip",
    "reset_password": "6/m/ip,5/d/key",
    "reset_password_from_key": "20/m/ip",
    "confirm_email": "1/3m/key",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
    "reauthenticate": "10/m/user",
    # What mails somebody, or asks something of the editors.
    "begin_registration": "6/m/ip,20/h/ip",
    "send_registration": "6/m/ip,20/h/ip",
    "invite": "60/h/user",
    "ask_to_join": "10/h/user",
    "report": "6/m/ip",
    # While somebody types a question: one a second is more than anybody types.
    "alike": "60/m/user",
    "newsletter": "6/m/ip,30/h/ip,5/d/key",
}
MFA_RATE_LIMITS = {"webauthn_login": "10/m/ip"}
