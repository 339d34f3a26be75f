"""A text goes onto its project the way an import would put it there: one record, the same checks, index and audit."""

from typing import Any

from django.db import DataError, IntegrityError, transaction

from projects.models import ContactPerson, Project
from projects.search.indexing import index
from projects.services.exchange.reading import Reading
from projects.services.importing.batch import Batch, Workshop
from projects.services.importing.institutes import link_namesakes
from projects.services.importing.known import Known
from projects.services.importing.resolving import read_record
from projects.services.importing.rows import Row
from projects.services.importing.run import refusal
from projects.services.revisions.checking import told
from projects.services.revisions.refusals import Incomplete
from projects.services.revisions.texts import Record
from vindplaats.accounts.models import User
from vindplaats.audit import acting


def apply(*, project: Project, content: Record, by: User | None, known: Known | None = None, **more: Any) -> None:
    """Put a whole text on a locked project; `more` are fields that the site keeps itself, such as the status.

    Incomplete when anything of it is refused; call it in a transaction that then is rolled back.
    """
    known, reading = known or Known(), Reading()
    text = {name: value for name, value in content.items() if name != "contact"}
    values = read_record({**text, **more, "id": project.external_id}, known, reading)
    if reading.problems:
        raise Incomplete(told(reading.problems))
    with acting(user=by, action="accept"):
        _set_contact(project, content.get("contact") or [])
        row = Row(1, project.external_id, values)
        _import(row, Workshop(user=by, known=known))
    if row.outcome == "unchanged":
        # The contact persons may still be others, and that can be searched for.
        index("project", [project.pk])


def try_out(*, project: Project, content: Record, known: Known | None = None) -> None:
    """Do all of that and undo it; Incomplete when something is refused."""
    with transaction.atomic():
        apply(project=project, content=content, by=None, known=known)
        transaction.set_rollback(True)


def _import(row: Row, shop: Workshop) -> None:
    try:
        with transaction.atomic():
            Batch([row], shop).save()
            link_namesakes(shop.new_institutes)
    except (IntegrityError, DataError) as error:
        raise Incomplete(told([("title", refusal(error))])) from error
    if row.problems:
        raise Incomplete(told(row.problems))


def _set_contact(project: Project, people: list[Record]) -> None:
    """Make those the contact persons who are named; somebody who stays keeps the row."""
    if project.institute_id is None:
        return
    there = {_key(one.user_id, one.email): one for one in ContactPerson.objects.filter(project=project)}
    for position, person in enumerate(people):
        found = there.pop(_key(person.get("user"), person.get("email") or ""), None)
        one = found or ContactPerson(project=project, user_id=person.get("user"), email=person.get("email") or "")
        now = {"name": person["name"], "role": person.get("role") or "", "position": position, "is_active": True}
        now["institute_id"] = project.institute_id
        if found is None or any(getattr(one, name) != value for name, value in now.items()):
            for name, value in now.items():
                setattr(one, name, value)
            one.save()
    ContactPerson.objects.filter(pk__in=[one.pk for one in there.values()]).delete()


def _key(user: int | None, email: str) -> tuple[int | None, str]:
    return (user, "" if user else email.lower())
