"""The form of a project: choices instead of free text where the registry has a list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.admin.addressed import AddressedForm
from projects.states import StopReason


class ProjectForm(AddressedForm):
    """What a moderator changes of a project; its status changes by decisions only."""

    stop_reasons = forms.MultipleChoiceField(
        label=_("Redenen om te stoppen"),
        choices=StopReason.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Alleen voor een gestopt project."),
    )
