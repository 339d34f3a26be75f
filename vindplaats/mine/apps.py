"""The app of `/mijn/`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MineConfig(AppConfig):
    """The pages of one person, and the end of an account that nobody uses."""

    name = "vindplaats.mine"
    label = "mine"
    verbose_name = _("Mijn Vindplaats")
