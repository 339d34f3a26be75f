"""The texts that somebody's institutes are writing, and what the site keeps of somebody as a writer."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from projects.models import Institute, Project, Revision
from projects.services.revisions import forget_writer
from projects.services.revisions.texts import without_contact
from projects.states import Stage
from vindplaats.accounts.models import User
from vindplaats.mine import Item, Panel

MOST_SHOWN = 10


def panels(user: User) -> list[Panel]:
    """Return the texts in the making; no panel for who belongs to no institute."""
    institutes = Institute.objects.open_to(user).exists()
    texts = list(Revision.objects.in_the_making_by(user)[:MOST_SHOWN])
    if not institutes and not texts:
        return []
    actions = [(_("Alle projecten van mijn instelling"), reverse("projects:submission_list"))]
    if institutes:
        actions += [
            (_("Project indienen"), reverse("projects:submission_start")),
        ]
    empty = _("Er is geen tekst in de maak.")
    return [Panel("projecten", _("Mijn projecten"), [_item(text) for text in texts], empty, actions, position=30)]


def _item(text: Revision) -> Item:
    moments = {Stage.SUBMITTED: text.submitted_at, Stage.RETURNED: text.decided_at}
    return Item(
        label=str(text),
        url=reverse("projects:submission_overview", args=[text.project.slug]),
        status=text.get_status_display(),
        since=moments.get(text.status) or text.updated_at,
        waits=text.status == Stage.RETURNED,
        lang=text.project.language,
    )


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return the projects that the person owns and the texts they wrote."""
    texts = Revision.objects.filter(Q(created_by=user) | Q(updated_by=user)).order_by("pk")
    columns = ("project__title", "status", "created_at", "updated_at", "note", "content")
    # Others who are named as contacts are not this person's to take along.
    written = [{**row, "content": without_contact(row["content"])} for row in texts.values(*columns)]
    return {
        "projecten": list(Project.objects.filter(owner=user).order_by("pk").values("title", "status", "created_at")),
        "teksten": written,
    }


def forget_person(user: User) -> None:
    """Take the person out of texts in the making; what is public stays, without who wrote it."""
    forget_writer(user=user)
