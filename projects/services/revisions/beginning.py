"""A text begins: of a new project, of one that is on the site, or with an older version."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from projects.models import Institute, Project, Revision
from projects.models.projects import RESERVED_SLUGS
from projects.permissions import may_begin, may_see_versions, may_write
from projects.services.revisions.locking import lock_project
from projects.services.revisions.refusals import AlreadyBeingWritten, ArchivedRefused
from projects.services.revisions.texts import Record, contact_of, text_of
from projects.services.slugs import Slugs
from projects.states import Language, Status
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def begin_new(
    *, institute: Institute, title: str, by: User, language: str = Language.DUTCH, external_id: str = ""
) -> Revision:
    """Make a draft of a project with a title and nothing else; who begins it answers for it until that is changed.

    PermissionDenied for who does not belong to the institute.
    """
    if not may_begin(by, institute):
        raise PermissionDenied
    [slug] = project_slugs().allocate([title])
    project = Project(title=title, slug=slug, language=language, institute=institute, created_by=by, owner=by)
    if external_id:
        project.external_id = external_id
    with acting(user=by, action="begin"):
        project.save(force_insert=True)
        base = text_of(project)
        content = {**base, "contact": [{"name": by.get_full_name(), "role": "", "user": by.pk}]}
        return Revision.objects.create(project=project, base=base, content=content, created_by=by, updated_by=by)


def project_slugs() -> Slugs:
    """Return who gives out slugs of projects."""
    return Slugs(Project, fallback="project", reserved=RESERVED_SLUGS)


@transaction.atomic
def begin_edit(*, project: Project, by: User) -> Revision:
    """Return the text of a project that is in the making, or begin one with what is on the site.

    PermissionDenied for who may not, ArchivedRefused for what is not on the site any more.
    """
    if not may_write(by, project):
        raise PermissionDenied
    locked = lock_project(project)
    if there := locked.revisions.open().first():
        return there
    return _begin(locked, text_of(locked), by)


@transaction.atomic
def restore(*, project: Project, number: int, by: User) -> Revision:
    """Begin a text with that of an earlier version (0: before the first one); it goes the way of any other.

    PermissionDenied for who may not, AlreadyBeingWritten when there is a text in the making, Revision.DoesNotExist.
    """
    if not (may_write(by, project) and may_see_versions(by, project)):
        raise PermissionDenied
    locked = lock_project(project)
    if there := locked.revisions.open().first():
        raise AlreadyBeingWritten(there)
    accepted = locked.revisions.accepted()
    old = accepted.get(number=number).content if number else accepted.exclude(base={}).get(number=1).base
    # The institute is what the project belongs to now, whoever had it then.
    return _begin(locked, {**old, "institute": text_of(locked)["institute"]}, by)


def _begin(project: Project, content: Record, by: User) -> Revision:
    if project.status == Status.ARCHIVED:
        raise ArchivedRefused
    contact = contact_of(project)
    with acting(user=by, action="begin"):
        return Revision.objects.create(
            project=project,
            base={**text_of(project), "contact": contact},
            content={**content, "contact": contact},
            created_by=by,
            updated_by=by,
        )
