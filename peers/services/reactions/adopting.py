"""Say that an institute took over a project, since when and how it goes."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from peers.models import Adoption
from peers.services.following.hearing import hear
from peers.services.reactions.limits import within_a_day
from peers.services.reactions.telling import project_path, tell_of_project
from projects.models import Institute, Project
from projects.permissions import is_member
from projects.search import generation
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def adopt(
    *,
    project: Project,
    institute: Institute,
    user: User,
    state: str,
    start: str,
    end: str = "",
    stop_reason: str = "",
    text: str = "",
) -> Adoption:
    """Keep how it goes at an institute that is not the project's own; again changes what it said before.

    PermissionDenied for who does not belong to the institute. TooMany when the person said a lot today.
    """
    if not is_member(user, institute) or institute.pk == project.institute_id:
        raise PermissionDenied
    within_a_day(Adoption, user=user, field="user")
    found = Adoption.objects.select_for_update().filter(project=project, institute=institute).first()
    one = found or Adoption(project=project, institute=institute)
    one.user, one.state, one.start, one.end = user, state, start, end
    one.stop_reason, one.text = stop_reason, text.strip()
    with acting(user=user, action="adopt"):
        one.save()
    if found is None:
        path = f"{project_path(project)}#elders"
        tell_of_project(project=project, code="adoption", title=project.title, path=path, by=user)
        hear(kind="adoption", object_id=one.pk, project=project, by=user)
    generation.advance_on_commit()
    return one


@transaction.atomic
def take_adoption_back(*, adoption: Adoption, by: User) -> None:
    """Take away that the institute took a project over; any member may, for it was said in its name."""
    if not is_member(by, adoption.institute):
        raise PermissionDenied
    with acting(user=by, action="adopt"):
        adoption.delete()
    generation.advance_on_commit()
