"""The peers app: people helping people. Its rooms are built on the registry."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeersConfig(AppConfig):
    """Experts, contact requests, questions and more; empty until the registry stands."""

    name = "peers"
    verbose_name = _("Mensen")
