"""The first two things of a new project: what it is called, and whose it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from projects.forms.writing.fields import text
from projects.models import Institute


def institute_field() -> forms.ModelChoiceField:
    """Return the field for the institute in whose name something is done."""
    return forms.ModelChoiceField(
        Institute.objects.none(),
        label=gettext_lazy("Van welke instelling?"),
        empty_label=None,
        error_messages={"required": gettext_lazy("Kies de instelling.")},
    )


def offer(field: forms.ModelChoiceField, institutes: list[Institute]) -> None:
    """Let people choose from these; one is no choice and stays out of sight."""
    field.queryset = Institute.objects.filter(pk__in=[one.pk for one in institutes]).alphabetical()
    if len(institutes) == 1:
        field.widget = forms.HiddenInput()
        field.initial = institutes[0].pk


class StartForm(forms.Form):
    """A working title, and the institute when there is a choice."""

    title = text(
        gettext_lazy("Hoe heet het project?"),
        gettext_lazy("Een werktitel is genoeg; u kunt hem later veranderen."),
        required=True,
        missing=gettext_lazy("Geef het project een titel."),
    )
    institute = institute_field()

    def __init__(self, *args: Any, institutes: list[Institute], **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        offer(self.fields["institute"], institutes)
