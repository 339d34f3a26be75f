"""Who may do what with the registry: plain questions that services, views and the admin ask alike.

A moderator is an active member of staff; an administrator is a superuser as well. Visitors, members and people of other
institutes get 404 for what they may not see, never 403.
"""

from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model

from projects import models
from projects.models import Collection, Institute, Programme, Project, Resource
from projects.states import InstituteStatus, MemberRole, MemberStatus, Sharing, Status
from vindplaats.accounts.models import User

Visitor: TypeAlias = User | AnonymousUser

# What an institute may still change itself; a published text changes through the moderators.
OPEN_TO_MEMBERS = frozenset({Status.DRAFT, Status.RETURNED})

# What is part of one project, institute, programme, region or municipality.
BELONGINGS = frozenset(
    {
        models.ContactPerson,
        models.GemeenteAlias,
        models.Lesson,
        models.Membership,
        models.ProgrammeEditor,
        models.ProgrammeLine,
        models.ProjectFunding,
        models.ProjectPartner,
        models.ProjectProgramme,
        models.ReplyTemplate,
        models.RegionGemeente,
        models.Resource,
    }
)

SEARCH = "search"
"""The app of what editors tune the search with, which stands above this module: nothing else hangs on its words."""


def may_moderate(user: Visitor) -> bool:
    """Review, publish, archive, and keep themes, institutes and the rest of the vocabulary."""
    return bool(user.is_active and user.is_staff)


def may_administer(user: Visitor) -> bool:
    """Delete for good, and give others rights."""
    return may_moderate(user) and bool(user.is_superuser)


def may_delete(user: Visitor, model: type[Model]) -> bool:
    """Delete for good: what belongs to one thing goes with it, the rest is for administrators (archive instead)."""
    is_light = model in BELONGINGS or model._meta.app_label == SEARCH
    return may_administer(user) or (may_moderate(user) and is_light)


def is_member(user: Visitor, institute: Institute | None) -> bool:
    """Belong to the institute; a membership that is asked for, offered or ended does not count."""
    return _belongs(user, institute)


def is_manager(user: Visitor, institute: Institute | None) -> bool:
    """Run the institute's page and accept its members."""
    return _belongs(user, institute, role=MemberRole.MANAGER)


def may_enter(user: Visitor, institute: Institute) -> bool:
    """See from within how the institute takes part: its people, its unpublished projects, what is stale."""
    return may_moderate(user) or is_member(user, institute)


def may_run(user: Visitor, institute: Institute) -> bool:
    """Edit the institute's page and decide who belongs to it."""
    return may_moderate(user) or is_manager(user, institute)


def manages_something(user: Visitor) -> bool:
    """Run the page of some institute, whichever."""
    return user.memberships.filter(status=MemberStatus.ACTIVE, role=MemberRole.MANAGER).exists()


def may_see(user: Visitor, project: Project) -> bool:
    """Read the project; the same rule as `Project.objects.visible_to(user)`."""
    return project.status == Status.PUBLISHED or may_moderate(user) or is_member(user, project.institute)


def may_edit(user: Visitor, project: Project) -> bool:
    """Change the texts of the project."""
    return may_moderate(user) or (project.status in OPEN_TO_MEMBERS and is_member(user, project.institute))


def may_submit(user: Visitor, project: Project) -> bool:
    """Offer the project to the moderators."""
    return may_moderate(user) or is_member(user, project.institute)


def may_begin(user: Visitor, institute: Institute) -> bool:
    """Begin a new project in the name of an institute that takes part."""
    return institute.status == InstituteStatus.VERIFIED and is_member(user, institute)


def may_write(user: Visitor, project: Project) -> bool:
    """Write a text of the project, submit it and take it back; what is public stays as it is until it is decided on."""
    return project.status != Status.ARCHIVED and (may_moderate(user) or is_member(user, project.institute))


def may_see_versions(user: Visitor, project: Project) -> bool:
    """Read what is being written and every version that was public."""
    return may_moderate(user) or is_member(user, project.institute)


def may_hand_over(user: Visitor, project: Project) -> bool:
    """Make a colleague the owner: the owner, who runs the institute, or anyone of it when there is no owner."""
    if may_moderate(user) or is_manager(user, project.institute):
        return True
    return is_member(user, project.institute) and project.owner in (None, user)


def may_write_resource(user: Visitor, resource: Resource) -> bool:
    """Write a resource that stands by itself; one of a project is written with its project."""
    if resource.project_id or resource.status == Status.ARCHIVED:
        return False
    return may_moderate(user) or is_member(user, resource.institute)


def may_see_resource(user: Visitor, resource: Resource) -> bool:
    """Read the resource and get its file; the same rule as `Resource.objects.visible_to(user)`."""
    if resource.is_public or may_moderate(user):
        return True
    return resource.project_id is None and is_member(user, resource.institute)


def may_confirm(user: Visitor, project: Project) -> bool:
    """Say in the institute's name that what is on the page is still true."""
    return may_moderate(user) or is_member(user, project.institute)


def may_keep(user: Visitor, project: Project) -> bool:
    """Keep a project true between two versions: confirm it, tell how it stands, set how often to ask."""
    return may_confirm(user, project)


def may_edit_programme(user: Visitor, programme: Programme) -> bool:
    """Tell how a programme stands: moderators, and whom they appointed."""
    if may_moderate(user):
        return True
    return bool(user.is_authenticated and user.is_active) and programme.editors.filter(user=user).exists()


def may_see_collection(user: Visitor, collection: Collection) -> bool:
    """Read a collection; the same rule as `Collection.objects.visible_to(user)`."""
    if collection.removed_at is not None:
        return False
    if collection.visibility == Sharing.PUBLIC or _owns(user, collection):
        return True
    if collection.is_editorial:
        return may_moderate(user)
    return collection.visibility == Sharing.INSTITUTE and _takes_part(user, collection.institute)


def may_edit_collection(user: Visitor, collection: Collection) -> bool:
    """Change a collection or throw it away: who made it, and who keeps what belongs to nobody else.

    Of an institute that are its managers, of the editors the moderators.
    """
    if _owns(user, collection):
        return True
    if collection.is_editorial:
        return may_moderate(user)
    shared = collection.visibility == Sharing.INSTITUTE and _takes_part(user, collection.institute)
    return shared and is_manager(user, collection.institute)


def _owns(user: Visitor, collection: Collection) -> bool:
    return bool(user.is_authenticated and user.is_active) and collection.owner_id == user.pk


def _takes_part(user: Visitor, institute: Institute | None) -> bool:
    """Belong to an institute that takes part."""
    return institute is not None and institute.status == InstituteStatus.VERIFIED and is_member(user, institute)


def _belongs(user: Visitor, institute: Institute | None, **more: str) -> bool:
    if institute is None or not (user.is_authenticated and user.is_active):
        return False
    return user.memberships.filter(institute=institute, status=MemberStatus.ACTIVE, **more).exists()
