"""Export of projects: any queryset of them as JSON Lines, CSV or XLSX, in the format that an import reads."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from django.db.models import QuerySet

from projects.models import Project
from projects.services.exporting.errors import CannotExport
from projects.services.exporting.records import record, with_all_for_export
from projects.services.exporting.text_files import write_csv, write_jsonl

__all__ = ["CONTENT_TYPES", "WRITERS", "CannotExport", "export_projects"]


def write_xlsx(records: Iterable[dict[str, Any]], out: BinaryIO) -> None:
    """Write a workbook; what that needs takes 12 MB, which a process that never makes one should not have."""
    from projects.services.exporting import xlsx_file  # noqa: PLC0415 - see above

    xlsx_file.write_xlsx(records, out)


WRITERS = {"jsonl": write_jsonl, "csv": write_csv, "xlsx": write_xlsx}
CONTENT_TYPES = {
    "jsonl": "application/x-ndjson; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
CHUNK = 500


def export_projects(
    projects: QuerySet[Project],
    out: BinaryIO,
    *,
    format_: str,
    progress: Callable[[int], object] = lambda done: None,
) -> None:
    """Write `projects`, in their order, to `out`; the memory in use does not grow with their number.

    A view gives a temporary file and answers with a FileResponse of it. `progress` is called with the projects done
    since the last call. Raises CannotExport when a text does not fit in the format.
    """

    def records() -> Iterator[dict[str, Any]]:
        for project in with_all_for_export(projects).iterator(chunk_size=CHUNK):
            yield record(project)
            progress(1)

    WRITERS[format_](records(), out)
