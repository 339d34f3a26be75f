"""What the managers of an institute write on its page."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import LongTextField, NameField, WebAddressField
from projects.models import Gemeente, Institute
from projects.states import InstituteKind
from vindplaats.images import MOST_BYTES, BadImage, Wrong, redrawn

MOST_CHARACTERS = 5_000
MARKDOWN = _("Laat een regel leeg voor een nieuwe alinea. Met ** eromheen wordt tekst vet, met - ervoor een lijst.")
WRONG = {
    Wrong.TOO_HEAVY: _("Dit bestand is te groot. Kies een logo van hooguit 1 MB."),
    Wrong.TOO_LARGE: _("Dit plaatje heeft te veel beeldpunten. Kies een logo van hooguit 3000 bij 3000."),
    Wrong.NO_PICTURE: _("Dit is geen plaatje dat wij kunnen lezen. Kies een PNG, JPEG of WebP."),
}


class InstituteForm(forms.Form):
    """The page of an institute; its name is for the editors."""

    kind = forms.ChoiceField(label=_("Soort instelling"), choices=InstituteKind.choices)
    place = NameField(label=_("Plaats"), max_length=100, error_messages={"required": _("Vul de plaats in.")})
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.all(),
        label=_("Gemeente"),
        help_text=_("Zo staat uw instelling op de kaart en bij haar regio's."),
        empty_label=_("Kies een gemeente"),
        required=False,
    )
    website = WebAddressField(label=_("Website"), required=False)
    description = LongTextField(
        label=_("Over de instelling"), help_text=MARKDOWN, required=False, max_length=MOST_CHARACTERS
    )
    brings = LongTextField(
        label=_("Wat brengt uw instelling?"),
        help_text=_("Kennis, ervaring of projecten waar anderen iets aan hebben."),
        required=False,
        max_length=MOST_CHARACTERS,
    )
    seeks = LongTextField(
        label=_("Wat zoekt uw instelling?"),
        help_text=_("Waarover wilt u van anderen leren?"),
        required=False,
        max_length=MOST_CHARACTERS,
    )

    def __init__(self, institute: Institute, *args: Any, **kwargs: Any) -> None:
        held = {name: getattr(institute, name) for name in self.base_fields}
        super().__init__(*args, label_suffix="", initial=held, **kwargs)
        self.institute = institute

    def clean_place(self) -> str:
        """Refuse a place in which there is an institute of the same name already."""
        place = self.cleaned_data["place"]
        twins = Institute.objects.filter(sort_key=self.institute.sort_key, place=place).exclude(pk=self.institute.pk)
        if twins.exists():
            raise ValidationError(_("In deze plaats is al een instelling met uw naam. Vraag de redactie om hulp."))
        return place


class LogoForm(forms.Form):
    """A picture; `picture` is checked, and drawn anew once more when it is kept."""

    logo = forms.FileField(
        label=_("Logo"),
        help_text=_("PNG, JPEG of WebP van hooguit 1 MB. Een liggend logo met weinig rand werkt het best."),
        allow_empty_file=True,
        error_messages={"required": _("Kies eerst een bestand.")},
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    def clean_logo(self) -> bytes:
        """Return the content of the file."""
        file = self.cleaned_data["logo"]
        if file.size > MOST_BYTES:
            raise ValidationError(WRONG[Wrong.TOO_HEAVY])
        data = file.read()
        try:
            redrawn(data)
        except BadImage as error:
            raise ValidationError(WRONG[error.wrong]) from None
        return data
