"""Pick existing things by typing a part of their name, without a query for every row and without a 500 for nonsense."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db import models
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet
from django.utils.functional import cached_property

# More digits than any primary key has.
MOST_DIGITS = 18


class Choosing:
    """Shows the names of what is chosen already; `names` holds them when somebody looked them up for a whole page."""

    names: dict[str, str] | None = None

    def optgroups(self, name: str, value: Sequence[str], attrs: Any = None) -> list[tuple[Any, list[Any], int]]:
        """Return the chosen options; what cannot be a primary key is left out (the field itself refuses it)."""
        sound = [pk for pk in map(str, value) if _is_sound(pk)]
        if self.names is None:
            return super().optgroups(name, sound, attrs)
        empty = [] if self.is_required or self.allow_multiple_selected else [("", "")]
        chosen = [(pk, self.names[pk]) for pk in sound if pk in self.names]
        options = [(pk, label, pk in sound) for pk, label in empty + chosen]
        return [(None, [self.create_option(name, *option, index) for index, option in enumerate(options)], 0)]


class ChooseOne(Choosing, AutocompleteSelect):
    """One thing."""


class ChooseMany(Choosing, AutocompleteSelectMultiple):
    """Any number of things."""


class FormsetThatKnowsNames(BaseInlineFormSet):
    """Looks up what is chosen in all rows of an inline together: a query for a column, not for a row."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Name the box that deletes a row; in a table it has no label of its own."""
        super().add_fields(form, index)
        if box := form.fields.get(DELETION_FIELD_NAME):
            box.widget.attrs["aria-label"] = box.label

    @cached_property
    def forms(self) -> list[forms.ModelForm]:
        """The rows, with the names of what is chosen in them."""
        rows = super().forms
        for column in rows[0].fields if rows else ():
            if isinstance(_widget(rows[0], column), ChooseOne):
                _name_column(rows, column)
        return rows


def _name_column(rows: Sequence[forms.ModelForm], column: str) -> None:
    field, chosen = rows[0].fields[column], {str(row[column].value()) for row in rows}
    pks = [pk for pk in chosen if _is_sound(pk)]
    names = {str(thing.pk): field.label_from_instance(thing) for thing in field.queryset.filter(pk__in=pks)}
    for row in rows:
        _widget(row, column).names = names


def _widget(row: forms.ModelForm, column: str) -> forms.Widget:
    """Return the widget itself, without the add and change links around it."""
    widget = row.fields[column].widget
    return getattr(widget, "widget", widget)


def _is_sound(pk: str) -> bool:
    return pk.isdecimal() and len(pk) <= MOST_DIGITS


def choosing_field(db_field: models.Field, admin_site: Any) -> forms.ModelMultipleChoiceField:
    """Return a field that picks existing tags; taggit's own would make a new tag of every typing error."""
    tags = db_field.remote_field.model._default_manager.all()
    widget = ChooseMany(db_field, admin_site)
    return forms.ModelMultipleChoiceField(
        tags, required=False, label=str(db_field.verbose_name).capitalize(), widget=widget
    )
