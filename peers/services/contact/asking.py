"""Ask somebody something."""

import datetime

from django.db import transaction
from django.utils import timezone

from peers.models import ContactRequest
from peers.services.contact.choosing import EDITORS, Choice, choose
from peers.services.contact.limits import require_room_to_ask
from peers.services.contact.plans import plan_as_text
from peers.services.contact.refusals import AlreadyAsked, NoRoom
from peers.services.contact.subjects import Subject
from peers.services.contact.turns import begin_turn
from peers.services.names import public_name
from projects.models import Institute, Project
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def ask(
    *,
    asker: User,
    subject: Subject,
    title: str,
    text: str,
    institute: Institute | None = None,
    plan: Project | None = None,
    plan_text: str = "",
    language: str = "nl",
) -> ContactRequest:
    """Pass a request on to who can answer it, and return it.

    AlreadyAsked when one of the same person about the same thing is open; a second click ends there as well.
    TooManyToday, TooManyThisMonth by the limits; NoRoom when an expert takes no more this month.
    """
    now = timezone.now()
    # One at a time for each asker, so that limits and doubles are counted right. Not a whole lock: rows that point at
    # the user need not wait.
    asker = User.objects.select_for_update(no_key=True).get(pk=asker.pk)
    if earlier := open_request(asker, subject):
        raise AlreadyAsked(earlier)
    require_room_to_ask(asker, now=now)
    choice = _choice(subject, asker, now)
    with acting(user=asker, action="contact:ask"):
        request = ContactRequest.objects.create(
            **subject.columns,
            asker=asker,
            asker_name=public_name(asker),
            asker_institute=institute,
            subject_title=subject.title[:300],
            title=title,
            text=text,
            plan=plan,
            plan_text=plan_as_text(plan) if plan else plan_text,
            language=language,
            created_at=now,
            last_message_at=now,
        )
        begin_turn(request, choice, now=now)
    return request


def open_request(asker: User, subject: Subject) -> ContactRequest | None:
    """Return the request of `asker` about `subject` on which somebody still has something to do."""
    return ContactRequest.objects.open_().filter(asker=asker, **subject.columns).first()


def _choice(subject: Subject, asker: User, now: datetime.datetime) -> Choice:
    choice = choose(subject, asker=asker, now=now)
    if subject.profile and choice is EDITORS:
        raise NoRoom(subject.profile.name)
    return choice
