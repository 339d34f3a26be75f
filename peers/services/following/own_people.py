"""Whose things these are: they need no mail to hear of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from peers.models import Profile, Question
from projects.models import ContactPerson, Lesson, Membership, Project, Resource
from projects.states import MemberStatus

Owned = dict[int | None, set[int]]
"""By user, what is theirs."""


def own_things(kind: str, ids: Collection[int]) -> Owned:
    """Return by user those of these things of a kind that are theirs."""
    return OWNERS[kind](ids)


def own_projects(projects: Collection[int]) -> Owned:
    """Return by user those of these projects that are theirs: made or owned, answered for, or of their institute."""
    of_institute: dict[int, set[int]] = defaultdict(set)
    found: Owned = defaultdict(set)
    rows = Project.objects.filter(pk__in=projects).values_list("pk", "institute_id", "created_by_id", "owner_id")
    for pk, institute, *people in rows:
        of_institute[institute].add(pk)
        for user in people:
            found[user].add(pk)
    _add_members(found, of_institute)
    for user, pk in ContactPerson.objects.filter(project__in=projects).values_list("user_id", "project_id"):
        found[user].add(pk)
    return found


def _own_lessons(lessons: Collection[int]) -> Owned:
    return _of_own_projects(Lesson.objects.filter(pk__in=lessons).values_list("project_id", "pk"))


def _own_resources(resources: Collection[int]) -> Owned:
    """Return those of own projects, those that somebody sent in, and those of their institute."""
    found_ones = Resource.objects.filter(pk__in=resources)
    found = _of_own_projects(found_ones.exclude(project=None).values_list("project_id", "pk"))
    of_institute: dict[int, set[int]] = defaultdict(set)
    for pk, institute, user in found_ones.values_list("pk", "institute_id", "created_by_id"):
        of_institute[institute].add(pk)
        found[user].add(pk)
    _add_members(found, of_institute)
    return found


def _own_questions(questions: Collection[int]) -> Owned:
    return _by_user(Question.objects.filter(pk__in=questions).values_list("asker_id", "pk"))


def _own_profile(profiles: Collection[int]) -> Owned:
    return _by_user(Profile.objects.filter(pk__in=profiles).values_list("user_id", "pk"))


def _of_own_projects(held: Iterable[tuple[int, int]]) -> Owned:
    by_project: dict[int, set[int]] = defaultdict(set)
    for project, pk in held:
        by_project[project].add(pk)
    found: Owned = defaultdict(set)
    for user, projects in own_projects(by_project).items():
        found[user] = {pk for project in projects for pk in by_project[project]}
    return found


def _by_user(rows: Iterable[tuple[int | None, int]]) -> Owned:
    found: Owned = defaultdict(set)
    for user, pk in rows:
        found[user].add(pk)
    return found


def _add_members(found: Owned, of_institute: dict[int, set[int]]) -> None:
    members = Membership.objects.filter(institute__in=[*filter(None, of_institute)], status=MemberStatus.ACTIVE)
    for user, institute in members.values_list("user_id", "institute_id"):
        found[user] |= of_institute[institute]


OWNERS: dict[str, Callable[[Collection[int]], Owned]] = {
    "project": own_projects,
    "lesson": _own_lessons,
    "resource": _own_resources,
    "question": _own_questions,
    "expert": _own_profile,
}
"""How the owners of each kind are read."""
