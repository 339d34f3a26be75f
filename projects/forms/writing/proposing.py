"""A term that is missing from one of the lists."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from projects.forms.writing.fields import text
from projects.states import TermKind
from vindplaats.text import CleanCharField


class ProposalForm(forms.Form):
    """Which list, what it should be called, and why."""

    kind = forms.ChoiceField(label=gettext_lazy("In welke lijst?"), choices=TermKind.choices)
    name = text(
        gettext_lazy("Welk woord mist u?"),
        limit=100,
        required=True,
        missing=gettext_lazy("Schrijf op welk woord u mist."),
    )
    explanation = CleanCharField(
        label=gettext_lazy("Wat bedoelt u ermee?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="voorstel", label_suffix="", **kwargs)
