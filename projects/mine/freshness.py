"""Which projects wait for somebody to say that they are still right."""

import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import Project
from projects.services.freshness import asked_of
from vindplaats.accounts.models import User
from vindplaats.mine import Item, Panel

MOST_SHOWN = 20


def panels(user: User) -> list[Panel]:
    """Return the projects of which the person is asked whether they are right; no panel when there are none."""
    due = asked_of(user, timezone.localdate())[:MOST_SHOWN]
    items = [_item(project) for project in due]
    return [Panel("klopt-nog", _("Klopt dit nog?"), items, position=20)] if items else []


def _item(project: Project) -> Item:
    return Item(
        label=project.title,
        url=reverse("projects:project_keep", args=[project.slug]),
        status=_("Klopt dit nog? Op de pagina staat: mogelijk verouderd")
        if project.may_be_outdated
        else _("Klopt dit nog?"),
        since=datetime.datetime.combine(project.confirm_due_on, datetime.time(), timezone.get_current_timezone()),
        waits=True,
        lang=project.language,
    )
