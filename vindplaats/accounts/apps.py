"""The accounts app: who somebody is."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Users and, later, login, second factor and settings."""

    name = "vindplaats.accounts"
    label = "accounts"
    verbose_name = _("Accounts")
