"""Questions, answers and reactions in the admin: to read, and to decide about. Nobody changes another's words."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from peers.admin.deciding import DecidingAdmin
from peers.models import Answer, FollowUp, Question


class RemovedFilter(admin.SimpleListFilter):
    """Whether something stands on the site."""

    title = _("op de site")
    parameter_name = "weg"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """Return the two ways."""
        return [("nee", _("Staat er")), ("ja", _("Van de site gehaald"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Narrow the list."""
        return queryset.filter(removed_at__isnull=self.value() == "nee") if self.value() else queryset


@admin.register(Question)
class QuestionAdmin(DecidingAdmin):
    """One question, with who asked it; only moderators see that of an anonymous one."""

    fields = [
        *("title", "text", "asker", "is_anonymous", "institute", "themes", "language", "status", "merged_into"),
        *("created_at", "updated_at", "first_answer_at", "routed_at", "routed_again_at", "closed_at", "removed_at"),
    ]
    list_display = ["title", "status", "created_at", "is_anonymous", "removed_at"]
    list_filter = ["status", RemovedFilter, "is_anonymous", "language"]
    search_fields = ["title", "text"]
    search_help_text = _("Zoek op woorden in de vraag.")


@admin.register(Answer)
class AnswerAdmin(DecidingAdmin):
    """One answer."""

    fields = ["question", "text", "author", "is_anonymous", "language"]
    fields += ["created_at", "edited_at", "accepted_at", "removed_at"]
    list_display = ["__str__", "question", "created_at", "accepted_at", "removed_at"]
    list_select_related = ["question"]
    list_filter = [RemovedFilter, "language"]
    search_fields = ["text", "question__title"]
    search_help_text = _("Zoek op woorden in het antwoord of de vraag.")


@admin.register(FollowUp)
class FollowUpAdmin(DecidingAdmin):
    """One reaction to an answer."""

    fields = ["answer", "text", "author", "is_anonymous", "created_at", "removed_at"]
    list_display = ["__str__", "question", "created_at", "removed_at"]
    list_select_related = ["answer__question"]
    list_filter = [RemovedFilter]
    search_fields = ["text", "answer__question__title"]
    search_help_text = _("Zoek op woorden in de reactie of de vraag.")

    @admin.display(description=_("vraag"))
    def question(self, reaction: FollowUp) -> str:
        """Return the question under which it stands."""
        return reaction.answer.question.title
