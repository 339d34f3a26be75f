"""The record of one project as it stands."""

from typing import Any

from projects.models import Project
from projects.services.exporting.records import record, with_all_for_export


def record_of(project: Project) -> dict[str, Any]:
    """Return the record of the format for a project, read anew."""
    return record(with_all_for_export(Project.objects.filter(pk=project.pk)).get())
