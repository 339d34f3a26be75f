"""What the worker did and could not do, for administrators to read."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob

from vindplaats.jobs.models import Job
from vindplaats.reading_admin import ReadOnlyAdmin

STATUSES = {
    "todo": _("wacht"),
    "doing": _("bezig"),
    "succeeded": _("gelukt"),
    "failed": _("mislukt"),
    "cancelled": _("afgezegd"),
    "aborted": _("afgebroken"),
}

admin.site.unregister(ProcrastinateJob)


class StatusFilter(admin.SimpleListFilter):
    """Django's own would hand anything that is asked to the database, whose column knows these words only."""

    title = _("status")
    parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """Offer each status in plain words."""
        return list(STATUSES.items())

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        """Keep the jobs of the chosen status."""
        return queryset.filter(status=self.value()) if self.value() in STATUSES else queryset


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    """Newest first; the arguments of a job are numbers of rows, not texts of people."""

    list_display = ["id", "task_name", "state", "attempts", "scheduled_at"]
    list_filter = [StatusFilter, "task_name"]
    ordering = ["-id"]
    show_full_result_count = False
    fields = ["id", "task_name", "state", "attempts", "scheduled_at", "args", "happened"]

    @admin.display(description=_("status"), ordering="status")
    def state(self, job: Job) -> str:
        """Return the status in plain words."""
        return STATUSES.get(job.status, job.status)

    @admin.display(description=_("verloop"))
    def happened(self, job: models.Model) -> str:
        """Return what happened to the job and when, a line each."""
        events = job.procrastinateevent_set.order_by("at", "id")
        return "\n".join(f"{event.at:%Y-%m-%d %H:%M:%S} {event.type}" for event in events)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Leave the status to the filter above."""
        return not lookup.startswith("status") and super().lookup_allowed(lookup, value, request)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """Leave the worker out, which only the job that runs has."""
        return super().get_queryset(request).defer("worker")
