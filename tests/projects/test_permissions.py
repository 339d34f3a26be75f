"""Who may do what: a matrix of every question and every role."""

import pytest
from django.contrib.auth.models import AnonymousUser

from projects import permissions
from projects.models import ContactPerson, Institute, Lesson, Membership, Project, Theme
from projects.states import InstituteStatus, MemberStatus, Status
from tests.factories import InstituteFactory, MembershipFactory, ProjectFactory, UserFactory
from vindplaats.accounts.models import User

ROLES = ["visitor", "user", "asked", "invited", "ended", "other", "member", "manager", "moderator", "administrator"]
INSIDE = {"member", "manager", "moderator", "administrator"}
STAFF = {"moderator", "administrator"}


@pytest.fixture
def institute(db):
    return InstituteFactory(verified=True)


@pytest.fixture
def people(institute):
    """One person in each role towards the institute."""
    statuses = {"asked": MemberStatus.REQUESTED, "invited": MemberStatus.INVITED, "ended": MemberStatus.ENDED}
    return {
        "visitor": AnonymousUser(),
        "user": UserFactory(),
        **{role: MembershipFactory(institute=institute, manager=True, status=statuses[role]).user for role in statuses},
        "other": MembershipFactory(manager=True).user,
        "member": MembershipFactory(institute=institute).user,
        "manager": MembershipFactory(institute=institute, manager=True).user,
        "moderator": UserFactory(moderator=True),
        "administrator": UserFactory(administrator=True),
    }


def allowed(people, question, *about):
    return {role for role in ROLES if question(people[role], *about)}


def test_moderating_and_administering(people):
    assert allowed(people, permissions.may_moderate) == STAFF
    assert allowed(people, permissions.may_administer) == {"administrator"}


def test_belonging(people, institute):
    assert allowed(people, permissions.is_member, institute) == {"member", "manager"}
    assert allowed(people, permissions.is_manager, institute) == {"manager"}
    assert allowed(people, permissions.is_member, None) == set()


@pytest.mark.parametrize("status", Status.values)
def test_project_in_each_status(people, institute, status):
    project = ProjectFactory(institute=institute, **({} if status == Status.DRAFT else {status: True}))
    seeing = set(ROLES) if status == Status.PUBLISHED else INSIDE
    assert allowed(people, permissions.may_see, project) == seeing
    assert allowed(people, permissions.may_edit, project) == (
        INSIDE if status in (Status.DRAFT, Status.RETURNED) else STAFF
    )
    assert allowed(people, permissions.may_submit, project) == INSIDE
    assert allowed(people, permissions.may_confirm, project) == INSIDE
    assert allowed(people, permissions.may_see_versions, project) == INSIDE
    assert allowed(people, permissions.may_write, project) == (set() if status == Status.ARCHIVED else INSIDE)


@pytest.mark.parametrize("status", InstituteStatus.values)
def test_projects_begin_at_an_institute_that_takes_part(people, institute, status):
    institute.status = status
    beginning = {"member", "manager"} if status == InstituteStatus.VERIFIED else set()
    assert allowed(people, permissions.may_begin, institute) == beginning


def test_handing_over(people, institute):
    project = ProjectFactory(institute=institute, owner=people["member"])
    assert allowed(people, permissions.may_hand_over, project) == INSIDE
    project.owner = people["manager"]
    assert allowed(people, permissions.may_hand_over, project) == INSIDE - {"member"}
    project.owner = None
    assert allowed(people, permissions.may_hand_over, project) == INSIDE


@pytest.mark.parametrize("status", Status.values)
def test_lists_hold_what_may_be_seen(people, institute, status):
    project = ProjectFactory(institute=institute, **({} if status == Status.DRAFT else {status: True}))
    listed = {role for role in ROLES if Project.objects.visible_to(people[role]).filter(pk=project.pk).exists()}
    assert listed == allowed(people, permissions.may_see, project)


def test_project_without_an_institute_is_for_the_editors(people):
    project = ProjectFactory(institute=None)
    assert allowed(people, permissions.may_see, project) == STAFF
    assert allowed(people, permissions.may_edit, project) == STAFF


@pytest.mark.parametrize("model", [Project, Institute, Theme, User])
def test_what_stands_on_its_own_is_deleted_by_administrators(people, model):
    assert allowed(people, permissions.may_delete, model) == {"administrator"}


@pytest.mark.parametrize("model", [Lesson, ContactPerson, Membership])
def test_belongings_are_deleted_by_moderators(people, model):
    assert allowed(people, permissions.may_delete, model) == STAFF


@pytest.mark.parametrize("role", ["member", "manager", "moderator", "administrator"])
def test_account_that_is_switched_off_has_no_rights(people, institute, role):
    user, project = people[role], ProjectFactory(institute=institute)
    user.is_active = False
    questions = [permissions.may_see, permissions.may_edit, permissions.may_submit, permissions.may_confirm]
    questions += [permissions.may_write, permissions.may_see_versions, permissions.may_hand_over]
    assert not any(question(user, project) for question in questions)
    assert not permissions.may_moderate(user)
    assert not permissions.may_administer(user)
