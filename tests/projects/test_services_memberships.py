"""Who belongs to an institute: invitations, requests, roles, and that there is always a manager."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from post_office.models import Email

from projects.models import Invitation, Membership
from projects.services import memberships
from projects.services.memberships.refusals import (
    AlreadyAsked,
    AlreadyMember,
    InvitationOver,
    LastManager,
    NoteMissing,
    NotTakingPart,
    NotWaiting,
    OtherAddress,
    TooManyInvitations,
)
from projects.states import MemberRole, MemberStatus
from tests import factories


@pytest.fixture
def institute(db):
    return factories.InstituteFactory(verified=True, email_domains=["linde.example"])


@pytest.fixture
def manager(institute):
    return factories.MembershipFactory(institute=institute, manager=True).user


def invited(institute, email="jan@linde.example", **more):
    return memberships.invite(institute=institute, email=email, by=None, **more)


def test_invited_and_joined(institute, manager):
    invitation = memberships.invite(institute=institute, email=" Jan@Linde.example ", by=manager)
    mail = Email.objects.get()
    assert mail.to == ["jan@linde.example"]
    assert f"/uitnodiging/{invitation.token}/" in mail.message
    assert manager.name in mail.message
    assert 13 <= (invitation.expires_at - timezone.now()).days <= 14
    user = factories.UserFactory(email="jan@linde.example")
    membership = memberships.accept_invitation(invitation=invitation, user=user)
    assert (membership.role, membership.status) == (MemberRole.MEMBER, MemberStatus.ACTIVE)
    invitation.refresh_from_db()
    assert invitation.accepted_by == user


def test_invited_again_has_a_new_secret_and_a_new_mail(institute):
    first = invited(institute)
    again = invited(institute, role=MemberRole.MANAGER)
    assert (again.pk, again.role) == (first.pk, MemberRole.MANAGER)
    assert again.token != first.token
    assert Email.objects.count() == 2


def test_the_address_must_be_the_one_that_was_invited(institute):
    with pytest.raises(OtherAddress):
        memberships.accept_invitation(invitation=invited(institute), user=factories.UserFactory())
    assert not Membership.objects.exists()


@pytest.mark.parametrize("over", ["used", "withdrawn", "expired"])
def test_an_invitation_works_once_and_for_a_time(institute, over):
    invitation, user = invited(institute), factories.UserFactory(email="jan@linde.example")
    if over == "used":
        memberships.accept_invitation(invitation=invitation, user=user)
        memberships.end(membership=Membership.objects.get(), by=None)
    elif over == "withdrawn":
        memberships.withdraw_invitation(invitation=invitation, by=None)
    else:
        Invitation.objects.update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    with pytest.raises(InvitationOver):
        memberships.accept_invitation(invitation=invitation, user=user)
    assert not Membership.objects.active().exists()


@pytest.mark.parametrize("over", ["used", "withdrawn"])
def test_what_is_over_is_not_withdrawn(institute, over):
    invitation = invited(institute)
    if over == "used":
        user = factories.UserFactory(email="jan@linde.example")
        memberships.accept_invitation(invitation=invitation, user=user)
    else:
        memberships.withdraw_invitation(invitation=invitation, by=None)
    with pytest.raises(InvitationOver):
        memberships.withdraw_invitation(invitation=invitation, by=None)


def test_who_belongs_already_is_not_invited_but_may_rise(institute, manager):
    member = factories.MembershipFactory(institute=institute)
    with pytest.raises(AlreadyMember):
        invited(institute, member.user.email)
    with pytest.raises(AlreadyMember):
        invited(institute, manager.email, role=MemberRole.MANAGER)
    risen = invited(institute, member.user.email, role=MemberRole.MANAGER)
    assert memberships.accept_invitation(invitation=risen, user=member.user).role == MemberRole.MANAGER


def test_a_manager_who_is_invited_as_member_stays_manager(institute):
    invitation = invited(institute)
    user = factories.UserFactory(email="jan@linde.example")
    factories.MembershipFactory(institute=institute, user=user, manager=True)
    assert memberships.accept_invitation(invitation=invitation, user=user).role == MemberRole.MANAGER


def test_not_without_end(institute, monkeypatch):
    monkeypatch.setattr("projects.services.memberships.inviting.MOST_OPEN", 2)
    for number in range(2):
        invited(institute, f"{number}@linde.example")
    with pytest.raises(TooManyInvitations):
        invited(institute)


def test_only_what_takes_part_has_members(db):
    named = factories.InstituteFactory()
    with pytest.raises(NotTakingPart):
        invited(named)
    with pytest.raises(NotTakingPart):
        memberships.ask(institute=named, user=factories.UserFactory(), note="Ik werk daar.")


def test_asked_with_a_note(institute, manager):
    user = factories.UserFactory(name="Ada")
    with pytest.raises(NoteMissing):
        memberships.ask(institute=institute, user=user, note="  ")
    asked = memberships.ask(institute=institute, user=user, note="Ik ben de wijkverpleegkundige.")
    assert (asked.status, asked.note) == (MemberStatus.REQUESTED, "Ik ben de wijkverpleegkundige.")
    mail = Email.objects.get()
    assert mail.to == [manager.email]
    assert "wijkverpleegkundige" in mail.message
    assert f"/mijn/instellingen/{institute.slug}/leden/" in mail.message
    with pytest.raises(AlreadyAsked):
        memberships.ask(institute=institute, user=user, note="Nogmaals")
    joined = memberships.accept_request(membership=asked, by=manager)
    assert (joined.status, joined.role, joined.note) == (MemberStatus.ACTIVE, MemberRole.MEMBER, "")
    assert Email.objects.last().to == [user.email]
    with pytest.raises(AlreadyMember):
        memberships.ask(institute=institute, user=user, note="Nogmaals")


@pytest.mark.parametrize("address", ["ada@linde.example", "ada@west.linde.example"])
def test_an_address_of_the_institute_says_enough_to_ask_and_not_to_join(institute, address):
    asked = memberships.ask(institute=institute, user=factories.UserFactory(email=address))
    assert asked.status == MemberStatus.REQUESTED


def test_without_a_manager_the_editors_are_asked(institute, settings):
    memberships.ask(institute=institute, user=factories.UserFactory(), note="Ik werk daar.")
    assert Email.objects.get().to == [settings.EDITORS_EMAIL]


def test_declined_and_told_why(institute, manager):
    user = factories.UserFactory()
    asked = memberships.ask(institute=institute, user=user, note="Laat mij erin.")
    memberships.decline_request(membership=asked, by=manager, reason="Wij kennen u niet.")
    asked.refresh_from_db()
    assert (asked.status, asked.note) == (MemberStatus.ENDED, "")
    assert "Wij kennen u niet." in Email.objects.last().message
    assert memberships.ask(institute=institute, user=user, note="Toch wel.").status == MemberStatus.REQUESTED


# Each act with a membership, and the statuses in which it is allowed.
ACTS = {
    "accept_request": ({}, {MemberStatus.REQUESTED, MemberStatus.INVITED}),
    "decline_request": ({}, {MemberStatus.REQUESTED, MemberStatus.INVITED}),
    "end": ({}, {MemberStatus.REQUESTED, MemberStatus.INVITED, MemberStatus.ACTIVE}),
    "change_role": ({"role": MemberRole.MANAGER}, {MemberStatus.ACTIVE}),
}


@pytest.mark.parametrize("status", MemberStatus.values)
@pytest.mark.parametrize("act", ACTS)
def test_every_transition(institute, manager, act, status):
    membership = factories.MembershipFactory(institute=institute, status=status)
    given, allowed = ACTS[act]
    if status in allowed:
        getattr(memberships, act)(membership=membership, by=manager, **given)
    else:
        with pytest.raises((NotWaiting, AlreadyMember)):
            getattr(memberships, act)(membership=membership, by=manager, **given)
        membership.refresh_from_db()
        assert (membership.status, membership.role) == (status, MemberRole.MEMBER)


@pytest.mark.parametrize("role", ["member", "outsider", "nobody"])
def test_only_who_runs_the_institute_decides(institute, manager, role):
    people = {
        "member": factories.MembershipFactory(institute=institute).user,
        "outsider": factories.MembershipFactory(manager=True).user,
        "nobody": factories.UserFactory(),
    }
    by, waiting = people[role], factories.MembershipFactory(institute=institute, status=MemberStatus.REQUESTED)
    invitation = invited(institute)
    acts = [
        lambda: memberships.invite(institute=institute, email="x@linde.example", by=by),
        lambda: memberships.withdraw_invitation(invitation=invitation, by=by),
        *(lambda act=act: getattr(memberships, act)(membership=waiting, by=by, **ACTS[act][0]) for act in ACTS),
        lambda: memberships.hand_over(membership=Membership.objects.get(user=manager), to=waiting, by=by),
        lambda: memberships.leave(membership=waiting, by=by),
    ]
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()
    waiting.refresh_from_db()
    assert waiting.status == MemberStatus.REQUESTED


def test_there_is_always_a_manager(institute, manager):
    own = Membership.objects.get(user=manager)
    member = factories.MembershipFactory(institute=institute)
    acts = [
        lambda: memberships.leave(membership=own, by=manager),
        lambda: memberships.end(membership=own, by=manager),
        lambda: memberships.change_role(membership=own, role=MemberRole.MEMBER, by=manager),
    ]
    for act in acts:
        with pytest.raises(LastManager):
            act()
    memberships.hand_over(membership=own, to=member, by=manager)
    roles = dict(institute.memberships.values_list("user__email", "role"))
    assert roles == {manager.email: MemberRole.MEMBER, member.user.email: MemberRole.MANAGER}
    assert Email.objects.last().to == [member.user.email]
    memberships.leave(membership=own, by=manager)
    assert institute.memberships.active().count() == 1


def test_who_was_switched_off_does_not_count_as_manager(institute, manager):
    gone = factories.MembershipFactory(institute=institute, manager=True, user__is_active=False)
    with pytest.raises(LastManager):
        memberships.leave(membership=Membership.objects.get(user=manager), by=manager)
    with pytest.raises(NotWaiting):
        memberships.hand_over(membership=Membership.objects.get(user=manager), to=gone, by=manager)


def test_a_moderator_may_take_the_last_manager_out(institute, manager):
    moderator = factories.UserFactory(moderator=True)
    memberships.end(membership=Membership.objects.get(user=manager), by=moderator, reason="Ging weg.")
    assert not institute.memberships.active().exists()
    assert "Ging weg." in Email.objects.last().message


def test_a_request_is_taken_back(institute, manager):
    user = factories.UserFactory()
    asked = memberships.ask(institute=institute, user=user, note="Ik werk daar.")
    assert memberships.leave(membership=asked, by=user).status == MemberStatus.ENDED
