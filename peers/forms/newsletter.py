"""Ask for the newsletter."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from peers.services.newsletter.subscribing import CONSENT


class SubscribeForm(forms.Form):
    """An address, a language and consent. `onderwerp` is a trap for programs that fill in whatever they find."""

    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Vul uw e-mailadres in.")},
    )
    taal = forms.ChoiceField(
        label=_("Taal van de mail"),
        help_text=_("De berichten in de nieuwsbrief zijn in het Nederlands."),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
    )
    akkoord = forms.BooleanField(
        label=CONSENT, error_messages={"required": _("Vink aan dat u de nieuwsbrief wilt krijgen.")}
    )
    onderwerp = forms.CharField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["taal"].initial = get_language()

    @property
    def is_of_a_program(self) -> bool:
        """Whether the trap was filled in."""
        return bool(self.data.get(self.add_prefix("onderwerp")))
