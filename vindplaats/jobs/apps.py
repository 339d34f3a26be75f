"""The jobs app: what the worker does."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    """The worker's command, its own upkeep, and its jobs in the admin; the tables are procrastinate's."""

    name = "vindplaats.jobs"
    label = "jobs"
    verbose_name = _("Achtergrondwerk")
