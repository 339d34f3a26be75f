"""What is asked before two things are put together: which two, whose words stay, and why."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.admin.choosing import ChooseOne
from projects.admin.review.merging_kinds import MergeKind
from projects.models import Institute, Project
from projects.search.models import Boost
from projects.services.merging import choices
from vindplaats.text import CleanCharField

KEEP, TAKE = "blijft", "gaat"
# A field that points at the model, for the widget that looks things up by a part of their name.
LINKS = {Project: Boost._meta.get_field("project"), Institute: Boost._meta.get_field("institute")}


class ChooseForm(forms.Form):
    """Which one stays and which one goes; it stands in the address."""

    def __init__(self, kind: MergeKind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for name, label in ((KEEP, gettext_lazy("Dit blijft")), (TAKE, gettext_lazy("Dit wordt toegevoegd"))):
            widget = ChooseOne(LINKS[kind.model], admin.site)
            self.fields[name] = forms.ModelChoiceField(kind.model._default_manager.all(), label=label, widget=widget)

    def clean(self) -> dict[str, Any]:
        """Refuse one and the same."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get(KEEP) and cleaned.get(KEEP) == cleaned.get(TAKE):
            raise ValidationError(_("Kies twee verschillende. Iets kan niet met zichzelf worden samengevoegd."))
        return cleaned


class MergeForm(forms.Form):
    """Of each field in which the two differ: whose stays."""

    def __init__(self, kind: MergeKind, keep: models.Model, gone: models.Model, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        usual = choices.usual(kind.groups, keep=keep, gone=gone)
        self.groups = choices.differing(kind.groups, keep=keep, gone=gone)
        for name in self.groups:
            options = [(KEEP, _shown(keep, kind.groups[name])), (TAKE, _shown(gone, kind.groups[name]))]
            initial = TAKE if name in usual else KEEP
            self.fields[name] = forms.ChoiceField(
                label=kind.label(name), choices=options, initial=initial, widget=forms.RadioSelect
            )
        self.fields["reden"] = CleanCharField(
            label=_("Waarom? (niet verplicht)"),
            required=False,
            max_length=2000,
            widget=AdminTextareaWidget(attrs={"rows": 3}),
            help_text=_("Dit komt in de geschiedenis te staan."),
        )

    def choices_shown(self) -> list[forms.BoundField]:
        """Return the fields of which one of two is chosen."""
        return [self[name] for name in self.groups]

    def taken(self) -> set[str]:
        """Return the fields that are taken from the one that goes."""
        return {name for name in self.groups if self.cleaned_data[name] == TAKE}


def _shown(thing: models.Model, fields: tuple[str, ...]) -> str:
    """Return the values of some fields as one text."""
    said = []
    for field in fields:
        show = getattr(thing, f"get_{field}_display", None)
        value = show() if show else getattr(thing, field)
        if value not in choices.EMPTY:
            said.append(", ".join(map(str, value)) if isinstance(value, list) else str(value))
    return " · ".join(said) or "–"
