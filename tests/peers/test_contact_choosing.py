"""Who gets a question: those who stand for it, then those with least on their desk, else the editors."""

import pytest

from peers.models import Handling
from peers.services.contact.choosing import candidates, foresee
from peers.services.contact.subjects import Subject
from peers.services.contact.turns import hand_on
from peers.states import HandlingEnd
from projects.models import ContactPerson, ReviewCase
from tests import factories
from tests.peers import contacting
from tests.peers.contacting import asked, contact_person, member, project, turn

pytestmark = pytest.mark.django_db


def order(subject, asker=None):
    return [choice.user for choice in candidates(subject, asker=asker or member())]


def test_project_asks_its_contact_persons_then_the_owner_experts_and_members():
    about = project(owner=member("Eigenaar"))
    second = contact_person(about, "Tweede", position=2)
    first = contact_person(about, "Eerste", position=1)
    contact_person(about, "Weg", position=0, is_active=False)
    expert = factories.ProfileFactory(projects=[about]).user
    general = ContactPerson.objects.create(institute=about.institute, user=member(), name="Algemeen").user
    busy = factories.MembershipFactory(institute=about.institute, manager=True).user
    free = factories.MembershipFactory(institute=about.institute).user
    factories.MembershipFactory(institute=about.institute, status="requested")
    factories.HandlingFactory(user=busy)
    expected = [first, second, about.owner, expert, general, free, busy]
    assert order(Subject(project=about)) == expected


def test_institute_asks_its_contact_persons_and_managers():
    about = project()
    contact_person(about, "Van het project")
    general = ContactPerson.objects.create(institute=about.institute, user=member(), name="Algemeen").user
    manager = factories.MembershipFactory(institute=about.institute, manager=True).user
    factories.MembershipFactory(institute=about.institute)
    assert order(Subject(institute=about.institute)) == [general, manager]


def test_nobody_is_asked_who_blocks_or_is_blocked_or_asks_or_left():
    about, asker = project(), member()
    people = [contact_person(about, name, position=n) for n, name in enumerate(("Een", "Twee", "Drie", "Vier"))]
    factories.BlockFactory(blocker=people[0], blocked=asker)
    factories.BlockFactory(blocker=asker, blocked=people[1])
    people[2].is_active = False
    people[2].save()
    contact_person(about, "Ikzelf", user=asker, position=9)
    assert order(Subject(project=about), asker) == [people[3]]


def test_contact_person_known_by_address_is_tied_to_who_proved_it():
    about = project()
    found = member(email="anne@zorg.example")
    factories.UserFactory(email="bert@zorg.example", verified=False)
    factories.ContactPersonFactory(institute=about.institute, project=about, email="bert@zorg.example", position=0)
    person = factories.ContactPersonFactory(
        institute=about.institute, project=about, email="Anne@zorg.example", name="Anne Antwoord", position=1
    )
    request = asked(about)
    assert (turn(request).user, turn(request).name) == (found, "Anne Antwoord")
    person.refresh_from_db()
    assert person.user == found


def test_looking_who_would_answer_ties_nobody():
    about = project()
    member(email="anne@zorg.example")
    person = factories.ContactPersonFactory(institute=about.institute, project=about, email="anne@zorg.example")
    foresee(Subject(project=about), asker=member(), now=contacting.moment("2026-11-26 09:00"))
    person.refresh_from_db()
    assert person.user is None


def test_nobody_joined_so_the_editors_get_it():
    request = asked(factories.ProjectFactory(published=True, with_contact=True))
    assert turn(request).is_editors
    case = ReviewCase.objects.get()
    assert (case.kind, case.object_id, case.closed_at) == ("contact", request.pk, None)
    # Nothing that somebody typed stands in the list of the queue.
    assert request.title not in case.title


def test_expert_of_the_project_takes_a_place_of_the_month():
    about = project()
    profile = factories.ProfileFactory(projects=[about], monthly_limit=1)
    assert turn(asked(about)).profile == profile
    assert turn(asked(about)).is_editors


def test_each_has_it_once_and_then_the_editors():
    about = project()
    first, second = contact_person(about, "Een", position=1), contact_person(about, "Twee", position=2)
    request = asked(about)
    seen = []
    for _step in range(2):
        seen.append(turn(request).user)
        hand_on(handling=turn(request), reason=HandlingEnd.UNREACHABLE)
    assert seen == [first, second]
    assert turn(request).is_editors
    assert Handling.objects.filter(request=request).count() == 3


def test_handing_on_what_is_over_does_nothing():
    request = asked(project(owner=member()))
    old = turn(request)
    assert hand_on(handling=old, reason=HandlingEnd.GONE) is not None
    assert hand_on(handling=old, reason=HandlingEnd.GONE) is None
    assert Handling.objects.count() == 2
