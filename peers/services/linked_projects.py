"""On which projects somebody works or worked: as the registry knows it, or as the person says."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from django.db.models import Exists, OuterRef, Q, QuerySet

from peers.models import Profile
from projects.models import ContactPerson, Membership, Project
from projects.states import MemberStatus, Status


class Link(Enum):
    """How a person and a project belong together; the first that holds is told."""

    CONTACT = "contact"
    OWNER = "owner"
    COLLEAGUE = "colleague"
    OWN_WORD = "own_word"
    """The person says so, and the registry knows nothing of it."""


@dataclass(frozen=True)
class LinkedProject:
    """A published project with how the person belongs to it."""

    project: Project
    link: Link

    @property
    def is_known(self) -> bool:
        """Whether the registry itself says that they belong together."""
        return self.link != Link.OWN_WORD


@dataclass(frozen=True)
class LinkedPerson:
    """The same from the project's side."""

    profile: Profile
    link: Link

    @property
    def is_known(self) -> bool:
        """Whether the registry itself says that they belong together."""
        return self.link != Link.OWN_WORD


ORDER = list(Link)


def linked_projects(profile: Profile) -> list[LinkedProject]:
    """Return the published projects of somebody: first those that the registry knows of, then the newest."""
    contact = ContactPerson.objects.filter(user=profile.user_id, is_active=True, project=OuterRef("pk"))
    colleague = Membership.objects.filter(
        user=profile.user_id, status=MemberStatus.ACTIVE, institute=OuterRef("institute")
    )
    listed = profile.projects.through.objects.filter(profile=profile, project=OuterRef("pk"))
    found = Project.objects.published().select_related("institute")
    marked = found.annotate(
        is_contact=Exists(contact), is_listed=Exists(listed), is_colleague=Exists(colleague)
    ).filter(Q(is_contact=True) | Q(is_listed=True) | Q(owner=profile.user_id))
    linked = [LinkedProject(one, _link(one, is_owner=one.owner_id == profile.user_id)) for one in marked.newest()]
    return sorted(linked, key=lambda one: ORDER.index(one.link))


def linked_people(project: Project, profiles: QuerySet[Profile]) -> list[LinkedPerson]:
    """Return those of `profiles` that belong to a project: first those that the registry knows of, then by name."""
    contact = ContactPerson.objects.filter(project=project, is_active=True, user=OuterRef("user"))
    colleague = Membership.objects.filter(
        institute=project.institute_id, status=MemberStatus.ACTIVE, user=OuterRef("user")
    )
    listed = Profile.projects.through.objects.filter(project=project, profile=OuterRef("pk"))
    marked = profiles.annotate(
        is_contact=Exists(contact), is_listed=Exists(listed), is_colleague=Exists(colleague)
    ).filter(Q(is_contact=True) | Q(is_listed=True) | Q(user=project.owner_id))
    linked = [LinkedPerson(one, _link(one, is_owner=one.user_id == project.owner_id)) for one in marked]
    return sorted(linked, key=lambda one: ORDER.index(one.link))


def people_of(projects: QuerySet[Project], profiles: QuerySet[Profile]) -> QuerySet[Profile]:
    """Return those of `profiles` that belong to any of these projects."""
    among = projects.order_by().values("pk")
    contact = ContactPerson.objects.filter(project__in=among, is_active=True, user=OuterRef("user"))
    listed = Profile.projects.through.objects.filter(project__in=among, profile=OuterRef("pk"))
    owned = projects.order_by().filter(owner=OuterRef("user"))
    return profiles.filter(Exists(contact) | Exists(listed) | Exists(owned))


def project_counts(profiles: Iterable[Profile]) -> dict[int, int]:
    """Return on how many published projects each of these people works or worked, by the id of the profile.

    Three queries, however many people.
    """
    profile_of = {profile.user_id: profile.pk for profile in profiles}
    published = {"project__status": Status.PUBLISHED}
    contacts = ContactPerson.objects.filter(user__in=profile_of, is_active=True, **published)
    owned = Project.objects.published().filter(owner__in=profile_of)
    listed = Profile.projects.through.objects.filter(profile__in=profile_of.values(), **published)
    pairs = {(profile_of[user], project) for user, project in contacts.values_list("user_id", "project_id")}
    pairs |= {(profile_of[user], project) for user, project in owned.order_by().values_list("owner_id", "pk")}
    pairs |= set(listed.values_list("profile_id", "project_id"))
    return Counter(profile for profile, _project in pairs)


def _link(marked: Profile | Project, *, is_owner: bool) -> Link:
    if marked.is_contact:
        return Link.CONTACT
    if is_owner:
        return Link.OWNER
    return Link.COLLEAGUE if marked.is_colleague else Link.OWN_WORD
