"""Questions among people, for tests that say only what matters to them."""

import datetime
from zoneinfo import ZoneInfo

from peers.models import ContactRequest
from peers.services.contact.asking import ask
from peers.services.contact.subjects import Subject
from peers.services.contact.writing import write
from projects.models import ContactPerson, Project
from tests import factories
from vindplaats.accounts.models import User

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LONG_AGO = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)


def moment(text: str) -> datetime.datetime:
    """Return a moment of the clock in the Netherlands, such as "2026-12-24 09:00"."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def member(name: str = "Vera Vrager", **fields) -> User:
    """Make somebody who has had an account for long."""
    return factories.UserFactory(name=name, date_joined=LONG_AGO, **fields)


def contact_person(project: Project, name: str = "Anne Antwoord", user: User | None = None, **fields) -> User:
    """Make somebody with an account the contact person of a project; return who."""
    user = user or member(name)
    ContactPerson.objects.create(institute=project.institute, project=project, user=user, name=name, **fields)
    return user


def project(**fields) -> Project:
    """Make a published project of an institute that takes part."""
    return factories.ProjectFactory(
        published=True, institute=factories.InstituteFactory(verified=True), title="Beeldzorg in de wijk", **fields
    )


def asked(about: Project | None = None, by: User | None = None, **fields) -> ContactRequest:
    """Ask something about a project, as a member does on the site."""
    about = about or project()
    words = {"title": "Hoe kreeg u de wijk mee?", "text": "Wij beginnen met beeldzorg.", **fields}
    return ask(asker=by or member(), subject=Subject(project=about), **words)


def answered(about: Project | None = None, by: User | None = None) -> ContactRequest:
    """Ask something and have it answered."""
    about = about or project()
    if not about.contact_persons.exists():
        contact_person(about)
    request = asked(about, by)
    write(request=request, by=turn(request).user, text="Begin klein.")
    request.refresh_from_db()
    return request


def turn(request: ContactRequest):
    """Return the turn that is not over."""
    return request.handlings.current().get()
