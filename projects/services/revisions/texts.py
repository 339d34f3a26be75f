"""The text of a project as it stands now: a record of the import format, and who answers."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from projects.models import ContactPerson, Project
from projects.services.exporting.records import record, with_all_for_export
from projects.services.revisions.labels import MANAGED

Record = dict[str, Any]


def text_of(project: Project) -> Record:
    """Return the record of a project without what the site keeps itself, as it comes back from JSON."""
    whole = record(with_all_for_export(Project.objects.filter(pk=project.pk)).get())
    return as_json({name: value for name, value in whole.items() if name not in MANAGED})


def contact_of(project: Project) -> list[Record]:
    """Return who answers for a project, in order. A member of the site is named by number, so without an address."""
    people = ContactPerson.objects.filter(project=project, is_active=True).order_by("position", "pk")
    return [
        {"name": one.name, "role": one.role, **({"user": one.user_id} if one.user_id else {"email": one.email})}
        for one in people
    ]


def without_contact(content: Record) -> Record:
    """Return what may be kept for ever: once a text is decided on, people stand in the list of contact persons only."""
    return {name: value for name, value in content.items() if name != "contact"}


def as_json(content: Record) -> Record:
    """Return the content as JSON gives it back: days as texts, amounts as numbers."""
    return json.loads(json.dumps(content, cls=DjangoJSONEncoder))
