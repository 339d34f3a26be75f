"""What editors of a programme keep besides its summary: messages, milestones and documents, each with its form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.forms.programmes import DocumentForm, MilestoneForm, UpdateForm
from projects.models import Programme, ProgrammeDocument, ProgrammeMilestone, ProgrammeUpdate
from projects.services.programmes.documents import remove_document, save_document
from projects.services.programmes.milestones import remove_milestone, save_milestone
from projects.services.programmes.updates import add_update, change_update, remove_update
from vindplaats.accounts.models import User
from vindplaats.mail import absolute


@dataclass(frozen=True)
class Part:
    """One kind of thing: its words, its form, and the services that write it."""

    relation: str
    add: Promise
    change: Promise
    done: Promise
    gone: Promise
    make_form: Callable[..., forms.Form]
    initial: Callable[[Any], dict[str, Any]]
    save: Callable[[Programme, Any, forms.Form, User], Any]
    remove: Callable[[Any, User], None]

    def of(self, programme: Programme) -> Any:
        """Return those of a programme."""
        return getattr(programme, self.relation)


def _save_update(programme: Programme, one: ProgrammeUpdate | None, form: forms.Form, by: User) -> None:
    if one is None:
        add_update(programme=programme, by=by, **form.cleaned_data)
    else:
        change_update(update=one, by=by, **form.cleaned_data)


def _save_milestone(programme: Programme, one: ProgrammeMilestone | None, form: forms.Form, by: User) -> None:
    save_milestone(programme=programme, milestone=one, by=by, **form.cleaned_data)


def _save_document(programme: Programme, one: ProgrammeDocument | None, form: forms.Form, by: User) -> None:
    save_document(programme=programme, document=one, by=by, resource=form.resource, **form.cleaned_data)


def _values(*names: str) -> Callable[[Model], dict[str, Any]]:
    return lambda one: {name: getattr(one, name) for name in names}


def _of_milestone(one: ProgrammeMilestone) -> dict[str, Any]:
    return {**_values("title", "moment", "state", "source_url")(one), "line": one.line_id or ""}


def _of_document(one: ProgrammeDocument) -> dict[str, Any]:
    return {"title": one.title, "url": absolute(one.resource.get_absolute_url()) if one.resource else one.url}


PARTS: dict[str, Part] = {
    "bericht": Part(
        "updates",
        _("Stand van zaken schrijven"),
        _("Stand van zaken wijzigen"),
        _("De stand van zaken staat op de pagina."),
        _("De stand van zaken is weggehaald."),
        UpdateForm,
        _values("title", "text", "told_on"),
        _save_update,
        lambda one, by: remove_update(update=one, by=by),
    ),
    "mijlpaal": Part(
        "milestones",
        _("Mijlpaal toevoegen"),
        _("Mijlpaal wijzigen"),
        _("De mijlpaal staat op de pagina."),
        _("De mijlpaal is weggehaald."),
        MilestoneForm,
        _of_milestone,
        _save_milestone,
        lambda one, by: remove_milestone(milestone=one, by=by),
    ),
    "document": Part(
        "documents",
        _("Document toevoegen"),
        _("Document wijzigen"),
        _("Het document staat op de pagina."),
        _("Het document is weggehaald."),
        DocumentForm,
        _of_document,
        _save_document,
        lambda one, by: remove_document(document=one, by=by),
    ),
}
"""By their name in addresses."""
