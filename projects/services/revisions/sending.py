"""Writers offer a text to the moderators, take it back, or throw it away."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from projects.models import FormerSlug, Project, Revision
from projects.permissions import may_write
from projects.services.importing.known import Known
from projects.services.review.cases import close_case, open_case
from projects.services.review.flags import flags_of_record
from projects.services.revisions import mailing
from projects.services.revisions.applying import try_out
from projects.services.revisions.beginning import project_slugs
from projects.services.revisions.checking import check
from projects.services.revisions.deciding import put_on_site
from projects.services.revisions.differences import changed_fields
from projects.services.revisions.locking import is_public, lock_project, lock_revision, move, move_project
from projects.services.revisions.refusals import ArchivedRefused, Conflict, Incomplete, StageRefused
from projects.services.revisions.texts import contact_of, text_of, without_contact
from projects.services.slugs import slug_for
from projects.states import Outcome, Stage, Status
from vindplaats.accounts.models import User
from vindplaats.audit import acting

KIND = "revision"
TRUSTED = "trusted"
"""The flag of a case that is looked at afterwards: the text is on the site already."""


@transaction.atomic
def submit(
    *,
    revision: Revision,
    by: User,
    note: str = "",
    version: int | None = None,
    known: Known | None = None,
    from_file: bool = False,
) -> Revision:
    """Offer a text to the moderators; of a trusted institute it goes onto the site at once and the case stays open.

    PermissionDenied for who may not write, StageRefused when it waits already, Incomplete with all that is missing or
    wrong, Conflict when it was saved after `version`, which is what the writer has seen. `from_file`: it is one of many
    that were tried out when the file was looked at, and of which one mail tells.
    """
    if not may_write(by, revision.project):
        raise PermissionDenied
    known = known or Known()
    project, locked = lock_project(revision.project), lock_revision(revision)
    if locked.status == Stage.SUBMITTED:
        raise StageRefused(locked)
    if version not in (None, locked.version):
        raise Conflict(locked, theirs=locked.content, mine={})
    _refuse_what_is_not_ready(project, locked, known, tried=from_file)
    move(locked, Stage.SUBMITTED)
    locked.note, locked.submitted_at, locked.updated_by = note.strip(), timezone.now(), by
    with acting(user=by, action="submit"):
        if not is_public(project):
            _show_to_moderators(project, locked)
        locked.save()
        _open_case(project, locked, by, known)
    if not from_file:
        mailing.tell_received(locked, project, by)
    return locked


def _refuse_what_is_not_ready(project: Project, revision: Revision, known: Known, *, tried: bool) -> None:
    if project.status == Status.ARCHIVED:
        raise ArchivedRefused
    if problems := check(revision.content, project=project, known=known):
        raise Incomplete(problems)
    if not tried:
        try_out(project=project, content=revision.content, known=known)


def _show_to_moderators(project: Project, revision: Revision) -> None:
    """Give the row of a project that was never public the address and the beginning of its text."""
    content = revision.content
    project.title, project.summary = content["title"], content["summary"]
    project.language = content.get("language") or project.language
    slug = slug_for(project.title, limit=120, fallback="project")
    if project.slug != slug and not project.slug.startswith(f"{slug}-"):
        # Who has the form open under the old address still comes out right.
        FormerSlug.objects.update_or_create(slug=project.slug, institute=None, defaults={"project": project})
        [project.slug] = project_slugs().allocate([project.title])
    project.save(update_fields=["title", "summary", "language", "slug", "updated_at"])
    move_project(project, Status.SUBMITTED)
    # What moderators change in this row from here on is seen when they decide.
    revision.base = {**text_of(project), "contact": contact_of(project)}


def _open_case(project: Project, revision: Revision, by: User, known: Known) -> None:
    institute = project.institute
    trusted = bool(institute and institute.is_trusted) and not _changed_meanwhile(project, revision)
    flags = [*flags_of_record(revision.content, institute, project=project), *([TRUSTED] if trusted else [])]
    open_case(kind=KIND, object_id=revision.pk, title=str(revision), institute=institute, flags=flags, by=by)
    if trusted:
        put_on_site(project, revision, by=by, known=known)


def _changed_meanwhile(project: Project, revision: Revision) -> bool:
    return bool(changed_fields(without_contact(revision.base), text_of(project)))


@transaction.atomic
def withdraw(*, revision: Revision, by: User) -> Revision:
    """Take a text back from the moderators to write on; PermissionDenied, AlreadyDecided."""
    if not may_write(by, revision.project):
        raise PermissionDenied
    close_case(kind=KIND, object_id=revision.pk, outcome=Outcome.WITHDRAWN, by=by)
    project, locked = lock_project(revision.project), lock_revision(revision)
    move(locked, Stage.DRAFT)
    locked.submitted_at, locked.updated_by = None, by
    with acting(user=by, action="withdraw"):
        locked.save()
        if not is_public(project):
            move_project(project, Status.DRAFT)
    return locked


@transaction.atomic
def discard(*, revision: Revision, by: User) -> None:
    """Throw away what was written; a project that was never on the site goes with it.

    PermissionDenied for who may not write, StageRefused for what waits (withdraw it first) or was decided on.
    """
    if not may_write(by, revision.project):
        raise PermissionDenied
    project, locked = lock_project(revision.project), lock_revision(revision)
    if locked.status not in (Stage.DRAFT, Stage.RETURNED):
        raise StageRefused(locked)
    with acting(user=by, action="discard"):
        if _holds_nothing_else(project):
            project.delete()
            return
        move(locked, Stage.WITHDRAWN)
        locked.content, locked.base = without_contact(locked.content), without_contact(locked.base)
        locked.updated_by = by
        locked.save()


def _holds_nothing_else(project: Project) -> bool:
    """Tell whether all of the project stood in the text; moderators may have filled in the row itself."""
    known = {"title", "summary", "language", "institute", "kept"}
    filled = {name for name, value in text_of(project).items() if value not in (None, "", [])}
    return project.published_at is None and not is_public(project) and filled <= known
