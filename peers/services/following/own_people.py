"""Whose projects these are: they need no mail to hear of them."""

from collections import defaultdict
from collections.abc import Collection

from projects.models import ContactPerson, Membership, Project
from projects.states import MemberStatus


def own_projects(projects: Collection[int]) -> dict[int, set[int]]:
    """Return by user those of these projects that are theirs: made or owned, answered for, or of their institute."""
    of_institute: dict[int, set[int]] = defaultdict(set)
    found: dict[int, set[int]] = defaultdict(set)
    rows = Project.objects.filter(pk__in=projects).values_list("pk", "institute_id", "created_by_id", "owner_id")
    for pk, institute, *people in rows:
        of_institute[institute].add(pk)
        for user in people:
            found[user].add(pk)
    members = Membership.objects.filter(institute__in=[*filter(None, of_institute)], status=MemberStatus.ACTIVE)
    for user, institute in members.values_list("user_id", "institute_id"):
        found[user] |= of_institute[institute]
    for user, pk in ContactPerson.objects.filter(project__in=projects).values_list("user_id", "project_id"):
        found[user].add(pk)
    return found
