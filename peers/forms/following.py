"""What somebody says when following something: what it is called, and how often to be mailed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peers.states import Frequency
from vindplaats.text import CleanCharField


class FollowForm(forms.Form):
    """A name of one's own, for a search only, and how often."""

    name = CleanCharField(
        label=_("Naam"),
        max_length=200,
        help_text=_("Zo staat de zoekopdracht in de lijst en de mail."),
        error_messages={"required": _("Geef de zoekopdracht een naam.")},
    )
    frequency = forms.ChoiceField(
        label=_("Hoe vaak wilt u mail als er iets nieuws is?"),
        choices=Frequency.choices,
        widget=forms.RadioSelect,
        initial=Frequency.WEEKLY,
    )

    def __init__(self, *args: Any, is_search: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_search:
            del self.fields["name"]
