"""The mail app: the outbox."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailConfig(AppConfig):
    """Queues and sends mail; the rows are those of post_office."""

    name = "vindplaats.mail"
    label = "mail"
    verbose_name = _("Mail")
