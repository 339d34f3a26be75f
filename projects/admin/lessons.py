"""Lessons in the admin, over all projects."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from projects.admin.addressed import AddressedForm
from projects.admin.base import ModeratedAdmin
from projects.admin.lesson_together import TogetherAdmin
from projects.models import Lesson


@admin.register(Lesson)
class LessonAdmin(TogetherAdmin, ModeratedAdmin):
    """One lesson with its themes."""

    form = AddressedForm
    fields = ["project", "kind", "title", "situation", "outcome", "advice", "phase", "themes", "language", "position"]
    list_display = ["title", "kind", "phase", "project_title"]
    list_select_related = ["project"]
    list_filter = ["kind", "phase"]
    search_fields = ["title", "project__title"]
    search_help_text = _("Zoek op de titel van de les of het project.")
    autocomplete_fields = ["project"]

    @admin.display(description=_("project"), ordering="project__sort_key")
    def project_title(self, lesson: Lesson) -> str:
        """Return the title, in a column that may wrap."""
        return lesson.project.title

    def get_readonly_fields(self, request: HttpRequest, obj: Lesson | None = None) -> list[str]:
        """Keep a lesson at the project where it was learned."""
        return ["project"] if obj else []
