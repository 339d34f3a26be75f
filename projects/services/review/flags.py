"""What a moderator should look at first in what came in."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext_lazy as _

from projects.models import ContactPerson, Institute, Project
from projects.services.review import personal_data
from projects.services.review.duplicates import possible_duplicates
from projects.services.review.public_texts import public_texts

DUPLICATE = "duplicate"
REPORTED_PERSONAL = "reported_personal"
"""A reader says that a page tells about a person: that cannot wait."""
FLAGS = {
    DUPLICATE: _("Mogelijk dubbel"),
    personal_data.EMAIL: _("E-mailadres in tekst"),
    personal_data.PHONE: _("Telefoonnummer in tekst"),
    personal_data.BSN: _("Lijkt een BSN"),
    personal_data.NAME: _("Naam van contactpersoon in tekst"),
    "address": _("E-mailadres past niet"),
    "trusted": _("Staat al online"),
    REPORTED_PERSONAL: _("Gegevens van een persoon gemeld"),
}
"""Each flag that a case can have, in words; what other apps add is shown as it is."""
MOST_NAMES = 200


def label_of_flag(flag: str) -> str:
    """Return a flag in words."""
    return str(FLAGS.get(flag, flag))


def flags_of_record(
    record: dict[str, Any], institute: Institute | None, *, project: Project | None = None
) -> list[str]:
    """Return the flags for a record of the import format that somebody submits for `institute`.

    `project` is the one that it is about; else the record's own `id` and `slug` say which that is. What it may lack,
    such as a summary, is not for here.
    """
    names = names_to_look_for(record, institute)
    found = {kind for _place, text in public_texts(record) for kind in personal_data.kinds_in(text, names)}
    if possible_duplicates(record, institute, project=project):
        found.add(DUPLICATE)
    return sorted(found)


def names_to_look_for(record: dict[str, Any], institute: Institute | None) -> list[str]:
    """Return the names of who answers, by the record itself and for the institute; they are not for everyone."""
    told = list(_names_in(record.get("contact")))
    known = (
        ContactPerson.objects.filter(institute=institute).order_by("pk") if institute else ContactPerson.objects.none()
    )
    return [*told, *known.values_list("name", flat=True)[:MOST_NAMES]]


def _names_in(contact: Any) -> Collection[str]:
    """Return the names in the part of a record that says who answers: one person, or a list of them."""
    people = contact if isinstance(contact, list) else [contact]
    return [str(person["name"]) for person in people if isinstance(person, dict) and person.get("name")]
