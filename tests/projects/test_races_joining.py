"""Two people at the same moment: registrations, invitations and memberships keep one outcome."""

import pytest
from post_office.models import Email

from projects.models import Institute, Invitation, Membership, ReviewCase
from projects.services import memberships, registrations
from projects.services.memberships.refusals import InvitationOver
from projects.services.refusals import Refused
from projects.states import MemberStatus, Outcome, Stage
from tests import factories
from tests.projects.joining import FILLED, mails, sent_in
from tests.projects.racing import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_moderators_accept_at_once():
    registration = sent_in()
    people = factories.UserFactory.create_batch(2, moderator=True)
    told = at_once(*(lambda by=by: registrations.accept(registration=registration, by=by) for by in people))
    assert sorted(type(one).__name__ for one in told) == ["AlreadyDecided", "Institute"]
    assert (Institute.objects.count(), Invitation.objects.count()) == (1, 1)
    assert len(mails()) == 2


def test_accepted_and_withdrawn_at_once():
    registration, moderator = sent_in(), factories.UserFactory(moderator=True)
    told = at_once(
        lambda: registrations.accept(registration=registration, by=moderator),
        lambda: registrations.withdraw(registration=registration),
    )
    refused = [one for one in told if isinstance(one, Refused)]
    registration.refresh_from_db()
    assert len(refused) == 1, told
    assert registration.status == (Stage.WITHDRAWN if isinstance(told[0], Refused) else Stage.ACCEPTED)
    assert Institute.objects.count() == (registration.status == Stage.ACCEPTED)
    assert ReviewCase.objects.get().outcome in (Outcome.APPROVED, Outcome.WITHDRAWN)


def test_sent_in_twice_at_once():
    draft = registrations.begin(changes=FILLED)
    told = at_once(*[lambda: registrations.submit(registration=draft)] * 3)
    assert sorted(type(one).__name__ for one in told) == ["Registration", "StageRefused", "StageRefused"]
    assert (ReviewCase.objects.count(), len(mails())) == (1, 1)


def test_two_claims_of_one_page_accepted_at_once():
    named, moderators = factories.InstituteFactory(), factories.UserFactory.create_batch(2, moderator=True)
    claims = []
    for number in range(2):
        draft = registrations.begin(institute=named)
        changes = {**FILLED, "manager_email": f"demi{number}@debeuk.example"}
        registrations.save_step(registration=draft, changes=changes)
        claims.append(registrations.submit(registration=draft))
    pairs = zip(claims, moderators, strict=True)
    told = at_once(*(lambda one=one, by=by: registrations.accept(registration=one, by=by) for one, by in pairs))
    assert sorted(type(one).__name__ for one in told) == ["Institute", "InstituteTaken"]
    assert Invitation.objects.count() == 1


def test_nothing_is_mailed_when_it_is_undone(monkeypatch):
    draft = registrations.begin(changes=FILLED)
    monkeypatch.setattr("projects.services.registrations.filling.open_case", lambda **given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        registrations.submit(registration=draft)
    draft.refresh_from_db()
    assert (draft.status, mails()) == (Stage.DRAFT, [])


def invited(institute):
    return memberships.invite(institute=institute, email="jan@linde.example", by=None)


@pytest.fixture
def busy():
    """An institute with two managers, committed."""
    institute = factories.InstituteFactory(verified=True)
    return institute, factories.MembershipFactory.create_batch(2, institute=institute, manager=True)


def test_an_invitation_used_twice_at_once(busy):
    institute, _managers = busy
    invitation, user = (
        memberships.invite(institute=institute, email="jan@linde.example", by=None),
        factories.UserFactory(email="jan@linde.example"),
    )
    told = at_once(*[lambda: memberships.accept_invitation(invitation=invitation, user=user)] * 3)
    assert sorted(type(one).__name__ for one in told) == ["InvitationOver", "InvitationOver", "Membership"]
    assert Membership.objects.filter(user=user).count() == 1


def test_used_and_withdrawn_at_once(busy):
    institute, managers = busy
    invitation, user = (
        memberships.invite(institute=institute, email="jan@linde.example", by=None),
        factories.UserFactory(email="jan@linde.example"),
    )
    told = at_once(
        lambda: memberships.accept_invitation(invitation=invitation, user=user),
        lambda: memberships.withdraw_invitation(invitation=invitation, by=managers[0].user),
    )
    assert sum(isinstance(one, InvitationOver) for one in told) == 1
    invitation.refresh_from_db()
    assert bool(invitation.accepted_at) != bool(invitation.withdrawn_at)
    assert Membership.objects.filter(user=user).exists() == bool(invitation.accepted_at)


def test_two_managers_leave_at_once(busy):
    institute, managers = busy
    told = at_once(*(lambda one=one: memberships.leave(membership=one, by=one.user) for one in managers))
    assert sorted(type(one).__name__ for one in told) == ["LastManager", "Membership"]
    assert institute.memberships.active().managers().count() == 1


def test_two_managers_decide_at_once(busy):
    institute, managers = busy
    asked = factories.MembershipFactory(institute=institute, status=MemberStatus.REQUESTED)
    told = at_once(
        lambda: memberships.accept_request(membership=asked, by=managers[0].user),
        lambda: memberships.decline_request(membership=asked, by=managers[1].user),
    )
    asked.refresh_from_db()
    assert sum(isinstance(one, Refused) for one in told) == 1
    assert asked.status == (MemberStatus.ENDED if isinstance(told[0], Refused) else MemberStatus.ACTIVE)


def test_asked_twice_at_once(busy):
    institute, _managers = busy
    user = factories.UserFactory()
    told = at_once(*[lambda: memberships.ask(institute=institute, user=user, note="Ik werk daar.")] * 2)
    assert sorted(type(one).__name__ for one in told) == ["AlreadyAsked", "Membership"]
    assert Email.objects.count() == 2
