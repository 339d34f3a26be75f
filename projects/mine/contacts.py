"""Where somebody is the contact person."""

from typing import Any

from django.apps import apps

from projects.models import ContactPerson, StatusUpdate
from projects.search.indexing import index
from vindplaats.accounts.models import User


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return where the person answers, and what they wrote on how projects stand."""
    persons = ContactPerson.objects.filter(user=user).order_by("pk")
    updates = StatusUpdate.objects.filter(author=user).order_by("pk")
    return {
        "contactpersoon": list(
            persons.values("institute__name", "project__title", "name", "email", "role", "is_active")
        ),
        "stand-van-zaken": list(updates.values("project__title", "created_at", "text")),
    }


def forget_person(user: User) -> None:
    """Remove the person as a contact; projects keep their other contacts, or go without."""
    persons = ContactPerson.objects.filter(user=user)
    pks, projects = list(persons.values_list("pk", flat=True)), list(persons.values_list("project_id", flat=True))
    persons.delete()
    events = apps.get_model("projects", "ContactPersonEvent")
    events.objects.filter(pgh_obj_id__in=pks).update(name="", email="", role="")
    index("project", [pk for pk in projects if pk])
