"""What a reader tells about a page of the site."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.services.review.subjects import path_on_this_site
from projects.states import ReportReason
from vindplaats.text import CleanCharField

LONGEST_TEXT = 3000


class ReportForm(forms.Form):
    """Which page, what is wrong with it, and an address for who wants an answer.

    `onderwerp` is a trap: people do not see it, and programs that fill in whatever they find do.
    """

    pagina = CleanCharField(
        label=_("Adres van de pagina"),
        help_text=_("Kopieer het adres uit de adresbalk van uw browser."),
        max_length=2000,
        error_messages={"required": _("Vul het adres in van de pagina waarover u iets meldt.")},
    )
    reden = forms.ChoiceField(
        label=_("Wat is er aan de hand?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er aan de hand is.")},
    )
    toelichting = CleanCharField(
        label=_("Toelichting"),
        help_text=_("Wat klopt er niet, en hoe is het wel? Noem geen gegevens van cliënten."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Schrijf in een paar woorden wat u opviel.")},
    )
    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        help_text=_("Alleen als u bericht wilt van wat we ermee doen. Een maand daarna gooien we uw adres weg."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    onderwerp = forms.CharField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    def clean_pagina(self) -> str:
        """Return the path of a page of this site."""
        path = path_on_this_site(self.cleaned_data["pagina"])
        if not path:
            raise forms.ValidationError(_("Dit is geen pagina van deze site. Kopieer het adres uit de adresbalk."))
        return path

    @property
    def is_of_a_program(self) -> bool:
        """Whether the trap was filled in."""
        return bool(self.data.get(self.add_prefix("onderwerp")))
