"""The accounts app: who somebody is."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Users, how they log in, and what they keep of themselves."""

    name = "vindplaats.accounts"
    label = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        """Fill in what the site asks of each app about a person."""
        from vindplaats import hooks  # noqa: PLC0415 - needs the loaded apps
        from vindplaats.accounts import about_person  # noqa: PLC0415

        hooks.person_data.register(about_person.person_data)
