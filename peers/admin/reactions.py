"""What members said of projects and lessons."""

from django.contrib import admin
from django.db import models

from peers.admin.takedown import TakeDownAdmin
from peers.models import Adoption, Mark, Reaction


@admin.register(Reaction)
class ReactionAdmin(TakeDownAdmin):
    """What stands under projects."""

    list_display = ["__str__", "project", "author_name", "created_at", "removed_at"]
    list_select_related = ["project"]
    search_fields = ["text", "author_name", "project__title"]


@admin.register(Mark)
class MarkAdmin(TakeDownAdmin):
    """What is said of lessons."""

    list_display = ["kind", "lesson", "line", "user_name", "created_at", "removed_at"]
    list_select_related = ["lesson"]
    search_fields = ["line", "user_name", "lesson__title"]
    writer_field = "user"

    def stands_under(self, obj: models.Model) -> tuple[str, str]:
        """Return the lesson's title and place."""
        project = obj.lesson.project
        return obj.lesson.title, f"/projecten/{project.slug}/#les-{obj.lesson.slug}"


@admin.register(Adoption)
class AdoptionAdmin(TakeDownAdmin):
    """Where projects spread to."""

    list_display = ["institute", "project", "state", "start", "removed_at"]
    list_select_related = ["institute", "project"]
    search_fields = ["text", "institute__name", "project__title"]
    writer_field = "user"
