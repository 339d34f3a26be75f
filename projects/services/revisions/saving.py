"""Saving a section of a text, when nobody else saved the same section meanwhile."""

import hashlib
import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from projects.models import Project, Revision
from projects.permissions import may_moderate, may_write
from projects.services.revisions.differences import changed_fields
from projects.services.revisions.locking import is_public, lock_project, lock_revision
from projects.services.revisions.refusals import Conflict, StageRefused
from projects.services.revisions.sections import SECTIONS, part_of
from projects.services.revisions.texts import as_json
from projects.states import Stage
from vindplaats.accounts.models import User
from vindplaats.audit import acting

OPEN_TO_WRITERS = (Stage.DRAFT, Stage.RETURNED)
TITLE_LIMIT = 200


@transaction.atomic
def save_section(
    *, revision: Revision, section: str, values: dict[str, Any], version: int, by: User, seen: str = ""
) -> Revision:
    """Keep what was written in one section; `version` is how often the text was saved when the writer read it.

    Another version is fine when the section still is what the writer saw, of which `seen` is the fingerprint.
    What waits for a moderator is saved by a moderator only. PermissionDenied for who may not write, StageRefused when
    the text cannot be written on now, Conflict when somebody else saved this section: nothing is saved then.
    """
    if not may_write(by, revision.project):
        raise PermissionDenied
    project, locked = lock_project(revision.project), lock_revision(revision)
    if locked.status not in OPEN_TO_WRITERS and not (locked.status == Stage.SUBMITTED and may_moderate(by)):
        raise StageRefused(locked)
    mine = {name: value for name, value in as_json(values).items() if name in SECTIONS[section].fields}
    theirs = part_of(locked.content, section)
    if version != locked.version and seen != fingerprint(theirs) and changed_fields(theirs, {**theirs, **mine}):
        raise Conflict(locked, theirs=theirs, mine=mine)
    if "phase" in mine and mine["phase"] != locked.content.get("phase"):
        # The year told of the phase that a source gave.
        mine["phase_source_year"] = None
    locked.content = {**locked.content, **mine}
    locked.version += 1
    locked.updated_by = by
    with acting(user=by, action="save_section"):
        locked.save(update_fields=["content", "version", "updated_by", "updated_at"])
        _name_draft(project, locked)
    return locked


def fingerprint(part: dict[str, Any]) -> str:
    """Return a short text that is another one as soon as anything in the section is."""
    written = json.dumps(part, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def _name_draft(project: Project, revision: Revision) -> None:
    """Let a project that nobody has seen yet be called in lists what its text is called."""
    title = str(revision.content.get("title") or "").strip()[:TITLE_LIMIT]
    if title and title != project.title and not is_public(project):
        project.title = title
        project.save(update_fields=["title", "updated_at"])
