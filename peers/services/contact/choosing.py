"""Who is asked: first those who are named for it, then those who have least on their desk; else the editors.

Nobody gets a request of somebody whom they block or who blocks them, nor one of their own, nor the same one twice.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.db.models import Count, Q

from peers.models import Block, Handling, Profile
from peers.services.capacity import room_left, take_place
from peers.services.contact.subjects import Subject
from peers.services.names import public_name
from peers.states import Visibility
from projects.models import ContactPerson, Institute
from projects.states import MemberRole
from vindplaats.accounts.models import User


@dataclass(frozen=True)
class Choice:
    """Somebody to ask, with the name that the asker reads. Without a user: the editors."""

    user: User | None = None
    name: str = ""
    profile: Profile | None = None
    contact_person: ContactPerson | None = None
    is_named: bool = False
    """Whether the name may be told before anything was asked: contact persons and experts stand for it."""

    @property
    def is_editors(self) -> bool:
        """Whether it is nobody in particular."""
        return self.user is None


EDITORS = Choice()


def choose(subject: Subject, *, asker: User, passed_over: Iterable[int] = (), now: datetime.datetime) -> Choice:
    """Return who gets the request. An expert's place is taken by it: call it in the transaction that gives the turn."""
    for choice in candidates(subject, asker=asker, passed_over=passed_over):
        if choice.profile is None or take_place(choice.profile.pk, now=now) is not None:
            return choice
    return EDITORS


def foresee(subject: Subject, *, asker: User, now: datetime.datetime) -> Choice:
    """Return who would get a request now, without taking anything."""
    for choice in candidates(subject, asker=asker):
        if choice.profile is None or room_left(choice.profile, now=now) > 0:
            return choice
    return EDITORS


def candidates(subject: Subject, *, asker: User, passed_over: Iterable[int] = ()) -> Iterator[Choice]:
    """Give who could be asked, each once, in order."""
    seen = {asker.pk, *passed_over, *_apart_from(asker)}
    for choice in _in_order(subject):
        if choice.user.is_active and choice.user.pk not in seen:
            seen.add(choice.user.pk)
            yield choice


def colleagues(organisation: Institute | None, *, asker: User | None, passed_over: Iterable[int] = ()) -> list[User]:
    """Return the members of an institute to whom a request can be passed on, by name."""
    if organisation is None:
        return []
    apart = {*passed_over, *(_apart_from(asker) | {asker.pk} if asker else ())}
    members = organisation.memberships.active().by_name().filter(user__is_active=True).exclude(user__in=apart)
    return [membership.user for membership in members]


def are_apart(one: User, other: User) -> bool:
    """Tell whether either blocks the other."""
    return other.pk in _apart_from(one)


def _in_order(subject: Subject) -> Iterator[Choice]:
    if subject.profile:
        yield _as_expert(subject.profile)
        return
    if project := subject.project:
        yield from _contact_persons(project.contact_persons.filter(is_active=True))
        if project.owner:
            yield Choice(project.owner, public_name(project.owner))
        shown = Profile.objects.with_consent().exclude(visibility=Visibility.HIDDEN)
        yield from map(_as_expert, by_load(list(shown.filter(projects=project).select_related("user"))))
    if organisation := subject.organisation:
        general = organisation.contact_persons.filter(is_active=True, project=None)
        yield from _contact_persons(general)
        yield from _people_of(organisation, only_managers=subject.project is None)


def _as_expert(profile: Profile) -> Choice:
    return Choice(profile.user, profile.name, profile=profile, is_named=True)


def _contact_persons(persons: Iterable[ContactPerson]) -> Iterator[Choice]:
    """Give those with an account; of who has an address only, the account that proved to have that address."""
    found = list(persons.select_related("user").order_by("position", "pk"))
    known = _users_by_address(person.email.lower() for person in found if person.user is None)
    for person in found:
        if user := person.user or known.get(person.email.lower()):
            yield Choice(user, person.name, contact_person=person, is_named=True)


def _users_by_address(addresses: Iterable[str]) -> dict[str, User]:
    wanted = sorted(set(addresses) - {""})
    if not wanted:
        return {}
    proven = EmailAddress.objects.filter(email__in=wanted, verified=True).select_related("user")
    return {one.email: one.user for one in proven}


def _people_of(institute: Institute, *, only_managers: bool) -> Iterator[Choice]:
    members = institute.memberships.active().select_related("user").order_by("role", "pk")
    if only_managers:
        members = members.filter(role=MemberRole.MANAGER)
    for membership in by_load(list(members)):
        yield Choice(membership.user, public_name(membership.user))


def by_load(things: list) -> list:
    """Return things that have a `user`, those whose user has the fewest open turns first; ties stay as they were."""
    users = [thing.user_id for thing in things]
    open_turns = Handling.objects.current().filter(user__in=users).values_list("user").annotate(Count("pk"))
    load = dict(open_turns) if len(users) > 1 else {}
    return sorted(things, key=lambda thing: load.get(thing.user_id, 0))


def _apart_from(user: User) -> set[int]:
    """Return who blocks `user`, and whom `user` blocks."""
    pairs = Block.objects.filter(Q(blocker=user) | Q(blocked=user)).values_list("blocker", "blocked")
    return {number for pair in pairs for number in pair} - {user.pk}
