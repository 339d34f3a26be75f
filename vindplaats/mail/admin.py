"""The outbox for administrators: what waits and what could not be sent. Never the text: it may hold a way in."""

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from post_office.models import STATUS, Attachment, Email, EmailTemplate, Log

from vindplaats.mail.models import Mail
from vindplaats.reading_admin import ReadOnlyAdmin

STATUSES = {
    STATUS.sent: _("verstuurd"),
    STATUS.failed: _("mislukt"),
    STATUS.queued: _("wacht"),
    STATUS.requeued: _("wordt opnieuw geprobeerd"),
}

admin.site.unregister([Email, EmailTemplate, Log, Attachment])


@admin.register(Mail)
class MailAdmin(ReadOnlyAdmin):
    """Newest first."""

    list_display = ["id", "address", "subject", "state", "created", "number_of_retries", "scheduled_time"]
    list_filter = ["status"]
    search_fields = ["to", "subject"]
    ordering = ["-id"]
    actions = ["send_again"]
    fields = ["address", "subject", "state", "created", "message_id", "number_of_retries", "scheduled_time", "problems"]

    @admin.display(description=_("ontvanger"), ordering="to")
    def address(self, mail: Mail) -> str:
        """Return who gets it."""
        return ", ".join(mail.to)

    @admin.display(description=_("status"), ordering="status")
    def state(self, mail: Mail) -> str:
        """Return the status in plain words."""
        return str(STATUSES.get(mail.status, mail.status))

    @admin.display(description=_("wat er misging"))
    def problems(self, mail: Mail) -> str:
        """Return what the mail server said, a line each."""
        logs = mail.logs.order_by("pk")
        return "\n".join(f"{log.date:%Y-%m-%d %H:%M} {log.exception_type}: {log.message}" for log in logs)

    @admin.action(description=_("Opnieuw versturen"))
    def send_again(self, request: HttpRequest, chosen: models.QuerySet) -> None:
        """Give what was given up a new day."""
        for mail in chosen:
            mail.send_again()
        messages.success(request, _("Wat mislukt was, wordt binnen een minuut opnieuw geprobeerd."))
