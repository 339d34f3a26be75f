"""The programmes that somebody keeps up to date."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from projects.models import Programme, ProgrammeEditor, ProgrammeUpdate
from projects.services.programmes.forgetting import forget_editor
from vindplaats.accounts.models import User
from vindplaats.mine import Item, Panel


def panels(user: User) -> list[Panel]:
    """Return the programmes of an editor; no panel for others."""
    programmes = Programme.objects.edited_by(user).order_by("name", "pk")
    items = [
        Item(
            label=one.label,
            url=reverse("projects:programme_edit", args=[one.slug]),
            status=_("U bent redacteur"),
            lang=one.label_language,
        )
        for one in programmes
    ]
    return [Panel("programmas", _("Mijn programma's"), items, position=35)] if items else []


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return which programmes the person keeps up to date, and what they told there."""
    editor = ProgrammeEditor.objects.filter(user=user).order_by("pk")
    told = ProgrammeUpdate.objects.filter(author=user).order_by("pk")
    return {
        "programmas": list(editor.values("programme__name", "shown_as", "created_at")),
        "programmas-stand-van-zaken": list(told.values("programme__name", "title", "text", "told_on", "told_by")),
    }


def forget_person(user: User) -> None:
    """Leave what was told, without the person."""
    forget_editor(user=user)
