"""How somebody wants to be mailed."""

from typing import Any

from django import forms

from peers.states import Frequency, NoticeKind

KINDS = [kind for kind in NoticeKind if kind != NoticeKind.FOLLOW]
"""What is followed has a frequency each, at its own place."""


class NoticeSettingsForm(forms.Form):
    """One choice for each kind of notice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in KINDS:
            self.fields[kind.value] = forms.ChoiceField(
                label=kind.label, choices=Frequency.choices, widget=forms.RadioSelect
            )
