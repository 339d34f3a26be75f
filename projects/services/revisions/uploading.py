"""Many projects at once from a spreadsheet: looked at first, and submitted only after that was seen.

What was read is kept for a day at most, for one person, so that what is submitted is what was shown.
"""

import json
from typing import Any, BinaryIO

from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import Institute, Project, ProjectUpload
from projects.models.uploads import KEPT
from projects.permissions import may_begin
from projects.services.importing.known import Known
from projects.services.importing.report import Unreadable
from projects.services.importing.rows import RawRow, Source
from projects.services.importing.sources import open_source
from projects.services.revisions import mailing
from projects.services.revisions.beginning import begin_edit, begin_new
from projects.services.revisions.refusals import RowChanged, UploadGone
from projects.services.revisions.rows import NEW, Looked, look, not_ours
from projects.services.revisions.sending import submit
from vindplaats.accounts.models import User

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 100


def keep_upload(*, stream: BinaryIO, name: str, institute: Institute, by: User) -> ProjectUpload:
    """Read a file, try each row without keeping anything of it, and keep what was read for the word to go on.

    What the same person sent before is replaced. Unreadable when nothing of it can be read, PermissionDenied for who
    may not begin projects of the institute.
    """
    if not may_begin(by, institute):
        raise PermissionDenied
    source = open_source(stream, name=name)
    try:
        rows = _looked_at(source, institute, by)
    finally:
        source.close()
    kept = json.loads(json.dumps([row.as_json() for row in rows], cls=DjangoJSONEncoder))
    upload, _is_new = ProjectUpload.objects.update_or_create(
        user=by,
        defaults={"institute": institute, "name": name[:200], "rows": kept, "created_at": timezone.now()},
    )
    return upload


def _looked_at(source: Source, institute: Institute, by: User) -> list[Looked]:
    if source.count > MOST_ROWS:
        known = {"count": source.count, "most": MOST_ROWS}
        raise Unreadable(_("Het bestand heeft %(count)d regels; het mogen er %(most)d zijn. Verdeel het.") % known)
    known, lines = Known(), {}
    return [look(_once(raw, lines), institute=institute, by=by, known=known) for raw in source]


def _once(raw: RawRow, lines: dict[str, int]) -> RawRow:
    """Add the problem that an id stands in the file already."""
    id_ = str(raw.values.get("id") or "").strip()
    if id_ in lines:
        raw.problems.append(("id", _("Dit id staat ook in regel %(line)d.") % {"line": lines[id_]}))
    elif id_:
        lines[id_] = raw.line
    return raw


@transaction.atomic
def submit_upload(*, by: User) -> int:
    """Submit every row that was found right, all or none; return how many.

    UploadGone when it is too old or was submitted already; other refusals when the projects changed since.
    """
    upload = ProjectUpload.objects.select_for_update(of=("self",)).select_related("institute").filter(user=by).first()
    if upload is None or not upload.is_fresh or not upload.ready:
        raise UploadGone
    if not may_begin(by, upload.institute):
        raise PermissionDenied
    known = Known()
    for row in upload.ready:
        _submit_row(row, upload.institute, by, known)
    count = len(upload.ready)
    mailing.tell_uploaded(upload.institute, count, by)
    upload.delete()
    return count


def _submit_row(row: dict[str, Any], institute: Institute, by: User, known: Known) -> None:
    project = Project.objects.filter(external_id=row["id"]).first()
    # Since the file was looked at, somebody may have made, moved or opened the project.
    if (row["state"] == NEW) != (project is None) or (project and not_ours(project, institute)):
        raise RowChanged(row["line"])
    if project is None:
        revision = begin_new(institute=institute, title=row["title"], by=by, external_id=row["id"])
    else:
        revision = begin_edit(project=project, by=by)
        # What was changed on the site meanwhile is then seen by the moderator.
        revision.base = row["base"]
    revision.content = row["content"]
    revision.save(update_fields=["content", "base"])
    submit(revision=revision, by=by, known=known, from_file=True)


def discard_upload(*, by: User) -> None:
    """Throw away what was read."""
    ProjectUpload.objects.filter(user=by).delete()


def remove_old_uploads() -> int:
    """Throw away what was kept for its time; return how many."""
    return ProjectUpload.objects.filter(created_at__lt=timezone.now() - KEPT).delete()[0]
