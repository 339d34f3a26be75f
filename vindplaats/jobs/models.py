"""The jobs of procrastinate under our own name, for the admin."""

from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob


class Job(ProcrastinateJob):
    """Something that the worker does, did or could not do."""

    class Meta:
        proxy = True
        verbose_name = _("achtergrondtaak")
        verbose_name_plural = _("achtergrondtaken")
